import { z } from 'zod';
import { anyRef, finite, instant, lag, slug } from '../common';
import { scheme } from '../kinds/scorecard';
import { reason } from './errors';
import { cellState, node, override, period, trend } from './measurement';

const number = finite.nullable();

export const mapObjective = z
  .object({
    ref: anyRef,
    title: z.string(),
    perspective: z.string(),
    themes: z.array(z.string()),
    owner: z.string().nullable(),
    score: number,
    status: z.string().nullable(),
    coverage: number,
    trend,
    override: override.optional(),
    reason: reason.optional(),
    kpis: z.array(node),
  })
  .meta({ id: 'MapObjective' });

export const mapLink = z
  .object({
    ref: anyRef,
    from: slug,
    to: slug,
    hypothesis: z.string().nullable(),
    lag: lag.nullable(),
    strength: number.meta({ description: 'Lagged correlation of the two scores’ changes, −1…1.' }),
    interval: z.array(finite).nullable().meta({ description: '95 % interval of the strength: low, high.' }),
    pairs: z.int().meta({ description: 'Pairs of periods the strength was computed from.' }),
    state: z.enum(['untested', 'supported', 'inconclusive', 'broken']),
    reason: reason.optional(),
  })
  .meta({ id: 'MapLink' });

export const strategyMap = z
  .object({
    strategy: slug,
    title: z.string(),
    scorecard: slug,
    unit: slug,
    period: period.extend({ state: cellState }).meta({ id: 'MapPeriod' }),
    asOf: instant.nullable(),
    now: instant,
    scheme,
    perspectives: z.array(
      z
        .object({
          name: slug,
          title: z.string(),
          score: number,
          status: z.string().nullable(),
          objectives: z.array(mapObjective),
        })
        .meta({ id: 'MapPerspective' })
    ),
    links: z.array(mapLink),
    themes: z.array(z.object({ name: slug, title: z.string(), color: z.string().nullable() }).meta({ id: 'MapTheme' })),
  })
  .meta({ id: 'StrategyMap' });
