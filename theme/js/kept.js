// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { enhance as grow } from "./checked.js";
import { CODE, MOST, keep, kept } from "./keep.js";
import { noted } from "./noted.js";

/**
 * The list: what this browser keeps, told without asking anyone; or the codes behind “#” in the address, which is never
 * sent: each of them is looked up at its short address, and so is what was kept on a page of another language.
 */

const DIALED = /^(tel:|sms:|https:\/\/wa\.me\/)/;

/** @param {HTMLElement} root */
export function enhance(root) {
  const words = JSON.parse(root.dataset.words);
  const { short } = root.dataset;
  const [lead, status, cards, buttons, square] = root.children;
  let entries = [];
  let shared;
  let newest = 0;

  const say = (...said) => status.replaceChildren(...said);
  const address = () => `${location.href.split("#")[0]}#l=${entries.map(({ code }) => code).join(".")}`;

  /** Shows the list of the address or, without one, this browser's own. */
  async function show(said = "") {
    const mine = ++newest;
    const asked = location.hash.startsWith("#l=") && location.hash.slice(3).split(".");
    const found = asked ? await look([...new Set(asked)].slice(0, MOST)) : [kept(), said];
    if (mine !== newest) return;
    [shared, entries] = [asked, found[0]];
    lead.textContent = shared ? words.shared : entries.length ? words.own : words.empty;
    cards.replaceChildren(...entries.map(card));
    grown(cards);
    if (!shared) entries.forEach((entry, at) => inWords(entry, cards.children[at]));
    for (const button of buttons.children)
      button.hidden = !entries.length || button.dataset.do === (shared ? "empty" : "keep");
    square.hidden = true;
    say(found[1]);
    root.hidden = false;
  }

  /** Tells a place in the words of this page once they come: until then, and without a connection, as it was kept. */
  async function inWords(entry, before) {
    if (entry.in === document.documentElement.lang) return;
    const told = await ask(short + entry.code);
    if (told && before.isConnected) {
      const now = card(told);
      before.replaceWith(now);
      grown(now);
    }
  }

  /** What the codes lead to, and what to say of those that lead to nothing. */
  async function look(codes) {
    const found = await Promise.all(codes.map((code) => CODE.test(code) && ask(short + code)));
    const gone = found.filter((entry) => !entry && entry !== null).length;
    const told = gone && (gone === 1 ? words.one : words.other.replace("{n}", gone));
    return [found.filter(Boolean), [told, found.includes(null) && words.failed].filter(Boolean).join(" ")];
  }

  function change(list, said) {
    const done = keep(list);
    if (done) history.replaceState(null, "", location.pathname);
    if (done) show(said);
    else say(words.refused);
    status.focus();
  }

  const without = (entry) => kept().filter(({ code }) => code !== entry.code);

  function card(entry) {
    const own = { lang: entry.in };
    const title = make("a", { href: `${short}${entry.code}/`, lang: entry.lang }, entry.name);
    const parts = [make("h2", {}, title)];
    if (entry.status) parts.push(make("p", own, make("b", {}, entry.status)));
    parts.push(...noted(entry.notices, entry.in));
    if (entry.free) parts.push(beds(entry, own));
    if (DIALED.test(entry.href)) {
      const call = make("a", { href: entry.href, className: "button", ...own }, entry.call);
      parts.push(make("p", {}, call));
    }
    parts.push(make("p", { className: "soft", ...own }, checked(entry)));
    parts.push(make("p", { className: "soft" }, words.code.replace("{code}", entry.code)));
    if (!shared) {
      const drop = make("button", { className: "button second no-print", type: "button" }, words.drop);
      drop.setAttribute("aria-label", `${words.drop}: ${entry.name}`);
      drop.addEventListener("click", () => change(without(entry), words.dropped));
      parts.push(drop);
    }
    return make("article", { className: "card" }, ...parts);
  }

  const act = {
    keep() {
      const known = new Set(entries.map(({ code }) => code));
      const all = [...kept().filter(({ code }) => !known.has(code)), ...entries];
      if (all.length > MOST) say(words.full.replace("{most}", MOST));
      else change(all, words.kept);
    },
    async copy() {
      try {
        await navigator.clipboard.writeText(address());
        say(words.copied);
      } catch {
        say(`${words.hand} `, make("a", { href: address() }, address()));
      }
    },
    async draw() {
      const drawing = (await import("./qr.js")).drawing(address());
      if (drawing) square.replaceChildren(drawing);
      else say(words.long);
      square.hidden = !drawing;
    },
    print: () => print(),
    empty: () => change([], words.emptied),
  };

  buttons.addEventListener("click", ({ target }) => act[target.dataset.do]?.());
  window.addEventListener("hashchange", () => show());
  show();
}

/** The entry at a short address: undefined where there is none, null where nobody answers. */
function ask(place) {
  return new Promise((answer) => {
    const request = new XMLHttpRequest();
    request.open("GET", `${place}/`);
    request.responseType = "document";
    request.onload = () => {
      const page = request.response?.querySelector("[data-kept]");
      answer(page ? JSON.parse(page.dataset.kept) : request.status < 500 ? undefined : null);
    };
    request.onerror = () => answer(null);
    request.send();
  });
}

/** Free beds, as long as they may be told. */
function beds({ free, until }, own) {
  const line = make("p", own, make("b", {}, free));
  Object.assign(line.dataset, { until, gone: "" });
  return line;
}

const grown = (box) => box.querySelectorAll(".checked, [data-until]").forEach(grow);

/** How sure an entry is: its day stands in a `<time>` that ages. */
function checked({ kind, words, day, on, days }) {
  if (!day) return words;
  const time = make("time", { dateTime: day }, on);
  const line = make("span", { className: "checked" });
  const at = words.indexOf(on);
  Object.assign(time.dataset, { days });
  Object.assign(line.dataset, { kind });
  if (at < 0) line.append(`${words}, `, time);
  else line.append(words.slice(0, at), time, words.slice(at + on.length));
  return line;
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
