// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * A place typed by hand becomes a point. Nothing is loaded before somebody asks; of the words two letters are sent.
 * @typedef {[number, number]} Point latitude, longitude
 * @typedef {{label: string, state: string, also: string[], point: Point, kind: string}} Place
 */

const KINDS = ["city", "county", "state", "zip"];

/** A name as it is compared: the same as `fold` in the generator. @param {string} name */
export const fold = (name) =>
  name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’‘`ʻ.]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/\b(saint|mount|fort)(?=e?\b)/g, (word) => `${word[0]}t`);

/** Words that share one of these are a slip apart. */
const slips = (word) => [word, ...[...word].map((_, at) => word.slice(0, at) + word.slice(at + 1))];

/**
 * What somebody may mean, the likeliest first; fails where the gazetteer is out of reach.
 * @param {string} typed
 * @param {string} base the gazetteer's folder, with its slash
 * @param {boolean} [forgiving] whether a slip may be meant
 * @returns {Promise<Place[]>}
 */
export async function lookup(typed, base, forgiving = true) {
  const words = fold(typed.slice(0, 80)).replace(/^(\d{5}) \d{4}$/, "$1");
  if (!words[1]) return [];
  const [states, rows] = await Promise.all(["states", words.slice(0, 2).trim()].map((name) => piece(base + name)));
  const whole = [];
  const asked = [[words]];
  for (const state of states)
    for (const name of [state[1], state[0], state[5] ?? ""].map(fold))
      if (name === words) whole.push(state);
      else if (words.endsWith(` ${name}`)) asked.unshift([words.slice(0, -name.length - 1), state[1]]);

  const named = (same) => {
    for (const [name, of] of asked) {
      const hits = rows.filter((row) => (!of || row[1] === of || row[5]?.includes(of)) && same(fold(row[0]), name));
      if (hits[0]) return hits;
    }
    return [];
  };
  let found = [...whole, ...named((a, b) => a === b)];
  if (forgiving && !found[0]) found = named((a, b) => b[4] && isNaN(b) && slips(a).some((slip) => slips(b).includes(slip)));
  return found.map(([name, state, lat, lon, kind, more]) => {
    const also = kind === 3 ? (more ?? []) : [];
    return {
      label: kind === 2 ? name : `${name}, ${[state, ...also].join("/")}`,
      state: `US-${state}`,
      also: also.map((other) => `US-${other}`),
      point: [lat / 100, lon / 100],
      kind: KINDS[kind ?? 0],
    };
  });
}

const pieces = {};

/** A piece's rows, asked for once; none where there is no such piece. */
function piece(address) {
  pieces[address] ??= rowsAt(address).catch((fault) => {
    delete pieces[address];
    throw fault;
  });
  return pieces[address];
}

async function rowsAt(address) {
  const answer = await fetch(`${address}.json`);
  return answer.status === 404 ? [] : answer.json();
}

/** Miles as the crow flies. @type {(a: Point, b: Point) => number} */
export function miles(a, b) {
  const { asin, cos, sin, sqrt, PI } = Math;
  const [north, west, south, east] = [...a, ...b].map((degrees) => (degrees * PI) / 360);
  return 7918 * asin(sqrt(sin(south - north) ** 2 + cos(2 * north) * cos(2 * south) * sin(east - west) ** 2));
}

/** Where the reader is, asked on a press; fails where the reader says no. @type {() => Promise<Point>} */
export const here = () =>
  new Promise((tell, fail) =>
    navigator.geolocation.getCurrentPosition(({ coords }) => tell([coords.latitude, coords.longitude]), fail),
  );
