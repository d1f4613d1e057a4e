import { z } from 'zod';
import { anyRef, finite, frequency, instant, periodText, slug } from '../common';
import { scheme } from '../kinds/scorecard';
import { reason } from './errors';

export const cellStates = ['none', 'open', 'provisional', 'final', 'restated', 'stale', 'quarantined'] as const;
export const cellState = z.enum(cellStates).meta({ id: 'CellState' });

/** A half-open interval `[start, end)`. */
export const period = z.object({ id: z.string(), start: instant, end: instant }).meta({ id: 'Period' });

const number = finite.nullable();

export const trend = z
  .object({
    score: number.meta({ description: 'Score of the previous period.' }),
    delta: number,
    direction: z.enum(['up', 'down', 'flat', 'none']),
  })
  .meta({ id: 'Trend' });

export const override = z
  .object({ status: z.string(), author: z.string(), reason: z.string(), expires: z.string().nullable() })
  .meta({ id: 'Override' });

export const sparkPoint = z.object({ period: z.string(), value: number, score: number }).meta({ id: 'SparkPoint' });

/** Values that have a level, `from` included, `to` not; open ends are null. */
export const scaleBand = z.object({ level: z.string(), from: number, to: number }).meta({ id: 'ScaleBand' });

/** A node of the scored tree. The fields from `steward` on belong to KPI nodes and are null on the others. */
export const node = z
  .object({
    ref: anyRef,
    title: z.string(),
    weight: finite,
    score: number,
    status: z.string().nullable(),
    coverage: number.meta({
      description: 'Weight of the direct children with a score by the weight of all; null on KPIs.',
    }),
    trend,
    override: override.optional(),
    reason: reason.optional(),
    get children() {
      return z.array(node);
    },
    owner: z.string().nullable(),
    steward: z.string().nullable(),
    value: number,
    unitOfMeasure: z.string().nullable(),
    decimals: z.int().nullable(),
    target: number,
    stretch: number,
    baseline: number,
    state: cellState.nullable(),
    carried: z.string().nullable().meta({ description: 'Id of the KPI’s own period whose value is shown.' }),
    closesAt: instant
      .nullable()
      .meta({ description: 'When the cell closes; a calculated one closes with its inputs.' }),
    bands: z
      .array(scaleBand)
      .nullable()
      .meta({ description: 'Bands of values per level, for bullet graphs; open ends are null.' }),
    type: z.enum(['leading', 'lagging']).nullable(),
    gaps: z.array(z.string()).nullable(),
    sparkline: z.array(sparkPoint).nullable(),
  })
  .meta({ id: 'Node' });

export const view = z
  .object({
    scorecard: slug,
    period: period.extend({ state: cellState }).meta({ id: 'ViewPeriod' }),
    unit: slug,
    asOf: instant.nullable(),
    now: instant,
    scheme,
    node,
    themes: z.array(node),
  })
  .meta({ id: 'View' });

export const seriesPoint = z
  .object({
    period: z.string(),
    start: instant,
    end: instant,
    value: number,
    target: number,
    stretch: number,
    baseline: number,
    score: number,
    status: z.string().nullable(),
    state: cellState,
    closesAt: instant.optional().meta({
      description: 'When the cell closes, a calculated one with its inputs; absent where the KPI can’t be computed.',
    }),
    carried: z.string().nullable().optional(),
    bands: z.array(scaleBand).optional().meta({ description: 'The scale in force; absent without one.' }),
    reason: reason.optional(),
  })
  .meta({ id: 'SeriesPoint' });
export const series = z
  .object({ kpi: slug, unit: slug, frequency, points: z.array(seriesPoint) })
  .meta({ id: 'Series' });

export const simulateRequest = z
  .strictObject({
    resources: z.array(z.record(z.string(), z.unknown())),
    observations: z
      .array(
        z
          .strictObject({
            kpi: z.string(),
            unit: z.string(),
            period: periodText,
            value: finite.nullable(),
            collectedAt: instant.optional(),
          })
          .meta({ id: 'SimulatedObservation' })
      )
      .optional(),
    scorecard: z.string(),
    period: periodText,
    unit: z.string(),
    now: instant.optional(),
    asOf: instant.optional(),
    sparkline: z.int().min(0).max(120).optional(),
  })
  .meta({ id: 'SimulateRequest' });
