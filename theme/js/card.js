// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { make } from "./main.js";
import { noted } from "./noted.js";

/** A record's card as the server writes it (components/card), from a row of the list's data (views/finder.py). */

/**
 * @param {Object} row
 * @param {Object} of the row's file: `labels` of lines, `days` in words
 * @param {string} base leads to the list's folder
 * @param {string} call the button's words, with {number}
 * @param {string} where where it is, or ""
 * @param {Node[]} answers what it says to what is asked
 * @returns {HTMLElement}
 */
export function card(row, of, base, call, where, answers) {
  const link = make("a", row.n);
  link.href = base + row.h;
  if (row.l) link.lang = row.l;
  const article = make("article", make("h3", link), named("kind", row.k ?? "", ...status(row)));
  if (where) article.append(named("kind", where));
  article.append(...noted(row.e), ...answers, lines(row, of), named("soft", mark(row.m, of)));
  if (row.c) article.append(make("p", button(row, call), ...note(row.c)));
  article.className = "card";
  return article;
}

/** Closed or moved, else full: that gives way after its last day. */
function status({ k, s, f: [full, until] = [] }) {
  if (!s && !full) return [];
  const told = make("span", k ? " · " : "", make("b", s ?? full));
  if (!s) Object.assign(told.dataset, { enhance: "checked", until, gone: "" });
  return [told];
}

/** The lines that decide; past the row's last day they give way. */
function lines(row, of) {
  const list = make("dl");
  for (const [label, text, lang, until, then] of row.d ?? []) {
    const line = inLanguage("dd", text, lang);
    if (until) Object.assign(line.dataset, { enhance: "checked", until, then });
    list.append(make("dt", of.labels[label]), line);
  }
  if (!row.u) return list;
  const box = make("div", list);
  Object.assign(box.dataset, { enhance: "checked", until: row.u });
  return box;
}

function button({ n, c: [number, href] }, words) {
  const link = make("a", href.startsWith("tel:") ? words.replace("{number}", () => number) : number);
  link.className = "button";
  link.href = href;
  link.setAttribute("aria-label", `${link.textContent}: ${n}`);
  return link;
}

/** What the number is for, or what to press then. */
function note([, , text, lang]) {
  if (!text) return [];
  const line = inLanguage("span", text, lang);
  line.className = "soft";
  return [" ", line];
}

/** How sure it is; the day ages as on every page. */
function mark([kind, before, after, day, days], of) {
  const line = make("span", before);
  line.className = "checked";
  if (!day) return line;
  const time = make("time", of.days[day]);
  time.dateTime = day;
  time.dataset.days = days;
  line.append(time, after);
  Object.assign(line.dataset, { enhance: "checked", kind });
  return line;
}

/**
 * What they say to one question.
 * @param {HTMLElement} pattern the answer as the server writes it
 * @param {string} question
 * @param {[string, string?] | 0} words on what it depends, and the language of that where it is not the page's
 * @param {Array | 0} known how and when we know
 * @param {Object} of the row's file
 */
export function answer(pattern, question, words, known, of) {
  const said = pattern.cloneNode(true);
  said.firstElementChild.textContent = question;
  const more = [words && inLanguage("span", ...words), words && known && " · ", known && mark(known, of)].filter(Boolean);
  if (more.length) said.append(named("soft", ...more));
  return said;
}

function inLanguage(name, text, lang) {
  const told = make(name, text);
  if (lang) told.lang = lang;
  return told;
}

function named(name, ...children) {
  const line = make("p", ...children);
  line.className = name;
  return line;
}
