import { z } from 'zod';
import { anyRef, finite, frequency, instant, managedBy, slug } from '../common';
import { day, tier } from '../kinds/governance';
import { recurrence } from '../kinds/reviewSeries';
import { reason } from './errors';

const number = finite.nullable();

export const volatilityDriver = z
  .object({
    kpi: slug,
    title: z.string(),
    unit: slug,
    unitOfMeasure: z.string().nullable(),
    decimals: z.int().nullable(),
    ratio: finite.meta({ description: 'σ now by σ before: how much livelier the KPI has become.' }),
    outside: z.boolean().nullable().meta({ description: 'Whether its newest value lies outside its control limits.' }),
    sigmaNow: finite,
    sigmaBase: finite,
    value: number,
    centre: number,
    lower: number,
    upper: number,
    residuals: z
      .boolean()
      .meta({ description: 'Judged on the residuals of a lag-1 fit, since the KPI is autocorrelated.' }),
    periods: z.int().meta({ description: 'Judged periods, this one included; 24 more with a value lie before them.' }),
    effect: finite.meta({
      description: 'How far it goes towards a step up; 1 is at a limit, of variation or of control.',
    }),
    points: z
      .array(
        z
          .object({
            period: z.string(),
            value: number,
            centre: number,
            lower: number,
            upper: number,
            outside: z.boolean().nullable(),
          })
          .meta({ id: 'VolatilityPoint' })
      )
      .meta({ description: 'The judged periods, oldest first, with the control limits of each.' }),
  })
  .meta({ id: 'VolatilityDriver' });

export const declaredEvent = z
  .object({
    ref: anyRef,
    title: z.string(),
    kind: z.enum(['transition', 'disruption']),
    from: day,
    to: day.nullable(),
    by: z.string().nullable(),
    open: z.boolean(),
  })
  .meta({ id: 'DeclaredEvent' });

export const cadenceStep = z
  .object({
    charter: slug,
    committee: slug,
    committeeTitle: z.string(),
    tier,
    series: slug.nullable(),
    from: frequency,
    to: frequency,
    direction: z.enum(['up', 'down']).meta({ description: 'up: more often.' }),
    why: z.string(),
    said: z.array(reason),
    drivers: z.array(slug),
    calendar: z.array(instant).meta({ description: 'The reviews of the next year if it is accepted.' }),
    blocked: reason.nullable().meta({ description: 'Why the step may not be taken: bounds, or a step too recent.' }),
    decided: slug.nullable().meta({ description: 'The CadenceProposal that already records it.' }),
  })
  .meta({ id: 'CadenceStep' });

/** How lively a scorecard’s KPIs are, and whether its reviews should come more or less often. */
export const intensity = z
  .object({
    scorecard: slug,
    unit: slug,
    period: z.string().meta({ description: 'The judged period: the last one that has ended by the one asked for.' }),
    now: instant,
    volatility: number.meta({ description: 'Median over KPIs of σ now / σ before.' }),
    shiftShare: number.meta({ description: 'Share of KPIs outside their control limits, 0…1.' }),
    drivers: z.array(volatilityDriver).meta({ description: 'Every judged KPI, the largest effect first.' }),
    history: z.array(
      z.object({ period: z.string(), volatility: number, shiftShare: number }).meta({ id: 'IntensityPoint' })
    ),
    events: z.array(declaredEvent),
    proposal: cadenceStep.nullable().meta({ description: 'The first that is neither blocked nor decided.' }),
    proposals: z.array(cadenceStep).meta({ description: 'A step for each promise of a charter to review it.' }),
    kpis: z.int().meta({ description: 'KPIs that could be judged.' }),
    excluded: z.array(z.object({ kpi: slug, reason }).meta({ id: 'ExcludedKpi' })),
    reason: reason.optional(),
    rule: z.string(),
  })
  .meta({ id: 'Intensity' });

const proposalState = z.enum(['open', 'rejected', 'accepted', 'carriedOut', 'replaced']).meta({
  id: 'ProposalState',
  description:
    'open: not decided; accepted: its series have another cadence still; carriedOut: all have it; replaced: a later step was accepted.',
});

/** The computed `status` of a CadenceProposal. */
export const cadenceProposalStatus = z
  .object({
    state: proposalState,
    committee: slug.nullable(),
    series: z
      .array(
        z
          .object({
            series: slug,
            cadence: frequency
              .nullable()
              .meta({ description: 'How often it meets by its rule; null for none of these.' }),
            carriedOut: z.boolean(),
          })
          .meta({ id: 'SeriesCadence' })
      )
      .meta({ description: 'The series of that committee, tier and scorecard.' }),
    rule: z.string(),
  })
  .meta({ id: 'CadenceProposalStatus' });

const changedDate = z
  .object({ start: instant, review: slug.nullable().meta({ description: 'The review made for it.' }) })
  .meta({ id: 'ChangedDate' });

const keptReview = z
  .object({
    start: instant,
    review: slug,
    why: z.enum(['held', 'opened', 'frozen', 'cancelled', 'moved', 'prepared']).meta({
      description: 'prepared: somebody made or changed it, or something was written down about it.',
    }),
  })
  .meta({ id: 'KeptReview' });

const seriesChange = z
  .object({
    series: slug,
    title: z.string(),
    version: z.int().meta({ description: 'The version that the change is based on: its If-Match.' }),
    managedBy,
    file: z.string().nullable(),
    cadence: frequency.nullable(),
    carriedOut: z
      .object({ version: z.int(), at: instant, by: z.string() })
      .nullable()
      .meta({ id: 'CarriedOut', description: 'Since which version of the series its cadence is the accepted one.' }),
    recurrence,
    proposed: recurrence
      .nullable()
      .meta({ description: 'Null where there is nothing to change, or no date to change.' }),
    reason: reason.nullable(),
    removed: z.array(changedDate),
    added: z.array(changedDate),
    kept: z.array(keptReview).meta({ description: 'Reviews to come that stay although the rule no longer has them.' }),
    unchanged: z.int().meta({ description: 'Dates that both rules have.' }),
  })
  .meta({ id: 'SeriesChange' });

/** What carrying out a proposal does to the series of its committee, over a year from now. */
export const cadenceChange = z
  .object({
    proposal: slug,
    state: proposalState,
    scorecard: slug,
    charter: slug,
    committee: slug.nullable(),
    tier,
    from: frequency,
    to: frequency,
    now: instant,
    until: instant,
    series: z.array(seriesChange),
    rule: z.string(),
  })
  .meta({ id: 'CadenceChange' });
