// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { DAY, MINUTE, stateAt, wall } from "./hours.js";
import { present } from "./main.js";

/** @param {HTMLElement} line is kept true for as long as the page is open, or empty where nobody can tell */
export function enhance(line) {
  const [words, data] = [line.dataset.words, line.dataset.hours].map((json) => JSON.parse(json));
  const first = document.createElement("b");
  const both = document.createElement("span");

  function tell() {
    const now = present();
    const is = stateAt(data, now);
    if (is.noted) return line.replaceChildren(words.noted);
    first.textContent = is.open ? words.open : words.closed;
    both.replaceChildren(first, " ", then(words, data, now, is, line.dataset.zone));
    line.replaceChildren(is.open === null ? "" : both);
  }

  tell();
  setInterval(tell, MINUTE);
}

/** “Closes at 5 p.m.”, with the zone where the reader's clock shows another time. */
function then(words, data, now, { open, appointment, change }, zone) {
  if (appointment || (change && !open && stateAt(data, change).appointment)) return words.call;
  if (!change) return "";
  const [from, to] = [wall(data.z, now), wall(data.z, change)];
  const away = Math.abs(now - now.getTimezoneOffset() * MINUTE - from) >= MINUTE;
  const at = said(words, from, to, open);
  const when = away ? fill(words.zoned, { when: at, zone }) : at;
  return fill(open ? words.closes : words.opens, { when }).replace(/\.?$/, ".");
}

function fill(words, values) {
  return words.replace(/{(\w+)}/g, (_, name) => values[name]);
}

/** When it is, as people say it: a midnight is the end of the day before, or where a day opens, needs no hour. */
function said(words, from, to, ends) {
  const minute = (to % DAY) / MINUTE;
  const coming = Math.floor(to / DAY) - Math.floor(from / DAY);
  const midnight = !minute && (ends || coming === 1);
  const days = coming - midnight;
  const at = minute || midnight ? clock(words, minute) : "";
  if (!days) return at;
  if (days === 1) return fill(words.tomorrow, { at });
  const form = { timeZone: "UTC", ...(days < 7 ? { weekday: "long" } : { month: "long", day: "numeric" }) };
  const day = new Date(to - midnight * DAY).toLocaleDateString(document.documentElement.lang, form);
  return fill(at ? words.on : words.day, { day, at });
}

/** “at 9:30 a.m.” */
function clock(words, minute) {
  const [hour, past] = [Math.floor(minute / 60), minute % 60];
  if (!past && hour % 12 === 0) return hour ? words.noon : words.midnight;
  const digits = (hour % 12 || 12) + (past ? `:${past}`.replace(/^:(.)$/, ":0$1") : "");
  const time = fill(hour < 12 ? words.am : words.pm, { clock: digits });
  return fill(hour % 12 === 1 ? words.one : words.at, { time });
}
