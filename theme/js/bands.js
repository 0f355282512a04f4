// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { answer, card } from "./card.js";
import { daysSince, enhance as enliven, make, present } from "./main.js";

/** A list sorted into bands by what its records say, as views/bands.py sorts it: nobody is hidden. */

const BANDS = ["yes", "ask", "unknown", "fits", "hours", "no", "aside", "rest", "closed"];
const FOLDED = ["no", "rest", "closed"];
const LETTERS = "ycnsu";
const AT_ONCE = 30;
const NEAR = 100; // miles

/** A code that fits whatever is picked. */
const ALWAYS = { place: "US", who: "anyone" };

/**
 * Every record with its band, its file and how far it is, in the order in which a band shows them.
 * @param {Object[]} files the list's data (views/finder.py)
 * @param {{asked: number[], picks: HTMLSelectElement[], open: boolean, near: Object}} wanted
 */
export async function sorted(files, { asked, picks, open, near }) {
  const [hours, place] = await Promise.all([open && import("./hours.js"), near.point && import("./place.js")]);
  const now = present();
  const entry = (of, row) => {
    const away = place && row.at ? place.miles(near.point, row.at) : undefined;
    const fits =
      picks.every((pick) => suits(row, pick)) &&
      (!near.state || away < NEAR || suits(row, { name: "place", value: near.state }));
    const isOpen = hours ? row.hours && hours.stateAt(row.hours, now).open : true;
    const said = bandOf(row, asked);
    const band = row.s ? "closed" : !fits || isOpen === false ? "rest" : isOpen || said === "no" ? said : "hours";
    const order = band === "hours" ? BANDS.indexOf(said) * 1e7 : 0;
    return { of, row, away, asked, band, rank: order + rank(row, away, near) };
  };
  return files.flatMap((of) => of.rows.map((row) => entry(of, row))).sort((a, b) => a.rank - b.rank);
}

/** Whether a record's codes hold what is picked. */
function suits(row, { name, value }) {
  return !value || row[name]?.some((code) => code === value || code === ALWAYS[name]);
}

const isNational = (row) => row.place?.includes(ALWAYS.place);

/** The worst of what it says to all that is asked; a question that is not for it leaves it unknown. */
function bandOf(row, asked) {
  const said = asked.map((at) => (isOld(row.o?.[at]) ? "u" : row.a[at]));
  if (!said.length) return "fits";
  if (said.every((letter) => letter === "-")) return "aside";
  if (said.includes("n")) return "no";
  if (said.some((letter) => !"yc".includes(letter))) return "unknown";
  return said.includes("c") ? "ask" : "yes";
}

/** Whether an answer is past its life: then nobody knows it any more. */
function isOld(known) {
  return known && daysSince(known[3]) > known[4];
}

/** Nearest first, then the same county, then the state, then the whole country; what has no number comes last. */
function rank(row, away, { label }) {
  const local = away === undefined ? (row.county && label?.startsWith(row.county) ? 1 : 2) : 0;
  const step = isNational(row) ? 3 : local;
  return (row.c ? 0 : 1e6) + step * 1e5 + (step ? 0 : away);
}

const counted = ([one, other], n) => (n === 1 ? one : other).replace("{n}", n);

/** “22 entries: 3 say yes, 19 not known.” */
export function sum(found, words) {
  const said = inBands(found).map(([code, entries]) => counted(words.bands[code].slice(2), entries.length));
  return counted(words.sum, found.length).replace("{parts}", said.join(", "));
}

function inBands(found) {
  const bands = BANDS.map((code) => [code, found.filter(({ band }) => band === code)]);
  return bands.filter(([, entries]) => entries.length);
}

/**
 * A section per band, looking as the server writes it (components/band).
 * @param {Object[]} found what `sorted` gave
 * @param {Object} near the place that was asked for
 * @param {Object} look `base`, `words`, `patterns` of answers, `questions`
 */
export function sections(found, near, look) {
  return inBands(found).map(([code, entries]) => {
    const [title, note] = look.words.bands[code];
    const heading = make("h2", `${title} (${entries.length})`);
    const folded = FOLDED.includes(code);
    const band = make(folded ? "details" : "section", folded ? make("summary", heading) : heading);
    band.className = "band flow";
    if (note) band.append(classed("soft", make("p", note)));
    band.append(classed("cards", make("div")));
    if (folded) band.addEventListener("toggle", () => fill(band, entries, near, look), { once: true });
    else fill(band, entries, near, look);
    return band;
  });
}

const classed = (name, element) => Object.assign(element, { className: name });

/** The next cards of a band, so that an old phone need not draw hundreds at once; gives the first of them. */
function fill(band, entries, near, look) {
  const cards = entries.slice(0, AT_ONCE).map((entry) => drawn(entry, near, look));
  band.querySelector(".cards").append(...cards);
  for (const made of cards) made.querySelectorAll("[data-enhance]").forEach(enliven);
  if (entries.length > AT_ONCE) {
    const more = classed("button second", make("button", look.words.more));
    more.type = "button";
    more.addEventListener("click", () => {
      more.remove();
      fill(band, entries.slice(AT_ONCE), near, look).querySelector("a").focus();
    });
    band.append(more);
  }
  return cards[0];
}

function drawn({ of, row, away, asked }, near, { base, words, patterns, questions }) {
  const answers = asked.flatMap((at) => {
    const pattern = patterns[LETTERS.indexOf(row.a[at])];
    const question = questions[at].parentElement.textContent.trim();
    return pattern ? [answer(pattern, question, row.w?.[at], row.o?.[at], of)] : [];
  });
  return card(row, of, base, words.call, where(row, away, near, words), answers);
}

/** How far it is, or that it helps everywhere: only where somebody asked for a place. */
function where(row, away, near, words) {
  if (isNational(row)) return near.point ? words.nation : "";
  const miles = Math.round(away) || 1;
  return away === undefined ? "" : [row.city, counted(words.miles, miles)].filter(Boolean).join(": ");
}
