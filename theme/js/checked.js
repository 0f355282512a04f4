// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Lets a date age on the reader's own clock: HTML carries the day, the words about its age are made here. */

/**
 * Whole days since an ISO day, on the reader's calendar; less than 0 where the day is still to come.
 * @param {string} day
 */
export function daysSince(day) {
  const now = new Date();
  return Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.parse(day)) / 864e5);
}

/**
 * “12 days ago” in the page's language, from the browser's own words; "" for a day to come, or where it has none.
 * @param {number} days
 */
export function age(days) {
  if (!(days >= 0) || !Intl.RelativeTimeFormat) return "";
  const [unit, length] = days < 14 ? ["day", 1] : days < 60 ? ["week", 7] : days < 730 ? ["month", 30.44] : ["year", 365.25];
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: days < 2 ? "auto" : "always" });
  return format.format(-Math.round(days / length), unit);
}

/**
 * A checked line gets its age, or says that it is old; anything past its `data-until` gives way.
 * @param {HTMLElement} element
 */
export function enhance(element) {
  if (element.dataset.until) expire(element);
  else ageLine(element);
}

/** @param {HTMLElement} line */
function ageLine(line) {
  const time = line.querySelector("time");
  const days = daysSince(time.dateTime);
  if (days <= Number(time.dataset.days)) time.dataset.age = age(days);
  else if (age(days)) growOld(line, time, age(days));
}

/**
 * The line must not grow shorter: what stands below it would jump.
 * @param {HTMLElement} line
 * @param {HTMLTimeElement} time
 * @param {string} words
 */
function growOld(line, time, words) {
  const [before, after] = said(line.dataset.kind).split("{age}");
  line.style.minBlockSize = `${line.offsetHeight}px`;
  line.classList.add("old");
  time.dataset.on = time.textContent;
  time.removeAttribute("data-days");
  time.textContent = words;
  line.replaceChildren(before, time, after);
}

/**
 * The day after `data-until`, a law or money fact is told no more, and with `data-gone` (a free bed) nothing is left.
 * @param {HTMLElement} element
 */
function expire(element) {
  if (daysSince(element.dataset.until) <= 0) return;
  if ("gone" in element.dataset) return element.remove();
  const words = document.createElement("p");
  words.className = "notice";
  words.textContent = said("review");
  element.replaceChildren(words);
}

/** @param {string} key */
function said(key) {
  return JSON.parse(document.body.dataset.ages)[key];
}
