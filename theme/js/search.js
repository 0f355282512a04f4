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
      await pagefind.options({ bundlePath: bundle, baseUrl: "/" });
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
      const found = await (await load()).search(q);
      if (mine === newest) await more(found.results, [], q, mine);
    } catch {
      loading = undefined;
      if (mine === newest) show([], words.failed);
    }
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

  /** Results by kind, in the order of the kinds; what is said about them is announced when it changes. */
  function show(found, said) {
    const groups = kinds.map(([resource, title]) => [title, found.filter(({ meta }) => meta.resource === resource)]);
    results.replaceChildren(...groups.filter(([, cards]) => cards.length).map(([title, cards]) => group(title, cards)));
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
    const lines = make("dl");
    for (const [label, text] of [[words.who, meta.who], [words.cost, meta.cost]])
      if (text) lines.append(make("dt", label), make("dd", text));
    const article = make("article", make("h3", link), make("p", meta.kind ?? ""), lines, make("p", checked(meta)));
    article.className = "card";
    article.children[1].className = "kind";
    article.lastChild.className = "soft";
    return article;
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
