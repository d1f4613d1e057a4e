import { z } from 'zod';
import { anyRef, finite, frequency, instant, slug } from '../common';
import { day, tier } from '../kinds/governance';
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
    tier,
    series: slug.nullable(),
    from: frequency,
    to: frequency,
    direction: z.enum(['up', 'down']).meta({ description: 'up: more often.' }),
    why: z.string(),
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
