// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Finds in a text what the generator's wording/finding.py finds: the same steps in the same order, by the same data. A
 * test asks both for every sentence that people judged, and for mixtures of them.
 * @typedef {{start: number, end: number, word: number, kept: string}} Found `word` counts from 0 in the data
 */

const [NEAR, FARTHEST, SHORT] = [40, 8, 5];

const small = (written) => written.toLowerCase().replace(/\u2019/g, "'").normalize("NFC");
const bare = (word) =>
  word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");

/**
 * Prepares the words of one language.
 * @param {object} data what the generator's `Lexicon.plain` gives
 * @returns {(text: string) => Found[]}
 */
export function wordFinder({ patterns, cues, names, words }) {
  const word = new RegExp(patterns.word, "g");
  const join = new RegExp(`^(?:${patterns.join})$`);
  const stop = new RegExp(patterns.stop);
  const aside = patterns.aside.map(([blank, source]) => [blank, new RegExp(source, "gu")]);

  function tokens(text, quoted) {
    let [end, sentence] = [0, 0];
    return [...text.matchAll(word)].map((found, at) => {
      const gap = text.slice(end, found.index);
      const written = found[0].replace(/['\u2019]s$/, "");
      const start = found.index;
      if (at && stop.test(gap)) sentence++;
      end = start + found[0].length;
      return {
        start,
        end: start + written.length,
        written,
        small: small(written),
        large: written[0] !== written[0].toLowerCase(),
        joined: at > 0 && join.test(gap),
        sentence,
        quoted: quoted?.[start],
      };
    });
  }

  function prose(text) {
    const quoted = new Uint8Array(text.length);
    for (const [blank, pattern] of aside)
      if (blank) text = text.replace(pattern, (found) => found.replace(/[^\n]/g, blank));
      else for (const { index, 0: found } of text.matchAll(pattern)) quoted.fill(1, index, index + found.length);
    return tokens(text, quoted);
  }

  /** The tests of a phrase, one for each of its words. */
  const phrase = (written) =>
    tokens(written).map((each) => {
      const ways = [each.small, bare(each.small)];
      const exact = each.written[1] && each.written === each.written.toUpperCase() && each.written !== each.written.toLowerCase();
      if (exact) return { ways, fits: (token) => token.written === each.written };
      if (written[each.end] === "*") return { ways, fits: (token) => ways.some((way) => token.small.startsWith(way)) };
      return { ways, fits: (token) => ways.includes(token.small) };
    });
  const stands = (parts, all, at) =>
    at >= 0 &&
    at + parts.length <= all.length &&
    parts.every((part, step) => part.fits(all[at + step]) && (!step || all[at + step].joined));

  function around(all, first, behind) {
    let [low, high] = [first, behind];
    while (low > Math.max(0, first - NEAR) && all[low - 1].sentence === all[first].sentence) low--;
    while (high < Math.min(all.length, behind + NEAR) && all[high].sentence === all[first].sentence) high++;
    return [low, high];
  }

  /** Whether the form from `first` up to `behind` is meant in the sense that its record speaks of. */
  function sense(record) {
    const rules = Object.fromEntries(RULES.filter((name) => record[name]).map((name) => [name, record[name].map(phrase)]));
    return (all, first, behind) => {
      const ways = {
        before: (parts) => stands(parts, all, behind) && all[behind].joined,
        after: (parts) => all[first].joined && stands(parts, all, first - parts.length),
        near(parts) {
          const [low, high] = around(all, first, behind);
          for (let at = low; at <= high - parts.length; at++)
            if ((at <= first - parts.length || at >= behind) && stands(parts, all, at)) return true;
          return false;
        },
      };
      const any = (rule) => rules[rule]?.some(ways[rule.split("_")[1]]);
      if (any("not_before") || any("not_after") || any("not_near")) return false;
      return behind - first > 1 || (any("only_near") ?? true) && (any("only_after") ?? true);
    };
  }

  const first = new Map();
  const forms = words.flatMap((record, at) => {
    const meant = sense(record);
    return record.forms.map((form) => ({ parts: phrase(form), at, meant }));
  });
  for (const form of forms.sort((one, other) => other.parts.length - one.parts.length))
    for (const way of new Set(form.parts[0].ways)) first.set(way, [...(first.get(way) ?? []), form]);

  // --- What may stay ---

  const both = (listed) => new Set(listed.split(",").flatMap((each) => phrase(each).flatMap(({ ways }) => ways)));
  const [linking, articles, after, begins, joining, telling] = LISTS.map((name) => both(cues[name]));
  const own = cues.own.split(",").map(phrase);
  const known = names.map(phrase).filter((parts) => parts.length > 1);
  const opens = (all, at) => !at || all[at - 1].sentence !== all[at].sentence;
  const inside = ({ large, small }) => large || joining.has(small);

  function isListed(all, first, behind) {
    const within = (parts) => [...Array(first - behind + parts.length + 1).keys()].some((at) => stands(parts, all, behind - parts.length + at));
    return known.some((parts) => first - behind + parts.length >= 0 && within(parts));
  }

  function isName(all, first, behind) {
    if (!all.slice(first, behind).every(inside)) return false;
    let [low, high] = [first, behind];
    while (low > Math.max(0, first - FARTHEST) && all[low].joined && inside(all[low - 1])) low--;
    while (high < Math.min(all.length, behind + FARTHEST) && all[high].joined && inside(all[high])) high++;
    const large = [];
    for (let at = low; at < high; at++) if (all[at].large) large.push(at);
    const isBeside = (at) => at < first || at >= behind;
    if (large.some((at) => isBeside(at) && telling.has(all[at].small))) return true;
    const shown = large.filter((at) => !opens(all, at));
    if (!shown[1] && !shown.some(isBeside)) return false;
    return !all.slice(...around(all, first, behind)).every(({ large, small }) => large || small.length < SHORT);
  }

  function isOwn(all, first, behind) {
    let [at, strange] = [first, false];
    for (; at && first - at < FARTHEST && all[at - 1].sentence === all[first].sentence; at--) {
      if (own.some((parts) => stands(parts, all, at - parts.length))) return true;
      const before = all[at - 1].small;
      if (linking.has(before) || /^[0-9]+$/.test(before)) continue;
      if (strange || !articles.has(all[at - 2]?.small)) return false;
      strange = true;
    }
    return begins.has(all[at].small) && after.has(all[behind]?.small);
  }

  const kept = (all, from, behind) =>
    all[from].quoted ? "quote" : isListed(all, from, behind) || isName(all, from, behind) ? "name" : isOwn(all, from, behind) ? "own" : "";

  return (text) => {
    const all = prose(text);
    const found = [];
    for (let at = 0; at < all.length; ) {
      const form = first.get(all[at].small)?.find(({ parts, meant }) => stands(parts, all, at) && meant(all, at, at + parts.length));
      const behind = at + (form?.parts.length ?? 1);
      if (form) found.push({ start: all[at].start, end: all[behind - 1].end, word: form.at, kept: kept(all, at, behind) });
      at = behind;
    }
    return found;
  };
}

const RULES = ["only_near", "only_after", "not_near", "not_before", "not_after"];
const LISTS = ["linking", "articles", "after", "begins", "joining", "names"];
