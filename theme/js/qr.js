// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** A square code (QR) that no server sees: ISO/IEC 18004 to version 10, level L. */

/** By version: codewords, their blocks, and how many of each mend the others. */
const TOTAL = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4];
const MENDING = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18];
/** Level L and mask 2, guarded: readers take any mask, so none is tried out. */
const FORMAT = 0b111110110101010;

const room = (at) => TOTAL[at] - BLOCKS[at] * MENDING[at];
const list = (length, make) => Array.from({ length }, (_, index) => make(index));

/**
 * A drawing for a stroke of 1; null for a text that is too long.
 * @param {string} text
 */
export function drawing(text) {
  const rows = squares(text);
  if (!rows) return null;
  const [svg, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  const dark = rows.flatMap((row, y) => row.map((is, x) => (is ? `M${x} ${y}.5h1` : "")));
  svg.setAttribute("viewBox", `-4 -4 ${rows.length + 8} ${rows.length + 8}`);
  path.setAttribute("d", dark.join(""));
  svg.append(path);
  return svg;
}

/** Rows of squares, 1 for dark. */
export function squares(text) {
  const bytes = new TextEncoder().encode(text);
  const at = TOTAL.findIndex((_, index) => bytes.length + (index < 9 ? 2 : 3) <= room(index));
  return at < 0 ? null : placed(at + 1, mended(at, codewords(bytes, at)));
}

/** Mode, length, bytes and end, half a byte out of step; then filled up. */
function codewords(bytes, at) {
  const { length } = bytes;
  let half = 4;
  const words = [...(at < 9 ? [] : [length >> 8]), length & 255, ...bytes, 0].map((byte) => {
    const word = (half << 4) | (byte >> 4);
    half = byte & 15;
    return word;
  });
  for (let filler = 0xec; words.length < room(at); filler ^= 0xfd) words.push(filler);
  return words;
}

/** One codeword of each block in turn, then what mends them. */
function mended(at, words) {
  const [count, longer] = [BLOCKS[at], words.length % BLOCKS[at]];
  const cut = (block) => ((words.length - longer) / count) * block + Math.max(0, block - count + longer);
  const blocks = list(count, (block) => words.slice(cut(block), cut(block + 1)));
  return [blocks, blocks.map((block) => remainder(block, MENDING[at]))].flatMap((each) =>
    each[count - 1].flatMap((_, index) => each.flatMap((block) => block.slice(index, index + 1))),
  );
}

/** Reed-Solomon. */
function remainder(block, degree) {
  const divisor = list(degree, (index) => +(index === degree - 1));
  const rest = list(degree, () => 0);
  for (let root = 1, step = 0; step < degree; step++, root = times(root, 2))
    divisor.forEach((value, index) => (divisor[index] = times(value, root) ^ divisor[index + 1]));
  for (const word of block) {
    const factor = word ^ rest.shift();
    rest.push(0);
    divisor.forEach((value, index) => (rest[index] ^= times(value, factor)));
  }
  return rest;
}

/** In GF(256). */
function times(a, b) {
  let product = 0;
  for (let bit = 128; bit; bit >>= 1) product = (product << 1) ^ (product & 128 ? 0x11d : 0) ^ (b & bit ? a : 0);
  return product;
}

/** The codewords on their winding way around what every code has. */
function placed(version, words) {
  const grid = patterns(version);
  const size = grid.length;
  let next = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2)
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = (right + (right < 6)) & 2 ? step : size - 1 - step;
        grid[y][x] ??= ((words[next >> 3] >> (7 - (next++ & 7))) & 1) ^ (x % 3 === 0);
      }
  return grid;
}

function patterns(version) {
  const size = 17 + 4 * version;
  const far = size - 7;
  const grid = list(size, () => []);

  function set(x, y, dark) {
    if (grid[y] && x >= 0 && x < size) grid[y][x] = dark & 1;
  }

  function ring(x, y, radius, ...light) {
    for (let i = -radius; i <= radius; i++)
      for (let j = -radius; j <= radius; j++) set(x + i, y + j, !light.includes(Math.max(Math.abs(i), Math.abs(j))));
  }

  for (let i = 8; i < size - 8; i++) {
    set(i, 6, ~i);
    set(6, i, ~i);
  }
  const centers = version < 2 ? [] : [6, version < 7 ? far : (6 + far) / 2, far];
  for (const x of centers)
    for (const y of centers) if (Math.min(x, y) > 6 || (x + y > 12 && x + y < 6 + far)) ring(x, y, 2, 1);
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) ring(x, y, 4, 2, 4);
  for (let i = 0; i < 15; i++) {
    set(...(i < 8 ? [8, i + (i > 5)] : [14 - i + (i < 9), 8]), FORMAT >> i);
    set(...(i < 8 ? [size - 1 - i, 8] : [8, size - 15 + i]), FORMAT >> i);
  }
  set(8, size - 8, 1);
  let guard = version;
  for (let i = 0; i < 12; i++) guard = (guard << 1) ^ ((guard >> 11) * 0x1f25);
  for (let i = 0; version > 6 && i < 18; i++) {
    const at = [Math.floor(i / 3), size - 11 + (i % 3)];
    set(...at, ((version << 12) | guard) >> i);
    set(...at.reverse(), ((version << 12) | guard) >> i);
  }
  return grid;
}
