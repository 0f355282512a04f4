// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * What people mean by what they type: misspelled words set right by sound and letters, words of danger, and words that
 * stand for others. It works on the words.json that the build writes beside the index, and asks nobody.
 */

const SHORTEST = 4;
const MOST = 12;

/** Small letters and digits without accents. @param {string} text */
export const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’&]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** One form for one and many. @param {string} word */
export const stem = (word) => (word.length > 3 ? word.replace(/s$/, "") : word);

const SOUNDS = [
  [/ph/g, "f"],
  [/c(?=[eiy])|z|x/g, "s"],
  [/ck|[cqg]/g, "k"],
  [/v/g, "b"],
  [/[aeiouyhw]/g, ""],
  [/(.)\1+/g, "$1"],
];

/** What an English or a Spanish speaker hears of a word. @param {string} word */
const sound = (word) => SOUNDS.reduce((heard, [letters, as]) => heard.replace(letters, as), word);

/**
 * How many letters differ; two that changed places count once.
 * @param {string} a
 * @param {string} b
 */
function apart(a, b) {
  let [before, last] = [[], [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

/**
 * Prepares what words.json holds.
 * @param {{skip: string, known: string, places: string, whole: boolean, danger: Array, words: Array}} file
 * @returns {(q: string) => object} tells what a query means
 */
export function understanding({ skip = "", known = "", places = "", whole = false, danger = [], words = [] }) {
  const skipped = new Set(skip.split(" "));
  const [risks, groups] = [danger, words].map((list) =>
    list.map(([typed, cards, means]) => ({ cards, means, typed: typed.split("|").map((text) => text.split(" ")) })),
  );
  const common = new Set([...risks, ...groups].flatMap(({ typed }) => typed.flat()));
  const there = new Set([...common, ...known.split(" ")]);
  const near = [...there].filter((word) => word.length >= SHORTEST || (word.length > 2 && common.has(word)));
  const elsewhere = new Set(places.split(" "));
  const begins = (bare) => near.some((word) => word.startsWith(bare));
  const untouched = (word) => word.length < SHORTEST || /\d/.test(word) || skipped.has(word);

  /** The word as it is written; itself where it is known, short, a place, or the beginning of another. */
  function right(word) {
    const bare = stem(word);
    if (untouched(word) || there.has(bare) || elsewhere.has(bare)) return word;
    const heard = sound(bare);
    let [best, least] = [word, [0.5, 1, 2, 2, 3][Math.max(0, Math.min(bare.length - 4, 4))]];
    for (const other of near) {
      if (Math.abs(other.length - bare.length) > 2) continue;
      let far = apart(bare, other);
      if (far - 1.5 >= least) continue;
      far -= (heard[1] && sound(other) === heard ? 1 : 0) + (common.has(other) ? 0.5 : 0);
      if (far < least) [best, least] = [other, far];
    }
    return least >= 1 && begins(bare) ? word : best;
  }

  /** False for a word that the index can't hold, so that the others are not lost for it. */
  const holds = (word) => !whole || untouched(word) || there.has(stem(word)) || begins(stem(word));

  /** The groups that are meant, without those whose words all stand in a longer match. */
  function meant(list, said) {
    const hits = list
      .map((group) => ({ ...group, by: group.typed.filter((text) => text.every((word) => said.has(word))).flat() }))
      .filter(({ by }) => by.length);
    return hits.filter(({ by }) => !hits.some((other) => inside(by, other.by) && !inside(other.by, by)));
  }

  return (q) => {
    const typed = plain(q).split(" ");
    const fixed = typed.map(right);
    const said = new Set([...typed, ...fixed].map(stem));
    const hits = meant(groups, said);
    const telling = fixed.filter((word) => !skipped.has(word) && holds(word)).slice(0, MOST);
    const rest = telling.map(stem).filter((word) => !hits.some(({ by }) => by.includes(word)));
    return {
      lines: best(meant(risks, said)),
      first: best(hits),
      rest,
      means: hits.some(({ means }) => means) ? [...hits.map(({ means, by }) => means || by.join(" ")), ...rest].join(" ") : "",
      telling,
      fixed: typed.every((word) => fixed.includes(word) && holds(word)) ? "" : fixed.filter(holds).join(" "),
      lost: !telling.length && !fixed.every(holds),
      typed: whole ? "" : typed.join(" "),
    };
  };
}

const inside = (some, all) => some.every((word) => all.includes(word));

/** The cards of several groups, the first of each before the second of any; one in two groups comes before both. */
function best(groups) {
  const score = new Map();
  for (const { cards } of groups)
    cards.forEach((card, rank) => score.set(card, (score.get(card) ?? 0) + 1 / (rank + 1)));
  return [...score].sort((a, b) => b[1] - a[1]).map(([card]) => card);
}
