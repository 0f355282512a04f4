// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Tells what is open now on the place's own clock. A "wall" is what that clock shows, in ms as if it were UTC. */

export const MINUTE = 6e4;
export const DAY = 864e5;
const clocks = {};

/**
 * What the clock of a zone shows, to the minute.
 * @param {string} zone
 * @param {Date | number} moment
 */
export function wall(zone, moment) {
  clocks[zone] ??= new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const part = {};
  for (const { type, value } of clocks[zone].formatToParts(moment)) part[type] = value;
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
}

/** The last moment of a wall; the first one after it where the clock skips it. */
function moment(zone, shown) {
  const guesses = [shown - DAY, shown + DAY].map((near) => shown + near - wall(zone, near));
  const right = guesses.filter((guess) => wall(zone, guess) === shown);
  return right.length ? new Date(Math.max(...right)) : moment(zone, shown + MINUTE);
}

/** A day since 1970 as month and day (1224), day of the week (Monday is 0) and year. */
function calendar(day) {
  const date = new Date(day * DAY);
  return [date.getUTCMonth() * 100 + 100 + date.getUTCDate(), (day + 3) % 7, date.getUTCFullYear()];
}

/** Public holidays of the United States, each on the weekday that it is kept on. */
function holiday(day) {
  const [date, weekday] = calendar(day);
  const fixed = (near) => [101, 619, 704, 1111, 1225].includes(calendar(near)[0]);
  const week = (first) => first <= date && date < first + 7;
  if (weekday > 4) return false;
  if (fixed(day) || (weekday === 0 && fixed(day - 1)) || (weekday === 4 && fixed(day + 1))) return true;
  return weekday === 3 ? week(1122) : weekday === 0 && [115, 215, 525, 901].some(week);
}

/** Whether a rule is for a day: its days are bits of the week and of holidays, or pairs of dates. */
function holds(days, day) {
  const [date, weekday, year] = calendar(day);
  if (!days.some) return (days >> weekday) & 1 || (days & 128 && holiday(day));
  return days.some(([first, last]) => {
    const at = first > 9999 ? year * 1e4 + date : date;
    return first > last ? at >= first || at <= last : at >= first && at <= last;
  });
}

/** A day's times as [from, to, state]: of the last rule for it; where that has none, the first night of the day before. */
function spans(rules, day) {
  let found = [];
  for (const [days, times, call] of rules) {
    const [today, night] = [holds(days, day), holds(days, day - 1)];
    if (!today && (found.length || !night)) continue;
    found = [];
    for (let at = 0; at < times.length; at += 2) {
      if (today) found.push([times[at], times[at + 1], call ? 2 : 1]);
      if (night && times[at + 1] > 1440) found.push([0, times[at + 1] - 1440, call ? 2 : 1]);
    }
  }
  return found;
}

/** 0 closed, 1 open, 2 open to those who called first. */
function state(rules, shown) {
  const minute = (shown % DAY) / MINUTE;
  const times = spans(rules, Math.floor(shown / DAY));
  return times.find(([from, to]) => from <= minute && minute < to)?.[2] || 0;
}

/** The next wall at which the state is another; null where there is none for a year. */
function next(rules, shown) {
  const now = state(rules, shown);
  const today = Math.floor(shown / DAY);
  for (let day = today; day < today + 400; day++) {
    for (const edge of [0, ...spans(rules, day).flat()].sort((a, b) => a - b)) {
      const then = day * DAY + edge * MINUTE;
      if (edge < 1440 && then > shown && state(rules, then) !== now) return then;
    }
  }
  return null;
}

/** The notice about the place that runs on this reader's day, as views/closures.py writes its days. */
function noticeOn(days = [], now) {
  const today = new Date(now - now.getTimezoneOffset() * MINUTE).toISOString().slice(0, 10);
  const run = days.filter(([begins, ends]) => begins <= today && (!ends || today <= ends));
  return run.find(([, , closes]) => closes) ?? run[0];
}

const UNKNOWN = { open: null, appointment: false, change: null };

/**
 * Whether a place is open, whether one must call first, and when that changes; `open` is null where nobody can tell.
 * While a notice runs it alone tells: the place is then not open where that closes it, and `noted` is true.
 * @param {{z?: string, u: string, r: Array, x?: Array}} data what `hours_data` in views/hours.py writes
 * @param {Date} now
 * @returns {{open: boolean | null, appointment: boolean, change: Date | null, noted?: boolean}}
 */
export function stateAt(data, now) {
  try {
    const notice = noticeOn(data.x, now);
    if (notice) return { ...UNKNOWN, open: notice[2] ? false : null, noted: true };
    if (now - Date.parse(data.u) > 1.5 * DAY) return UNKNOWN;
    if (!data.z) return { open: data.r.length > 0, appointment: false, change: null };
    const shown = wall(data.z, now);
    const [found, then] = [state(data.r, shown), next(data.r, shown)];
    return { open: found > 0, appointment: found > 1, change: then && moment(data.z, then) };
  } catch {
    return UNKNOWN;
  }
}
