import { type ReviewSeriesSpec } from '../../../api/types';
import { knownZone } from '../../../components/format';

export type Recurrence = ReviewSeriesSpec['recurrence'];
export type EarlierRules = NonNullable<Recurrence['earlier']>;

/**
 * The earlier rules of a recurrence that is replaced by another one on a day, so that what it planned until then, or until the day before
 * the new one starts, stays planned. The ones it had where its present rule has not applied yet. Where the new one has another time zone,
 * other days without a meeting until then or other holidays, they say those that they had.
 */
export function earlierRules(before: Recurrence, after: Recurrence, today: string): EarlierRules {
  const rules = withPresent(before, after.start, today);
  const last = rules.at(-1)?.until;
  return last === undefined || daysUntil(before, last) === daysUntil(after, last)
    ? rules
    : rules.map((rule) => (rule.timeZone === undefined ? { ...rule, ...daysOf(before, rule.until) } : rule));
}

/** Whether a recurrence plans otherwise than another one did until a day. */
export function replaces(after: Recurrence, before: Recurrence, today: string): boolean {
  return (
    after.rrule !== before.rrule || after.start !== before.start || daysUntil(after, today) !== daysUntil(before, today)
  );
}

/** The earlier rules, and the present one where it has applied. */
function withPresent({ rrule, start, earlier = [] }: Recurrence, newStart: string, today: string): EarlierRules {
  const last = earlier.at(-1)?.until ?? '';
  if (dayOf(start) > today || last >= today) {
    return earlier;
  }
  const eve = dayBefore(newStart);
  return [...earlier, { rrule, start, until: eve > today ? eve : today }];
}

/** What a recurrence says of days until one of them, as an earlier rule says it. Days that are still being written are none. */
function daysOf({ timeZone, except, onHoliday }: Recurrence, until: string) {
  const past = (except ?? []).filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && day <= until).sort();
  return {
    timeZone,
    ...(past.length > 0 ? { except: past } : {}),
    ...((onHoliday ?? 'next') === 'next' ? {} : { onHoliday }),
  };
}

const daysUntil = (recurrence: Recurrence, until: string) => JSON.stringify(daysOf(recurrence, until));

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
