// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { make } from "./main.js";

/**
 * The heads of a table become buttons that put its rows in order; what is not known stays last either way. It comes
 * sorted by its first column. A browser that can't show the heads on a phone (`scripting` in layout) keeps them as text.
 * @param {HTMLTableElement} table
 */
export function enhance(table) {
  if (!matchMedia("(scripting: enabled)").matches) return;
  const heads = [...table.tHead.rows[0].cells];
  heads[0].ariaSort = "ascending";
  for (const [column, head] of heads.entries()) {
    const button = make("button", ...head.childNodes);
    button.type = "button";
    button.addEventListener("click", () => {
      const isDown = head.ariaSort === "ascending";
      for (const other of heads) other.ariaSort = null;
      head.ariaSort = isDown ? "descending" : "ascending";
      sort(table.tBodies[0], column, heads.length, isDown ? -1 : 1);
    });
    head.append(button);
  }
}

/**
 * @param {HTMLTableSectionElement} body
 * @param {number} column
 * @param {number} width how many cells a row has; one with fewer is looked at again
 * @param {1 | -1} way
 */
function sort(body, column, width, way) {
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const rows = [...body.rows].map((row) => [row, key(row, column, width)]);
  rows.sort(([, a], [, b]) => (a && b ? way * order.compare(a, b) : Boolean(b) - Boolean(a)));
  body.append(...rows.map(([row]) => row));
}

/**
 * @param {HTMLTableRowElement} row
 * @param {number} column
 * @param {number} width
 */
function key(row, column, width) {
  const cell = column && row.cells.length < width ? undefined : row.cells[column];
  return !cell || "none" in cell.dataset ? "" : (cell.dataset.sort ?? cell.textContent);
}
