// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The entry module of every page. An element asks for more than HTML gives by `data-enhance`; every task works without.
 * Leaving the page and asking the search are here, since they must not wait for another request; so is the age of a
 * day, since two modules need it.
 */

const OWN = { leave, ask, tell };
const MODULES = [
  "checked",
  "finder",
  "keep",
  "kept",
  "match",
  "offline",
  "open_now",
  "poll",
  "search",
  "slide",
  "sort",
  "template",
  "words",
];

/**
 * Gives one element what it asks for.
 * @param {HTMLElement} element
 */
export async function enhance(element) {
  const name = element.dataset.enhance;
  if (name in OWN) OWN[name](element);
  else if (MODULES.includes(name)) (await import(`./${name}.js`)).enhance(element);
}

/**
 * Blanks the page and leaves it without a step back in the history; three presses of Shift do the same.
 * @param {HTMLAnchorElement} link leads to a page that says nothing about the reader
 */
function leave(link) {
  let presses = 0;
  let first = 0;

  /** @param {Event} event */
  function go(event) {
    event.preventDefault();
    document.documentElement.hidden = true;
    document.title = "…";
    location.replace(link.href);
  }

  link.addEventListener("click", go);
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") presses = 0;
    else if (event.timeStamp - first > 3000 || !presses) [presses, first] = [1, event.timeStamp];
    else if (++presses === 3) go(event);
  });
}

/**
 * Hands the words to the search page behind a “#”, so that they are never sent to the host.
 * @param {HTMLFormElement} form
 */
function ask(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${form.action}#q=${encodeURIComponent(form.elements.q.value.trim())}`);
  });
}

/**
 * Unfolds what the address leads to: whoever comes from “Help us check” wants to tell.
 * @param {HTMLDetailsElement} details
 */
function tell(details) {
  details.open = location.hash === `#${details.id}`;
}

/** The moment that pages count from: the reader's own, but noon of the day on which a made-up hub stands still. */
export function present() {
  const { day } = document.body.dataset;
  return day ? new Date(`${day}T12:00`) : new Date();
}

/**
 * Whole days since an ISO day, on the reader's calendar; less than 0 where the day is still to come.
 * @param {string} day
 */
export function daysSince(day) {
  const now = present();
  return Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.parse(day)) / 864e5);
}

let words;

/**
 * The page's own words about age, by key. (The browser has such words too, but an old phone needs a tenth of a second
 * to fetch them.)
 * @param {string} key
 */
export function said(key) {
  words ??= JSON.parse(document.body.dataset.ages);
  return words[key];
}

/**
 * “12 days ago” in the page's language; "" for a day that is still to come.
 * @param {number} days
 */
export function age(days) {
  if (!(days >= 0)) return "";
  if (days < 2) return said(days ? "yesterday" : "today");
  const [unit, length] =
    days < 14 ? ["days", 1] : days < 60 ? ["weeks", 7] : days < 730 ? ["months", 30.44] : ["years", 365.25];
  return said(unit).replace("{n}", Math.round(days / length));
}

/**
 * An element with its children; text becomes text, never HTML.
 * @param {string} name
 * @param {...(Node | string)} children
 */
export function make(name, ...children) {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

for (const element of document.querySelectorAll("[data-enhance]")) enhance(element);
