// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// What MkDocs' theme leaves to a finger: its menu becomes a button for keys and screen readers too. Cells of a table that
// stand below each other on a phone are told by the heads of their columns, and stay a table for a screen reader.

function menu(button, side) {
  button.setAttribute("role", "button");
  button.setAttribute("aria-label", "Menu");
  button.tabIndex = 0;
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    button.click();
  });
  const tell = () => button.setAttribute("aria-expanded", String(side.classList.contains("shift")));
  new MutationObserver(tell).observe(side, { attributeFilter: ["class"] });
  tell();
}

function label(table) {
  const heads = [...table.querySelectorAll("th")].map((head) => head.textContent.trim().replace(/\w$/, "$&:"));
  const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };
  for (const [name, role] of Object.entries(roles)) {
    for (const each of table.parentNode.querySelectorAll(name)) each.setAttribute("role", role);
  }
  for (const row of table.querySelectorAll("tbody tr")) {
    [...row.cells].forEach((cell, place) => heads[place] && (cell.dataset.label = heads[place]));
  }
}

document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector("[data-toggle='wy-nav-top']");
  const side = document.querySelector(".wy-nav-side");
  if (button && side) menu(button, side);
  document.querySelectorAll(".rst-content table").forEach(label);
});
