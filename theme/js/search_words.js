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

/** The words of a list in which each is written as how many letters it shares with the one before, and its rest. */
function unfold(folded) {
  let last = "";
  return [...folded.matchAll(/(\d)(\D*)/g)].map(([, same, rest]) => (last = last.slice(0, same) + rest));
}

/**
 * Prepares what words.json holds.
 * @param {{skip: string, known: string, often: string, spared: string, heard: string, whole: boolean, danger: Array,
 *   words: Array}} file
 * @returns {(q: string) => object} tells what a query means
 */
export function understanding(file) {
  const { skip = "", known = "", often = "", spared = "", heard = "", whole = false, danger = [], words = [] } = file;
  const skipped = new Set(skip.split(" "));
  const [risks, groups] = [danger, words].map((list) =>
    list.map(([typed, cards, means]) => ({ cards, means, typed: typed.split("|").map((text) => text.split(" ")) })),
  );
  const grave = new Set(risks.flatMap(({ typed }) => typed.flat()));
  const common = new Set([...grave, ...groups.flatMap(({ typed }) => typed.flat())]);
  const unsaid = new Set([...common].filter((_, at) => heard[at] === "1"));
  const listed = unfold(known);
  const usual = new Set([...common, ...listed.filter((_, at) => often[at] === "1")]);
  const there = new Set([...common, ...listed]);
  const near = [...there]
    .filter((word) => word.length >= SHORTEST || (word.length > 2 && common.has(word)))
    .map((word) => [word, sound(word)]);
  const elsewhere = new Set(unfold(spared));
  const begins = (bare) => near.some(([word]) => word.startsWith(bare));
  const tells = (word) => word.length > 2 && !skipped.has(word);
  const untouched = (word) => word.length < SHORTEST || /\d/.test(word) || skipped.has(word);

  /** How many letters may be wrong. Too many harmless words are near a word of danger, and it must sound the same. */
  function slips(length, alike, other) {
    if (alike) return length >= (grave.has(other) ? 8 : 6) ? 2 : 1;
    if (length >= 9 && !grave.has(other)) return 2;
    return length >= 6 ? 1 : 0;
  }

  /** The word as it is written; itself where it is known, short, right, or the beginning of another. */
  function right(word) {
    const bare = stem(word);
    if (untouched(word) || [word, bare].some((each) => there.has(each) || elsewhere.has(each))) return word;
    const said = sound(bare);
    let [best, least] = [word, Infinity];
    for (const [other, heardAs] of near) {
      const alike = said.length > 1 && heardAs === said;
      if (Math.abs(other.length - bare.length) > 2 || (!alike && other[0] !== bare[0])) continue;
      const wrong = apart(bare, other);
      const far = wrong - alike - (common.has(other) ? 0.5 : 0);
      if (wrong <= slips(bare.length, alike, other) && far < least) [best, least] = [other, far];
    }
    return least >= 1 && begins(bare) ? word : best;
  }

  /** False for a word that the index can't hold, so that the others are not lost for it. */
  const holds = (word) => !whole || untouched(word) || there.has(stem(word)) || begins(stem(word));

  /**
   * The groups of which some words are meant, in any order; words that tell nothing by themselves (“no puedo más”) must
   * stand side by side. Nothing whose words all stand in a longer match.
   */
  function meant(list, lines) {
    const said = new Set(lines.flat());
    const aloud = lines.map((line) => ` ${line.join(" ")} `);
    const stands = (text) =>
      text.some(tells) ? text.every((word) => said.has(word)) : aloud.some((line) => line.includes(` ${text.join(" ")} `));
    const hits = list
      .map((group) => ({ ...group, texts: group.typed.filter(stands) }))
      .map((group) => ({ ...group, by: group.texts.flat() }))
      .filter(({ by }) => by.length);
    return hits.filter(({ by }) => !hits.some((other) => within(by, other.by)));
  }

  return (q) => {
    const typed = plain(q).split(" ");
    const fixed = typed.map(right);
    const said = [typed, fixed].map((line) => line.map(stem));
    const hits = meant(groups, said);
    const threats = meant(risks, said).filter(({ by }) => !hits.some(({ texts }) => texts.some((text) => within(by, text))));
    const telling = fixed.filter((word) => !skipped.has(word) && holds(word)).slice(0, MOST);
    const mended = fixed.filter((word) => !typed.includes(word));
    const sayable =
      !threats.length && !mended.some((word) => unsaid.has(stem(word))) && !typed.every((word) => fixed.includes(word) && holds(word));
    const rest = telling.map(stem).filter((word) => !hits.some(({ by }) => by.includes(word)));
    return {
      left: typed.filter((word) => !hits.some(({ by }) => by.includes(stem(word)))),
      small: (word) => skipped.has(word),
      strange: (word) => !there.has(stem(word)) && right(word) === word,
      threat: threats.length > 0,
      lines: gravest(threats),
      first: best(hits),
      rest,
      rare: telling.find((word) => stem(word) === (rest.find((each) => !usual.has(each)) ?? rest[0])),
      means: hits.some(({ means }) => means) ? [...hits.map(({ means, by }) => means || by.join(" ")), ...rest].join(" ") : "",
      telling,
      fixed: sayable ? fixed.filter(holds).join(" ") : "",
      lost: !telling.length && !fixed.every(holds),
      typed: whole ? "" : typed.join(" "),
      changed: whole ? [] : typed.filter((word, at) => word !== fixed[at]),
    };
  };
}

const inside = (some, all) => some.every((word) => all.includes(word));
const within = (some, all) => inside(some, all) && !inside(all, some);

/** The cards of several groups, the first of each before the second of any, in the order of the groups. */
function gravest(groups) {
  const ranks = Math.max(0, ...groups.map(({ cards }) => cards.length));
  return [...new Set([...Array(ranks).keys()].flatMap((rank) => groups.flatMap(({ cards }) => cards.slice(rank, rank + 1))))];
}

/** The cards of several groups, the first of each before the second of any; one in two groups comes before both. */
function best(groups) {
  const score = new Map();
  for (const { cards } of groups)
    cards.forEach((card, rank) => score.set(card, (score.get(card) ?? 0) + 1 / (rank + 1)));
  return [...score].sort((a, b) => b[1] - a[1]).map(([card]) => card);
}
