// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { make } from "./main.js";
import { fold, lookup } from "./place.js";

/** Which pages of places a search means: of the words two letters are sent. */

const AT_ONCE = 3;
const MOST_WORDS = 4;
const SHORTEST = 3;

/**
 * The links to them, the likeliest first, a state before the towns that are called like it; undefined where the words name no place that has a page.
 * @param {{q: string, zip?: string, left: string[], strange: boolean}} asked `left` are ways to read what means nothing
 *   else, `strange` tells that nobody knows these words, so that a slip is likely
 * @param {Record<string, string[]>} pages path, name and other names, by the code of the place
 * @param {Record<string, string>} words the page's own
 * @param {string} root leads from the page to the site's first page
 */
export async function placesNamed(asked, pages, words, root) {
  const spots = await spotsNamed(asked, `${root}gazetteer/`).catch(() => []);
  const told = new Map();
  for (const { state, also, kind, label } of spots)
    for (const code of [state, ...also])
      if (pages[code] && !told.has(code)) told.set(code, kind === "state" ? "" : label);
  if (!told.size) for (const code of codesSaid(asked.q, pages)) told.set(code, "");
  if (!told.size) return undefined;
  const across = asked.zip && told.size > 1 ? make("p", words.across.replace("{zip}", asked.zip)) : "";
  const links = [...told].map(([code, spot]) => line(pages[code], spot));
  const first = spots[0]?.kind === "state" ? 1 : AT_ONCE;
  return { urls: [...told.keys()].map((code) => pages[code][0]), section: section(links, across) };

  function line([path, name], spot) {
    const link = make("a", words.help_in.replace("{place}", () => name));
    link.className = "big";
    link.href = root + path;
    return make("li", link, ...(spot ? [" ", make("span", spot)] : []));
  }

  function section(links, across) {
    const whole = make("section", make("h2", words.places), across, list(links.slice(0, first)));
    whole.className = "flow";
    if (links.length > first) whole.append(make("details", make("summary", words.places_more), list(links.slice(first))));
    return whole;
  }
}

function list(lines) {
  const whole = make("ul", ...lines);
  whole.className = "list";
  return whole;
}

/** What the gazetteer knows of the ZIP code, or else of the first way to read the words that it knows. */
async function spotsNamed({ zip, left, strange }, gazetteer) {
  if (zip) return lookup(zip, gazetteer);
  for (const typed of new Set(left)) {
    const spots = typed && typed.split(" ").length <= MOST_WORDS ? await lookup(typed, gazetteer, strange) : [];
    if (spots[0]) return spots;
  }
  return [];
}

/** The places whose names stand among the words; none that is only a part of a longer one (Virginia, West Virginia). */
function codesSaid(q, pages) {
  const words = ` ${fold(q)} `;
  const said = Object.entries(pages).flatMap(([code, [, ...names]]) =>
    names.map((name) => [code, ` ${fold(name)} `]).filter(([, name]) => name.length > SHORTEST + 1 && words.includes(name)),
  );
  return said.filter(([, name]) => !said.some(([, other]) => other !== name && other.includes(name))).map(([code]) => code);
}
