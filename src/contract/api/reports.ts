import { z } from 'zod';
import { finite, instant, slug } from '../common';
import { sectionTypes } from '../kinds/reportTemplate';
import { tier } from '../kinds/governance';
import { scheme } from '../kinds/scorecard';
import { reason } from './errors';
import { cellState, view } from './measurement';
import { strategyMap } from './strategyMap';

const number = finite.nullable();

export const freezeRequest = z
  .strictObject({
    premature: z.string().trim().min(1).max(2000).optional().meta({
      description: 'Why the report is frozen although some values are not final.',
    }),
    units: z
      .array(slug)
      .max(1000)
      .optional()
      .meta({ description: 'Units that get a report; those of the series when left out.' }),
  })
  .meta({ id: 'FreezeRequest' });

/** A value that was not final when a report was frozen. */
export const prematureValue = z
  .object({ scorecard: slug, kpi: slug, unit: slug, period: z.string(), state: cellState })
  .meta({ id: 'PrematureValue' });

export const snapshot = z
  .object({
    review: slug,
    series: slug,
    period: z.string(),
    units: z.array(slug),
    asOf: instant,
    dataVersion: z.int(),
    templateVersion: z.int().meta({ description: '0 for the default template.' }),
    template: slug.nullable().meta({ description: 'null for the default template.' }),
    hash: z.string().meta({ description: 'SHA-256 of the frozen reports.' }),
    premature: z.array(prematureValue),
    prematureReason: z.string().nullable(),
    frozenAt: instant,
    frozenBy: z.string(),
    preparationMinutes: number.meta({ description: 'Minutes of active editing before; null where nobody edited.' }),
    comparability: number.meta({ description: 'Sections filled alike over all units, 0…1.' }),
    rule: z.string().meta({ description: 'Version of the rule that computed preparation and comparability.' }),
  })
  .meta({ id: 'Snapshot' });

export const snapshotList = z.object({ items: z.array(snapshot) }).meta({ id: 'SnapshotList' });

/** A table as it is printed: what a column holds, and the rows. */
export const reportTable = z
  .object({
    title: z.string().nullable(),
    columns: z.array(
      z
        .object({
          name: z.string(),
          title: z.string(),
          type: z.enum(['text', 'number', 'status', 'date']),
          decimals: z.int().nullable(),
        })
        .meta({ id: 'ReportColumn' })
    ),
    rows: z.array(z.array(z.unknown())).meta({ description: 'A text, a number or null for every column.' }),
    rowDecimals: z.array(z.int().nullable()).nullable().meta({
      description: 'Decimals of a row, for number columns that have none of their own; null when no row has any.',
    }),
    rowUnits: z
      .array(z.string().nullable())
      .nullable()
      .meta({ description: 'Grafana unit of a row’s numbers in the same columns; null when no row has any.' }),
  })
  .meta({ id: 'ReportTable' });

export const commentaryEntry = z
  .object({
    kpi: slug,
    title: z.string(),
    status: z.string().nullable(),
    explanation: z.string().nullable(),
    cause: z.string().nullable(),
    countermeasure: z.string().nullable(),
    recoveryDate: z.string().nullable(),
    owner: z.string().nullable(),
  })
  .meta({ id: 'CommentaryEntry' });

/** A section of a report. `said` is what the server says in `text` where there is nothing to show. */
export const reportSection = z
  .object({
    name: slug,
    type: z.enum(sectionTypes),
    title: z.string(),
    required: z.boolean(),
    filled: z.boolean(),
    gap: reason.nullable().meta({ description: 'What is missing, where the section is empty or incomplete.' }),
    text: z.string().nullable(),
    said: reason.optional(),
    tables: z.array(reportTable),
    commentary: z.array(commentaryEntry),
    maps: z.array(strategyMap).meta({ description: 'The strategy maps that the section shows.' }),
    views: z.array(view).meta({ description: 'The scored trees that the section shows.' }),
  })
  .meta({ id: 'ReportSectionContent' });

/** A frozen report of one unit: the same for ever. */
export const report = z
  .object({
    review: slug,
    series: slug,
    title: z.string(),
    tier,
    unit: slug,
    unitTitle: z.string(),
    scorecards: z.array(slug),
    period: z.string(),
    start: instant,
    asOf: instant,
    frozenAt: instant,
    frozenBy: z.string(),
    dataVersion: z.int(),
    template: slug.nullable(),
    templateVersion: z.int(),
    scheme: scheme.meta({ description: 'Levels of the first scorecard, from the lowest.' }),
    premature: z.array(prematureValue),
    prematureReason: z.string().nullable(),
    sections: z.array(reportSection),
  })
  .meta({ id: 'Report' });

/** One section of all units side by side. */
export const sectionComparison = z
  .object({
    review: slug,
    section: slug,
    comparability: number,
    items: z.array(z.object({ unit: slug, unitTitle: z.string(), section: reportSection }).meta({ id: 'UnitSection' })),
  })
  .meta({ id: 'SectionComparison' });

export const reportFormats = ['pdf', 'pptx', 'xlsx', 'html'] as const;

export const reportBatchRequest = z
  .strictObject({
    review: slug,
    units: z.array(slug).max(1000).optional(),
    formats: z.array(z.enum(reportFormats)).min(1).max(4),
  })
  .meta({ id: 'ReportBatchRequest' });

/** Reports of many units in several formats, made in the background; the files come as one ZIP archive. */
export const reportBatch = z
  .object({
    id: z.string(),
    review: slug,
    units: z.array(slug),
    formats: z.array(z.enum(reportFormats)),
    state: z.enum(['queued', 'running', 'succeeded', 'failed']),
    progress: z.object({ done: z.int(), total: z.int() }).meta({ id: 'BatchProgress' }),
    message: z.string().nullable(),
    createdAt: instant,
    createdBy: z.string(),
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'ReportBatch' });

export const deliveries = z
  .object({
    items: z.array(
      z
        .object({
          review: slug,
          channel: z.enum(['app', 'email', 'webhook']),
          to: z.string(),
          at: instant,
          state: z.enum(['sending', 'sent', 'failed']),
          message: z.string().nullable(),
        })
        .meta({ id: 'Delivery' })
    ),
  })
  .meta({ id: 'Deliveries' });
