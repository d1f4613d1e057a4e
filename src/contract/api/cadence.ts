import { z } from 'zod';
import { anyRef, finite, frequency, instant, slug } from '../common';
import { agendaEntry, day, itemClass, tier } from '../kinds/governance';
import { ReviewSeries } from '../kinds/reviewSeries';
import { reason } from './errors';

const number = finite.nullable();

/** Something about an occurrence that a planner should know. */
export const conflict = reason
  .extend({
    code: z.enum(['beforeDataClose', 'holiday', 'overlap', 'person', 'committee', 'quorum']),
    with: z.array(anyRef),
  })
  .meta({ id: 'Conflict' });

export const occurrence = z
  .object({
    series: slug,
    seriesTitle: z.string(),
    title: z.string(),
    tier,
    charter: slug.nullable(),
    committee: z.string().nullable(),
    committeeTitle: z.string().nullable(),
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

/** An unsaved series, to see when it would meet. */
export const seriesPreviewRequest = z
  .strictObject({
    name: slug.optional().meta({ description: 'The series that it replaces.' }),
    series: ReviewSeries.spec,
    count: z.int().min(1).max(20).optional().meta({ description: 'How many occurrences; 5 when left out.' }),
    now: instant.optional(),
  })
  .meta({ id: 'SeriesPreviewRequest' });

export const seriesPreview = z
  .object({ now: instant, items: z.array(occurrence).meta({ description: 'Its next occurrences.' }) })
  .meta({ id: 'SeriesPreview' });

/** A promise of the charter against what happened. */
export const promiseCompliance = z
  .object({
    scorecard: slug,
    committee: slug,
    tier,
    every: frequency,
    promised: z.int().meta({
      description:
        'Periods of the promised length that ended after `from` and not after `to`, while the committee existed.',
    }),
    held: z.int().meta({ description: 'Those in which such a review was held.' }),
    quorate: z.int().meta({ description: 'Those in which one was held with its quorum.' }),
    compliance: number.meta({ description: 'held / promised, 0…1.' }),
    periods: z.array(
      z
        .object({
          period: z.string(),
          start: instant,
          end: instant,
          held: z.boolean(),
          quorate: z.boolean().meta({ description: 'Held with its quorum, as far as attendance was noted.' }),
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
    quorate: z.int(),
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

/** Why an item is on an agenda: it was raised there, or it came by its class, its decision right, or for staying unresolved. */
const whyThere = z.enum(['raised', 'class', 'right', 'unresolved']);

/** How an item went from the agenda of one series to that of another. */
const escalation = z
  .object({
    from: slug,
    to: slug,
    at: instant,
    why: whyThere,
    reason: z.string(),
    review: slug.nullable().meta({ description: 'The meeting after which it went; null when it went at once.' }),
  })
  .meta({ id: 'ItemEscalation' });

/** Where an open item is, and how it came there. It is the status of the item, too. */
const itemPlace = {
  agendaOf: slug.nullable().meta({ description: 'The series whose agenda it is on; null once it is settled.' }),
  since: instant,
  why: whyThere,
  reason: z.string(),
  meetings: z.array(slug).meta({ description: 'Held reviews that had it on their agenda, oldest first.' }),
  escalations: z.array(escalation),
};

export const agendaItemStatus = z.object({ ...itemPlace, rule: z.string() }).meta({ id: 'AgendaItemStatus' });

export const carriedItem = z
  .object({
    item: slug,
    title: z.string(),
    class: itemClass,
    minutes: number,
    raisedIn: slug,
    raised: instant,
    raisedBy: z.string().nullable(),
    ...itemPlace,
  })
  .meta({ id: 'CarriedItem' });

/** The agenda of a review: that of its series, and the open items that it has to settle. */
export const reviewAgenda = z
  .object({
    review: slug,
    series: slug,
    tier,
    now: instant,
    template: z.array(agendaEntry),
    items: z.array(carriedItem),
    sent: z.array(carriedItem).meta({ description: 'Items that went on to another tier after this review.' }),
    rule: z.string(),
  })
  .meta({ id: 'ReviewAgenda' });

/** The computed `status` of a ReviewSeries. */
export const reviewSeriesStatus = z
  .object({
    next: z
      .object({ start: instant, review: slug.nullable(), period: z.string().nullable() })
      .nullable()
      .meta({ id: 'NextOccurrence' }),
    agendaItems: z.array(carriedItem).meta({ description: 'Open items that its next review has to settle.' }),
    sentItems: z.array(carriedItem).meta({ description: 'Items that left its agenda for that of another series.' }),
    rule: z.string(),
  })
  .meta({ id: 'ReviewSeriesStatus' });
