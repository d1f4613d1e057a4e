import { z } from 'zod';
import { anyRef, finite, frequency, instant, slug } from '../common';
import { day, tier } from '../kinds/governance';
import { reason } from './errors';

const number = finite.nullable();

/** Something about an occurrence that a planner should know. */
export const conflict = z
  .object({
    code: z.enum(['beforeDataClose', 'holiday', 'overlap', 'person', 'committee', 'quorum']),
    message: z.string(),
    with: z.array(anyRef),
  })
  .meta({ id: 'Conflict' });

export const occurrence = z
  .object({
    series: slug,
    title: z.string(),
    tier,
    committee: z.string().nullable(),
    scorecards: z.array(slug),
    start: instant,
    end: instant,
    planned: instant.meta({ description: 'Start by the rule, before holidays moved it.' }),
    review: slug.nullable().meta({ description: 'The review made for it; null while there is none.' }),
    state: z.enum(['planned', 'made', 'open', 'held', 'missed', 'cancelled']),
    period: z.string().nullable().meta({ description: 'Id of the period that is reviewed.' }),
    dataClose: instant.nullable().meta({ description: 'When the last value of that period closes.' }),
    conflicts: z.array(conflict),
  })
  .meta({ id: 'Occurrence' });

export const dataClose = z
  .object({ scorecard: slug, period: z.string(), frequency, at: instant })
  .meta({ id: 'DataClose' });

/** The occurrences of all series in `[from, to)`, by start, and when data close. */
export const reviewCalendar = z
  .object({
    from: instant,
    to: instant,
    now: instant,
    items: z.array(occurrence),
    dataCloses: z.array(dataClose),
    holidays: z.array(
      z.object({ calendar: slug, date: day, title: z.string().nullable() }).meta({ id: 'CalendarHoliday' })
    ),
  })
  .meta({ id: 'ReviewCalendar' });

/** A promise of the charter against what happened. */
export const promiseCompliance = z
  .object({
    scorecard: slug,
    committee: slug,
    tier,
    every: frequency,
    promised: z.int().meta({ description: 'Periods of the promised length that ended within the range.' }),
    held: z.int().meta({ description: 'Those in which such a review was held with its quorum.' }),
    compliance: number.meta({ description: 'held / promised, 0…1.' }),
    periods: z.array(
      z
        .object({
          period: z.string(),
          start: instant,
          end: instant,
          held: z.boolean(),
          reviews: z.array(slug),
          reason: reason.optional(),
        })
        .meta({ id: 'PromisePeriod' })
    ),
    next: instant.nullable().meta({ description: 'When the next such review is planned.' }),
    reason: reason.optional(),
  })
  .meta({ id: 'PromiseCompliance' });

export const compliance = z
  .object({
    charter: slug,
    version: z.int(),
    from: instant,
    to: instant,
    now: instant,
    promised: z.int(),
    held: z.int(),
    compliance: number,
    reviews: z.array(promiseCompliance),
    pivots: promiseCompliance.omit({ scorecard: true, tier: true }).nullable().meta({ id: 'PivotCompliance' }),
    missed: z.array(
      z
        .object({
          series: slug,
          start: instant,
          review: slug.nullable(),
          escalatedTo: z.string().nullable(),
          escalatedAt: instant.nullable(),
        })
        .meta({ id: 'MissedReview' })
    ),
    signatures: z.array(
      z
        .object({
          person: z.string(),
          committees: z.array(slug),
          version: z.int().nullable(),
          signedOn: day.nullable(),
          current: z.boolean(),
        })
        .meta({ id: 'SignatureState' })
    ),
    rule: z.string(),
    reason: reason.optional(),
  })
  .meta({ id: 'Compliance' });
