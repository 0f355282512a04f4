// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { make } from "./main.js";
import { resultCards } from "./search_cards.js";
import { plain, stem, understanding } from "./search_words.js";

/**
 * The search page on Pagefind's API. The words stay in this browser: they stand behind “#” in the address, which is
 * never sent, and only pieces of the index are fetched.
 */

const AT_ONCE = 10;
const LONGEST = 200;
const BEST = 3;
const SURE = 1e6;
const ZIP = /(?<!\S)(\d{5})(?:-\d{4})?(?![\w-])/;

/** @param {HTMLElement} root */
export function enhance(root) {
  const words = JSON.parse(root.dataset.words);
  const kinds = JSON.parse(root.dataset.kinds);
  const placed = JSON.parse(root.dataset.placed);
  const inPlaces = root.dataset.places;
  const [form, status, results] = ["form", "[role=status]", ".results"].map((at) => root.querySelector(at));
  const bundle = new URL(root.dataset.bundle, location.href).pathname;
  const input = form.elements.q;
  const { danger, group } = resultCards(words, root.dataset.root);
  const loaded = {};
  let newest = 0;

  /** Gets a thing once, and anew where that failed. */
  function once(name, get) {
    loaded[name] ??= get().catch((fault) => {
      delete loaded[name];
      throw fault;
    });
    return loaded[name];
  }

  const file = (name) => once(name, async () => (await fetch(bundle + name)).json());
  const index = () =>
    once("index", async () => {
      const pagefind = await import(`${bundle}pagefind.js`);
      await pagefind.options({ bundlePath: bundle, baseUrl: "/", noWorker: true, ranking: { termSimilarity: 4 } });
      await pagefind.init();
      return pagefind;
    });
  const understood = () => once("understood", async () => understanding(await file("words.json")));

  /** Shows what the words lead to at once, then what the index holds; nothing of a search that a newer one passed. */
  async function find(asked) {
    const mine = ++newest;
    const q = [...asked.trim()].slice(0, LONGEST).join("");
    history.replaceState(null, "", location.pathname + (q && `#q=${encodeURIComponent(q)}`));
    const [whole, zip] = ((placed.length || inPlaces) && q.match(ZIP)) || [];
    const need = q.replace(whole, "").replace(/^\W+$/, "").trim();
    results.setAttribute("aria-busy", !!q);
    const meaning = need ? await understood().catch(() => understanding({})) : () => ({});
    const found = { q: need, zip, current: () => mine === newest, shown: [], ...meaning(need) };
    if (!need) return alone(found);
    const near = places(found);
    if (zip) found.near = await near;
    const early = await begin(found);
    found.near = await near;
    try {
      Object.assign(found, await search(found, early));
      await more(found);
    } catch {
      if (found.current()) show(found, words.failed);
    }
    if (found.current()) results.setAttribute("aria-busy", false);
  }

  /** The pages of the places that are named; none beside a danger, or where they are out of reach. */
  async function places(found) {
    if (!inPlaces || found.threat || !(found.zip || found.left?.length)) return undefined;
    const loaded = [import("./search_places.js"), file("places.json")];
    return Promise.all(loaded).then(([module, pages]) => module.placesNamed(found, pages, JSON.parse(inPlaces), root.dataset.root), () => {});
  }

  /** Shows what a ZIP code alone leads to. */
  async function alone(found) {
    found.near = await places(found);
    if (!found.current()) return;
    const n = placed.length + (found.near?.urls.length ?? 0);
    show(found, found.zip ? counted(found, words.other.replace("{n}", n)) : "");
    results.setAttribute("aria-busy", false);
  }

  /** How many there are; in its place, where nothing else was typed, that the ZIP code is none that we know. */
  function counted({ q, zip, near }, count) {
    return near?.unknown ? [words.unknown.replace("{zip}", zip), q && count].filter(Boolean).join(" ") : count;
  }

  /** Shows what is sure before the whole index is asked, and gives back the hits among it. */
  async function begin(found) {
    const { zip, near, rest, threat } = found;
    const early = await soon(found).catch(() => undefined);
    if (early?.length && found.current()) show({ zip, near, rest, shown: await read(early), exact: early.length }, "");
    const cards = found.lines.length + found.first.length ? await file("cards.json").catch(() => []) : [];
    for (const part of ["lines", "first"]) found[part] = found[part].flatMap((at) => cards[at] ?? []);
    const sure = rest.length && !early ? { zip, near, threat, lines: found.lines } : found;
    if (found.current() && !early?.length) show(sure, "");
    return early;
  }

  /**
   * What holds all the words that tell, among the best for the rarest: a phone has fetched one piece of the index for
   * that, where all the words may take several.
   */
  async function soon({ telling, rare, threat, lost }) {
    if (threat || lost || !rare || telling.length === 1) return undefined;
    return holding(rare, telling);
  }

  /** Of the best for one word those that hold all of the words. */
  async function holding(one, words) {
    const best = (await (await index()).search(one)).results.slice(0, AT_ONCE);
    const texts = await Promise.all(best.map((hit) => hit.data()));
    const held = texts.map(({ content, meta }) => new Set(plain(`${meta.title} ${content}`).split(" ").map(stem)));
    return best.filter((_, at) => words.every((word) => held[at].has(stem(word))));
  }

  /**
   * What holds all the words that tell, or else what they mean, or else whatever holds most of them; what a place that is
   * meant for sure holds comes first.
   */
  async function search({ q, telling, means, typed, lost, near, changed, fixed }, early = []) {
    if (lost) return { exact: 0, all: [] };
    const pagefind = await index();
    const right = (await Promise.all(changed.map((word) => holding(word, [word])))).flat(); // a rare name, no slip
    const hits = new Map([...right, ...early].map((hit) => [hit.id, { hit, score: SURE }]));
    const add = async (text, score = 0) => {
      for (const hit of text ? (await pagefind.search(text)).results : [])
        hits.set(hit.id, { hit, score: (hits.get(hit.id)?.score ?? 0) + score + (score && hit.score / 1e3) });
    };
    await add(telling.join(" ") || q);
    if (hits.size < BEST) await add(means);
    const exact = hits.size;
    if (!exact) for (const word of telling) await add(word, 1);
    await add(typed);
    for (const [line, worth] of near?.at ? near.lines(telling) : []) await add(line, worth);
    return { exact, fixed: right[0] ? "" : fixed, all: [...hits.values()].sort((a, b) => b.score - a.score).map(({ hit }) => hit) };
  }

  /** Shows the next results of one search together with those that are shown already. */
  async function more(found) {
    const { all, shown, fixed, near } = found;
    const again = shown.length;
    const next = await read(all.slice(again, again + AT_ONCE * (near?.at ? 2 : 1)));
    if (!found.current()) return;
    const before = results.querySelectorAll("h3 a").length;
    shown.push(...next);
    const beside = new Set([...[...found.lines, ...found.first].map(({ url }) => url), ...(near?.urls ?? [])]);
    for (const { url } of shown) beside.delete(url);
    const n = all.length + beside.size;
    const count = n === 1 ? words.one : words.other.replace("{n}", n);
    const none = words.none.replace("{q}", () => found.q);
    show(found, counted(found, n ? count + (fixed && !near ? ` ${words.meant.replace("{q}", fixed)}` : "") : none));
    if (shown.length < all.length) results.append(moreButton(() => more(found)));
    if (again) results.querySelectorAll("h3 a")[before]?.focus();
  }

  /** What the build wrote of each: its title, and behind its address all that a result shows besides. */
  async function read(hits) {
    const found = await Promise.all(hits.map((hit) => hit.data()));
    return found.map(({ meta: { title }, raw_url: whole }) => {
      const [url, ...shown] = whole.split("#");
      return { ...JSON.parse(shown.join("#")), title, url };
    });
  }

  /** The lists that know the way from a ZIP code; the index knows none. @param {string} zip */
  function nearBy(zip) {
    const lists = make("ul");
    lists.className = "list";
    for (const [href, title] of placed) {
      const link = make("a", title);
      link.className = "big";
      link.href = `${href}#near=${zip}`;
      lists.append(make("li", link));
    }
    const section = make("section", make("h2", words.near.replace("{zip}", zip)), lists);
    section.className = "flow";
    return section;
  }

  /** @param {() => void} press */
  function moreButton(press) {
    const button = make("button", words.more);
    button.className = "button";
    button.type = "button";
    button.addEventListener("click", press, { once: true });
    return button;
  }

  /**
   * The line for a danger, then the pages of the places, then what the words lead to, behind what is near or named; the
   * rest by kind: what people coming home can use before what they can read, then by the best hit. Where it is sure which
   * place is meant, what serves other states alone is behind a press.
   */
  function show({ zip, near: spots, threat, lines = [], first = [], shown = [], exact = 0, rest = [] }, sentence) {
    const said = (text = "") => plain(text).split(" ").some((word) => rest.includes(stem(word)));
    const here = ({ at }) => at?.split(" ").some((state) => spots.at.includes(state));
    const far = (card) => !!spots?.at && !!card.at && !here(card);
    const whole = shown.slice(0, exact);
    const near = spots?.at ? shown.filter(here) : whole.filter(({ place }) => said(place)).sort((a, b) => !!b.use - !!a.use);
    const named = whole.filter((card) => !far(card) && said(card.title));
    const wanted = first.filter((card) => !far(card));
    const best = wanted.length || near.length ? [...near.slice(0, BEST), ...named.slice(0, BEST), ...wanted] : [];
    const seen = new Set([...lines.map(({ url }) => url), ...(spots?.urls ?? [])]);
    const fresh = (cards) => cards.filter(({ url }) => !seen.has(url) && seen.add(url));
    const ways = zip && placed.length && !spots?.unknown && nearBy(zip);
    const sections = [threat && danger(lines), spots?.section, ways, best.length && group(words.best, fresh(best))];
    const others = fresh([...first, ...shown].filter(far));
    const left = fresh(shown);
    const at = (resource) => left.findIndex((card) => card.resource === resource);
    const helps = (resource) => left.some((card) => card.resource === resource && card.use);
    const there = kinds.filter(([resource]) => at(resource) >= 0);
    there.sort(([a], [b]) => helps(b) - helps(a) || at(a) - at(b));
    for (const [resource, title] of there)
      sections.push(group(title, left.filter((card) => card.resource === resource)));
    if (others.length) sections.push(make("details", make("summary", words.elsewhere), group("", others).lastChild));
    results.replaceChildren(...sections.filter(Boolean));
    if (status.textContent !== sentence) status.textContent = sentence;
  }

  let wait;
  input.addEventListener("focus", () => understood().catch(() => {}), { once: true });
  input.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => find(input.value), 300);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    find(input.value);
  });
  const asked = new URLSearchParams(location.hash.slice(1) || location.search).get("q")?.trim();
  if (asked) find((input.value = asked));
}
