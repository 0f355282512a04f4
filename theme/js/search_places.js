// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { make } from "./main.js";
import { fold, lookup } from "./place.js";
import { stem } from "./search_words.js";

/** Which pages of places a search means: of the words two letters are sent. */

const AT_ONCE = 3;
const MOST_WORDS = 4;
const LONG = 6;
const ARTICLES = ["el", "la", "las", "los"];
const SHORTEST = 3;
const BESIDE = 5;
const HERE = 100;
const STATE = "US-OH".length;

/**
 * The links to them, the likeliest first, a county or a city of the hub's own before its state; undefined where the
 * words name no place that has a page. Where it is sure which states are meant, `at` holds their letters; `unknown` is
 * true of a ZIP code that the gazetteer does not hold.
 * @param {object} asked what was typed (`q`), its ZIP code (`zip`), and of the other words what means nothing else (`left`)
 * @param {Record<string, string[]>} pages path, name and other names, by the code of the place
 * @param {Record<string, string>} words the page's own about places
 * @param {string} root leads from the page to the site's first page
 */
export async function placesNamed(asked, pages, words, root) {
  const ways = asked.zip ? [] : readings(asked);
  const called = ways.flatMap((typed) => codesCalled(typed, pages));
  const heard = called[0] ? [] : await spotsNamed(asked, ways, `${root}gazetteer/`).catch(() => undefined);
  const spots = heard ?? [];
  const said = called[0] ? called : codesSaid(asked.q, pages);
  const told = new Map(said.filter((code) => code.length > STATE).map((code) => [code, ""]));
  for (const { state, also, kind, label } of spots)
    for (const code of [state, ...also])
      if (pages[code] && !told.has(code)) told.set(code, kind === "state" ? "" : label);
  if (!told.size) for (const code of said) told.set(code, "");
  if (!told.size) return asked.zip && heard && !spots[0] ? { urls: [], unknown: true } : undefined;
  const across = asked.zip && told.size > 1 ? make("p", words.across.replace("{zip}", asked.zip)) : "";
  const links = [...told].map(([code, spot]) => line(pages[code], spot));
  const at = asked.zip || said[0] || told.size === 1 ? [...told.keys()].map((code) => code.slice(STATE - 2, STATE)) : undefined;
  return { urls: [...told.keys()].map((code) => pages[code][0]), section: section(links, across), at, lines };

  /**
   * What to search by besides, and what each hit of it counts: the words without the place, for what the whole country
   * has; and each of them with the name of each place, since few records of a state hold all that is typed.
   * @param {string[]} telling
   */
  function lines(telling) {
    const names = [...told.keys()].map((code) => pages[code][1]);
    const place = new Set(fold([...names, ...told.values()].join(" ")).split(" ").map(stem));
    const others = telling.filter((word) => !place.has(stem(word)));
    return [[others.join(" "), BESIDE], ...names.flatMap((name) => others.map((word) => [`${name} ${word}`, HERE]))];
  }

  function line([path, name], spot) {
    const link = make("a", words.help_in.replace("{place}", () => name));
    link.className = "big";
    link.href = root + path;
    return make("li", link, ...(spot ? [" ", make("span", spot)] : []));
  }

  function section(links, across) {
    const whole = make("section", make("h2", words.title), across, list(links.slice(0, AT_ONCE)));
    whole.className = "flow";
    if (links.length > AT_ONCE) whole.append(make("details", make("summary", words.more), list(links.slice(AT_ONCE))));
    return whole;
  }
}

function list(lines) {
  const whole = make("ul", ...lines);
  whole.className = "list";
  return whole;
}

/** The words that mean nothing else, and the same without small words around them; "El Paso" keeps its own. */
function readings({ left, small }) {
  if (left.every(small)) return [];
  const inner = [...left];
  const loose = (word) => small(word) && !ARTICLES.includes(word);
  while (loose(inner[0])) inner.shift();
  while (loose(inner.at(-1))) inner.pop();
  return [...new Set([left, inner].filter(({ length }) => length <= MOST_WORDS).map((line) => line.join(" ")))];
}

/** What the gazetteer knows of the ZIP code, or else of the first of the ways to read the words that it knows. */
async function spotsNamed({ zip, strange }, ways, gazetteer) {
  if (zip) return lookup(zip, gazetteer);
  for (const typed of ways) {
    const slips = typed.split(" ").every((word) => word.length >= LONG && strange(word));
    const spots = await lookup(typed, gazetteer, slips);
    if (spots[0]) return spots;
  }
  return [];
}

/** The place that is called just so, and behind it those that are called so and more (Washington, DC). */
function codesCalled(typed, pages) {
  const wanted = fold(typed);
  const named = Object.entries(pages).map(([code, [, ...names]]) => [code, names.map(fold)]);
  const exact = named.filter(([, names]) => names.includes(wanted));
  const longer = named.filter(([, names]) => names.some((name) => name.startsWith(`${wanted} `)));
  return exact[0] ? [...new Set([...exact, ...longer].map(([code]) => code))] : [];
}

/** The places whose names stand among the words; none that is only a part of a longer one (Virginia, West Virginia). */
function codesSaid(q, pages) {
  const words = ` ${fold(q)} `;
  const named = Object.entries(pages).flatMap(([code, [, ...names]]) => names.map((name) => [code, fold(name)]));
  const said = named.filter(([, name]) => name.length >= SHORTEST && words.includes(` ${name} `));
  const within = (name, other) => other !== name && ` ${other} `.includes(` ${name} `);
  return said.filter(([, name]) => !said.some(([, other]) => within(name, other))).map(([code]) => code);
}
