import { type ReviewSeriesSpec } from '../../../api/types';
import { knownZone } from '../../../components/format';

export type Recurrence = ReviewSeriesSpec['recurrence'];
export type EarlierRules = NonNullable<Recurrence['earlier']>;

/**
 * The earlier rules of a recurrence whose rule is replaced on a day: what it planned until then, or until the day before the new
 * rule starts, stays planned. The ones it had where its present rule has not applied yet.
 */
export function earlierRules(before: Recurrence, newStart: string, today: string): EarlierRules {
  const earlier = before.earlier ?? [];
  const last = earlier.at(-1)?.until ?? '';
  if (dayOf(before.start) > today || last >= today) {
    return earlier;
  }
  const eve = dayBefore(newStart);
  return [...earlier, { rrule: before.rrule, start: before.start, until: eve > today ? eve : today }];
}

/** The day, as 2026-01-20, that it is in the time zone of a series; in that of the browser where the zone is none. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: knownZone(timeZone), dateStyle: 'short' }).format(at);
}

const dayOf = (local: string) => local.slice(0, 10);

/** The day before a local date and time; empty of what is none. */
function dayBefore(local: string): string {
  const at = Date.parse(`${dayOf(local)}T00:00:00Z`);
  return Number.isNaN(at) ? '' : new Date(at - 86_400_000).toISOString().slice(0, 10);
}
