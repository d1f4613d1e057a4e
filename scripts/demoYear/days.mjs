/** Days, instants and repeatable chance for the demo's year. Days are texts like 2026-03-14; instants are texts in UTC. */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The zone in which the demo company meets. */
export const ZONE = 'Europe/Berlin';

/** The day `days` after a day. */
export function after(day, days) {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The first day of the month `months` after a day's own. */
export function monthAfter(day, months) {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The id of the month `months` after a day's own, such as 2026-03. */
export const monthId = (day, months) => monthAfter(day, months).slice(0, 7);

/** The n-th weekday (0 is Sunday) of the month of a day. */
export function nthWeekday(day, weekday, n) {
  const first = monthAfter(day, 0);
  const offset = (weekday - new Date(first).getUTCDay() + 7) % 7;
  return after(first, offset + 7 * (n - 1));
}

/** The local day of an instant. */
export function localDay(instant) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(new Date(instant));
}

/** The instant `minutes` after an instant. */
export function later(instant, minutes) {
  return new Date(Date.parse(instant) + Math.round(minutes * MINUTE_MS)).toISOString();
}

/** A number in [0, 1) that depends on the key alone. */
export function chance(key) {
  let hash = 2166136261;
  for (const character of `aurelia:${key}`) {
    hash = Math.imul(hash ^ character.codePointAt(0), 16777619);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
