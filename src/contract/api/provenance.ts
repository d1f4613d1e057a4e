import { z } from 'zod';
import { anyRef, finite, instant, slug } from '../common';
import { reason } from './errors';
import { cellState } from './measurement';

const number = finite.nullable();

export const observation = z
  .object({
    unit: slug,
    period: z.string(),
    value: number,
    collectedAt: instant,
    recordedBy: z.string(),
    source: z
      .object({
        type: z.enum(['run', 'submission', 'import', 'simulation']),
        run: z.string().optional(),
        queryDigest: z.string().optional().meta({ description: 'SHA-256 of the query as it was sent.' }),
        submission: z.string().optional(),
        file: z.string().optional(),
      })
      .meta({ id: 'ObservationSource' }),
    outcome: z.enum(['pass', 'warn', 'quarantine']),
    note: z.string().nullable(),
  })
  .meta({ id: 'Observation' });
export const observationList = z
  .object({ items: z.array(observation), next: z.string().nullable() })
  .meta({ id: 'ObservationList' });

export const lineage = z
  .object({
    kpi: slug,
    inputs: z.array(slug).meta({ description: 'KPIs that the formula or the weights read.' }),
    source: z
      .object({
        type: z.enum(['query', 'manual', 'calculated']),
        system: z.string().nullable(),
        dataset: z.string().nullable(),
        datasource: z.string().nullable(),
        query: z.record(z.string(), z.unknown()).nullable(),
        formula: z.string().nullable(),
      })
      .meta({ id: 'LineageSource' }),
    rules: z.array(anyRef),
    targets: z.array(anyRef),
    dependants: z.array(anyRef).meta({ description: 'KPIs, objectives and scorecards that read this KPI.' }),
  })
  .meta({ id: 'Lineage' });

/**
 * One step of a computation with where its number comes from. `said` is `label` where that isn't a title, `how` is `method` where
 * that isn't a formula, both for other languages.
 */
export const explainStep = z
  .object({
    kind: z.enum(['kpi', 'observation', 'units', 'time', 'formula', 'target', 'scale', 'score', 'carried']),
    label: z.string(),
    said: reason.optional(),
    kpi: z.string().optional(),
    unit: z.string().optional(),
    period: z.string().optional(),
    value: number,
    state: cellState.optional(),
    method: z.string().optional().meta({ description: 'Aggregation, formula or scale in words.' }),
    how: z.array(reason).optional(),
    origin: z
      .object({
        resource: anyRef.optional(),
        version: z.int().optional().meta({ description: 'Version of the definition used.' }),
        observation: observation.optional(),
        path: z.string().optional(),
      })
      .optional()
      .meta({ id: 'ExplainOrigin' }),
    reason: reason.optional(),
    get inputs() {
      return z.array(explainStep);
    },
  })
  .meta({ id: 'ExplainStep' });
export const explain = z
  .object({
    kpi: slug,
    unit: slug,
    period: z.string(),
    value: number,
    target: number,
    score: number,
    status: z.string().nullable(),
    state: cellState,
    reason: reason.optional(),
    root: explainStep,
  })
  .meta({ id: 'Explain' });
