import { z } from 'zod';
import { finite, instant, periodText, slug } from '../common';
import { reason } from './errors';

const number = finite.nullable();

export const previewRequest = z
  .strictObject({
    kpi: z.record(z.string(), z.unknown()).meta({ description: 'The spec of a KPI, saved or not.' }),
    name: slug.optional().meta({ description: 'Name of the KPI when it is saved already, so that its targets hold.' }),
    from: periodText,
    to: periodText,
    units: z.array(slug).optional(),
  })
  .meta({ id: 'PreviewRequest' });
export const cellError = z
  .object({ unit: z.string().optional(), period: z.string().optional(), message: z.string() })
  .meta({ id: 'CellError' });
export const preview = z
  .object({
    frames: z.array(
      z
        .object({
          name: z.string(),
          rows: z.int(),
          fields: z.array(z.object({ name: z.string(), type: z.string() }).meta({ id: 'PreviewField' })),
          sample: z.array(z.array(z.unknown())).meta({ description: 'The first rows, at most 20.' }),
        })
        .meta({ id: 'PreviewFrame' })
    ),
    values: z.array(z.object({ unit: z.string(), period: z.string(), value: number }).meta({ id: 'PreviewValue' })),
    scores: z.array(
      z
        .object({
          unit: z.string(),
          period: z.string(),
          value: number,
          target: number,
          score: number,
          status: z.string().nullable(),
          reason: reason.optional(),
        })
        .meta({ id: 'PreviewScore' })
    ),
    dropped: z.int(),
    errors: z.array(cellError),
  })
  .meta({ id: 'Preview' });

export const submissionRow = z
  .strictObject({
    kpi: z.string(),
    unit: z.string(),
    period: periodText,
    value: finite,
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'SubmissionRow' });
export const submission = z
  .strictObject({ rows: z.array(submissionRow).max(10_000), draft: z.boolean().optional() })
  .meta({ id: 'Submission' });
export const submissionResult = z
  .object({
    rows: z.array(
      z
        .object({ outcome: z.enum(['accepted', 'warned', 'quarantined', 'refused']), message: z.string().optional() })
        .meta({ id: 'SubmissionOutcome' })
    ),
  })
  .meta({ id: 'SubmissionResult' });

export const collectionRequest = z
  .strictObject({
    kpis: z.array(slug).optional(),
    sources: z.array(slug).optional().meta({ description: 'Source systems; all of their KPIs.' }),
    from: periodText.optional(),
    to: periodText.optional(),
    units: z.array(slug).optional(),
  })
  .meta({ id: 'CollectionRequest' });
export const runKpi = z
  .object({
    kpi: slug,
    from: z.string().optional().meta({ description: 'First period asked for, of the KPI’s own frequency.' }),
    to: z.string().optional().meta({ description: 'Last period asked for, included.' }),
    state: z.enum(['queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled']),
    observations: z.int().meta({ description: 'Revisions stored; an equal value is none.' }),
    dropped: z.int().meta({ description: 'Rows of other periods.' }),
    errors: z.array(cellError),
  })
  .meta({ id: 'RunKpi' });
export const run = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled']),
    trigger: z.enum(['manual', 'schedule']),
    requestedBy: z.string(),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    progress: z.object({ done: z.int(), total: z.int() }).meta({ id: 'Progress' }),
    message: z.string().optional(),
    units: z.array(slug).optional().meta({ description: 'The only units recorded; all when left out.' }),
    kpis: z.array(runKpi),
  })
  .meta({ id: 'Run' });
export const runList = z.object({ items: z.array(run), next: z.string().nullable() }).meta({ id: 'RunList' });
