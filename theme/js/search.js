// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { age, daysSince } from "./main.js";

/**
 * The search page on Pagefind's API. The words stay in this browser: they stand behind “#” in the address, which is
 * never sent, and only pieces of the index are fetched.
 */

const AT_ONCE = 20;

/** @param {HTMLElement} root */
export function enhance(root) {
  const words = JSON.parse(root.dataset.words);
  const kinds = JSON.parse(root.dataset.kinds);
  const [form, status, results] = ["form", "[role=status]", ".results"].map((at) => root.querySelector(at));
  const bundle = new URL(root.dataset.bundle, location.href).pathname;
  let loading;
  let newest = 0;

  /** The index is fetched once, when somebody means to search. */
  function load() {
    loading ??= (async () => {
      const pagefind = await import(`${bundle}pagefind.js`);
      await pagefind.options({ bundlePath: bundle, baseUrl: "/", ranking: { termSimilarity: 4 } });
      await pagefind.init();
      return pagefind;
    })();
    return loading;
  }

  /** @param {string} q */
  async function find(q) {
    const mine = ++newest;
    history.replaceState(null, "", location.pathname + (q && `#q=${encodeURIComponent(q)}`));
    if (!q) return show([], "");
    try {
      const results = await search(q);
      if (mine === newest) await more(results, [], q, mine);
    } catch {
      loading = undefined;
      if (mine === newest) show([], words.failed);
    }
  }

  /**
   * What holds all the words that tell, or else whatever holds most of them.
   * @param {string} q
   */
  async function search(q) {
    const pagefind = await load();
    const telling = q.toLowerCase().split(/\s+/).filter((word) => !words.skip.split(" ").includes(word));
    const { results } = await pagefind.search(telling.join(" ") || q);
    if (results.length || telling.length < 2) return results;
    const hits = new Map();
    for (const word of telling)
      for (const result of (await pagefind.search(word)).results) {
        const hit = hits.get(result.id) ?? { result, score: 0 };
        hits.set(result.id, { result, score: hit.score + 1 + result.score / 1e3 });
      }
    return [...hits.values()].sort((a, b) => b.score - a.score).map(({ result }) => result);
  }

  /** Shows the next results of one search together with those that are shown already. */
  async function more(all, shown, q, mine) {
    const next = await Promise.all(all.slice(shown.length, shown.length + AT_ONCE).map((result) => result.data()));
    if (mine !== newest) return;
    const now = [...shown, ...next];
    const count = all.length === 1 ? words.one : words.other.replace("{n}", all.length);
    show(now, all.length ? count : words.none.replace("{q}", q));
    if (now.length < all.length) results.append(moreButton(() => more(all, now, q, mine)));
    if (shown.length) results.querySelectorAll("h3 a")[shown.length]?.focus();
  }

  /** @param {() => void} press */
  function moreButton(press) {
    const button = make("button", words.more);
    button.className = "button";
    button.type = "button";
    button.addEventListener("click", press, { once: true });
    return button;
  }

  /** Results by kind: what people coming home can use before what they can read, then by the best hit. */
  function show(found, said) {
    const best = (resource) => found.findIndex(({ meta }) => meta.resource === resource);
    const shown = kinds.filter(([resource]) => best(resource) >= 0);
    const of = (resource) => found.filter(({ meta }) => meta.resource === resource);
    const helps = (resource) => of(resource).some(({ meta }) => meta.use);
    shown.sort(([a], [b]) => helps(b) - helps(a) || best(a) - best(b));
    results.replaceChildren(...shown.map(([resource, title]) => group(title, of(resource))));
    if (status.textContent !== said) status.textContent = said;
  }

  function group(title, cards) {
    const section = make("section", make("h2", title), make("div", ...cards.map(card)));
    section.className = "group flow";
    section.lastChild.className = "cards";
    return section;
  }

  function card({ meta, raw_url: path }) {
    const link = make("a", meta.title);
    link.href = root.dataset.root + path;
    if (meta.lang) link.lang = meta.lang;
    const lines = make("dl");
    for (const [label, text] of [[words.who, meta.who], [words.cost, meta.cost]])
      if (text) lines.append(make("dt", label), make("dd", text));
    const article = make("article", make("h3", link), make("p", meta.kind ?? ""), lines, make("p", checked(meta)));
    article.className = "card";
    article.children[1].className = "kind";
    article.lastChild.className = "soft";
    if (meta.call?.length && meta.call_href.startsWith("tel:")) article.append(make("p", callButton(meta)));
    return article;
  }

  function callButton(meta) {
    const button = make("a", words.call.replace("{number}", meta.call));
    button.className = "button";
    button.href = meta.call_href;
    button.setAttribute("aria-label", `${button.textContent}: ${meta.title}`);
    return button;
  }

  function checked(meta) {
    const days = meta.day ? daysSince(meta.day) : -1;
    if (days > meta.days) return words.old.replace("{age}", age(days));
    return meta.checked_words + (age(days) && ` (${age(days)})`);
  }

  const input = form.elements.q;
  let wait;
  input.addEventListener("focus", () => load().catch(() => {}), { once: true });
  input.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => find(input.value.trim()), 300);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    find(input.value.trim());
  });
  const asked = new URLSearchParams(location.hash.slice(1) || location.search).get("q")?.trim();
  if (asked) find((input.value = asked));
}

/** An element with its children; text becomes text, never HTML. */
function make(name, ...children) {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}
