// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { daysSince, make } from "./main.js";

/**
 * The notices about a place that run today, as cards show them (`carried` in views/notices.py).
 * @param {string[][]} notices title, its language, first day, last day, dates in words
 * @param {string} lang of what names none
 * @returns {HTMLElement[]}
 */
export function noted(notices = [], lang = "") {
  const running = notices.filter(([, , begins, ends]) => !(daysSince(begins) < 0 || daysSince(ends) > 0));
  return running.map(([title, own, , , dates = ""]) => {
    const [words, line] = [make("b", title), make("p", dates)];
    const box = make("div", make("p", words), line);
    if (lang) line.lang = lang;
    if (own || lang) words.lang = own || lang;
    line.className = "soft";
    box.className = "notice";
    return box;
  });
}
