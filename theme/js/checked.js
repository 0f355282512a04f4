// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { age, daysSince, said } from "./main.js";

/** Lets a date age on the reader's own clock: HTML carries the day, what it means by now is said here. */

/**
 * A checked line gets its age, or says that it is old; a notice comes on its `data-from`; anything past its
 * `data-until` gives way.
 * @param {HTMLElement} element
 */
export function enhance(element) {
  if (element.dataset.from) element.hidden = daysSince(element.dataset.from) < 0;
  if (element.dataset.until) expire(element);
  else if (!element.dataset.from) ageLine(element);
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
  const answer = line.closest(".answer")?.querySelector(".said");
  if (answer) askAgain(answer);
}

/**
 * An answer past its life is no answer any more: its tick becomes the ring of what is not known.
 * @param {HTMLElement} answer
 */
function askAgain(answer) {
  const drawing = answer.querySelector("svg");
  const ring = drawing.firstElementChild;
  ring.setAttribute("class", "ring dashed");
  ring.setAttribute("r", "9.5");
  drawing.replaceChildren(ring);
  answer.className = "said unknown";
  answer.replaceChildren(drawing, said("again"));
}

/**
 * The day after `data-until`, a law or money fact is told no more, with `data-gone` (a free bed) nothing is left, and
 * with `data-again` an answer must be asked for again, and `data-then` is what can still be said.
 * @param {HTMLElement} element
 */
function expire(element) {
  if (daysSince(element.dataset.until) <= 0) return;
  if (element.dataset.then) {
    element.textContent = element.dataset.then;
    return;
  }
  if ("gone" in element.dataset) return element.remove();
  if ("again" in element.dataset) return askAgain(element.querySelector(".said"));
  const words = document.createElement("p");
  words.className = "notice";
  words.textContent = said("review");
  (element.cells ? oneCell(element) : element).replaceChildren(words);
}

/**
 * Makes one of the cells between what a row is about and its source.
 * @param {HTMLTableRowElement} row
 */
function oneCell(row) {
  const [first, ...others] = [...row.cells].slice(1, -1);
  for (const other of others) other.remove();
  first.colSpan = others.length + 1;
  first.removeAttribute("data-label");
  return first;
}
