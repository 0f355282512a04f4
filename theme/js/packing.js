// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Files of several parts (ZIP), as far as our own are: not pressed, with plain names. */

const [PART, LISTED, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const NO_DAY = 0x21; // the first of January 1980

/**
 * The parts by name, in order.
 * @param {Uint8Array} file
 */
export function unpacked(file) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts = new Map();
  for (let at = 0; view.getUint32(at, true) === PART; ) {
    const name = at + 30;
    const from = name + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const to = from + view.getUint32(at + 18, true);
    const letters = file.subarray(name, name + view.getUint16(at + 26, true));
    parts.set(new TextDecoder().decode(letters), file.subarray(from, to));
    at = to;
  }
  return parts;
}

/**
 * One file of the parts.
 * @param {Map<string, Uint8Array>} parts
 */
export function packed(parts) {
  const [chunks, list] = [[], []];
  let at = 0;
  for (const [name, content] of parts) {
    const letters = new TextEncoder().encode(name);
    // version, flags, method, time, day, sum, size as it is kept, size as it is, length of the name, no extras
    const told = [2, 20, 2, 0, 2, 0, 2, 0, 2, NO_DAY, 4, sum(content), 4, content.length, 4, content.length];
    const lengths = [2, letters.length, 2, 0];
    list.push(numbers(4, LISTED, 2, 20, ...told, ...lengths, 2, 0, 2, 0, 2, 0, 4, 0, 4, at), letters);
    chunks.push(numbers(4, PART, ...told, ...lengths), letters, content);
    at += 30 + letters.length + content.length;
  }
  const listed = list.reduce((total, chunk) => total + chunk.length, 0);
  const end = numbers(4, END, 2, 0, 2, 0, 2, parts.size, 2, parts.size, 4, listed, 4, at, 2, 0);
  return new Blob([...chunks, ...list, end]);
}

/** Bytes of numbers, each behind its length, the small end first. */
function numbers(...told) {
  const bytes = [];
  for (let n = 0; n < told.length; n += 2)
    for (let byte = 0; byte < told[n]; byte++) bytes.push((told[n + 1] >>> (8 * byte)) & 255);
  return new Uint8Array(bytes);
}

/** The sum by which a reader knows that a part is whole (CRC-32). */
function sum(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
