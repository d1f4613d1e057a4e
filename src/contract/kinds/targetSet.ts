import { z } from 'zod';
import { defineKind, periodText, refTo, text, title } from '../common';
import { querySource } from './kpi';

/** An amount per period of the KPI's frequency, or a percentage of that period's target such as `"80%"`. */
export const threshold = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?\s*%$/)])
  .meta({ id: 'Threshold', description: 'An amount, or percent of the target such as "80%".' });

export const goalRedFlagScale = z
  .strictObject({
    type: z.literal('goalRedFlag'),
    redFlag: threshold,
    goal: threshold,
    worst: threshold.optional(),
    best: threshold.optional(),
  })
  .meta({ id: 'GoalRedFlagScale' });
export const toTargetScale = z
  .strictObject({ type: z.literal('toTarget'), baseline: threshold.optional(), target: threshold.optional() })
  .meta({ id: 'ToTargetScale' });
export const betweenScale = z
  .strictObject({ type: z.literal('between'), low: threshold, high: threshold, tolerance: threshold })
  .meta({ id: 'BetweenScale' });
export const binaryScale = z
  .strictObject({ type: z.literal('binary'), op: z.enum(['gt', 'gte', 'lt', 'lte', 'eq']), value: threshold })
  .meta({ id: 'BinaryScale' });
export const rangesScale = z
  .strictObject({
    type: z.literal('ranges'),
    ranges: z
      .array(
        z
          .strictObject({ level: z.string().min(1).max(60), from: threshold.optional(), to: threshold.optional() })
          .meta({ id: 'ScaleRange' })
      )
      .min(1)
      .max(50),
  })
  .meta({ id: 'RangesScale' });
export const pointsScale = z
  .strictObject({
    type: z.literal('points'),
    points: z
      .array(z.array(threshold).min(2).max(2))
      .min(2)
      .max(100)
      .meta({ description: '[value, score] pairs; scores 0…100.' }),
  })
  .meta({ id: 'PointsScale' });

export const scale = z
  .discriminatedUnion('type', [goalRedFlagScale, toTargetScale, betweenScale, binaryScale, rangesScale, pointsScale])
  .meta({ id: 'Scale', description: 'How a value becomes a score of 0…100.' });

/** Amounts and thresholds that a TargetSet may collect from a database. */
export const collectedFields = [
  'target',
  'baseline',
  'stretch',
  'redFlag',
  'goal',
  'worst',
  'best',
  'low',
  'high',
  'tolerance',
  'value',
] as const;

export const TargetSet = defineKind(
  'TargetSet',
  'Baseline, target, stretch and scale of a KPI at a unit over a range of periods.',
  z.strictObject({
    title: title.optional(),
    description: text.optional(),
    kpi: refTo('Kpi'),
    unit: refTo('OrgUnit'),
    from: periodText.optional(),
    to: periodText.optional(),
    path: z.enum(['step', 'linear', 'seasonal']).optional(),
    baseline: z.number().optional(),
    target: z.number().optional(),
    stretch: z.number().optional(),
    points: z
      .array(
        z
          .strictObject({
            period: periodText,
            baseline: z.number().optional(),
            target: z.number().optional(),
            stretch: z.number().optional(),
          })
          .meta({ id: 'TargetPoint' })
      )
      .min(1)
      .max(1000)
      .optional(),
    shares: z
      .array(z.number().min(0))
      .min(1)
      .max(400)
      .optional()
      .meta({ description: 'seasonal: the year’s amount by period, normalised.' }),
    scale: scale.optional(),
    source: querySource.optional().meta({ description: 'Amounts from a database, such as a budget table.' }),
    columns: z.partialRecord(z.enum(collectedFields), z.string().min(1).max(200)).optional().meta({
      description: 'With source: the column of each amount or threshold; target is extract.value when left out.',
    }),
    method: z.enum(['historical', 'industry', 'stretch', 'negotiated']).optional(),
    rationale: text.optional(),
  })
);
