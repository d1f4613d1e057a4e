import { z } from 'zod';

/** The only value of `apiVersion` that this release reads and writes. */
export const API_VERSION = 'scorecard/v1';

/**
 * Name of a resource: lower-case letters, digits and hyphens, unique per kind and Grafana org.
 * At most 100 characters, so that names stay usable in URLs and file names.
 */
export const slug = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/)
  .meta({ description: 'Lower-case letters, digits and hyphens; starts and ends with a letter or digit.' });

/** Name of a resource of one kind. The resource engine follows `x-ref` to find dangling references and referrers. */
export const refTo = (kind: string) => slug.meta({ 'x-ref': kind, description: `Name of a resource of kind ${kind}.` });

/** Reference to a resource of any kind. */
export const anyRef = z
  .strictObject({ kind: z.string().min(1).max(60), name: slug })
  .meta({ id: 'Ref', 'x-ref': '*', description: 'Kind and name of a resource.' });

/** Human-readable name of a resource. */
export const title = z.string().trim().min(1).max(200).meta({ description: 'What people call it.' });

/** Free text of at most 10,000 characters. */
export const text = z.string().max(10_000);

/** A Grafana login or e-mail, `team:<name>`, or a role in words. One that matches nobody is a warning, never an error. */
export const person = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta({ 'x-person': true, description: 'A Grafana login or e-mail, team:<name>, or a role in words.' });

export const frequencies = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const;
export const frequency = z.enum(frequencies).meta({ id: 'Frequency' });
export type Frequency = z.infer<typeof frequency>;

/** Id of a period, such as `2026-03`, `2026-W11`, `FY2026-Q1` or `2026`; YAML may write a year as a whole number. */
export const periodText = z.union([z.string().min(4).max(20), z.int().min(1000).max(9999)]).meta({
  id: 'PeriodText',
  description: 'Period id: 2026-03-14, 2026-W11, 2026-03, 2026-Q1, 2026-H1, 2026, or FY… in fiscal calendars.',
});

/** ISO 8601 instant with zone. */
export const instant = z.iso.datetime({ offset: true });

export const finite = z.number();
export const weight = z
  .number()
  .min(0)
  .meta({ description: 'Relative to its siblings; 0 is shown but never counted.' });

/** Weights that change over time: the one in force in the period's last sub-period of the scorecard's frequency holds. */
export const weightSteps = z
  .array(z.strictObject({ from: periodText, weight }).meta({ id: 'WeightStep' }))
  .min(1)
  .max(200);

export const rollup = z
  .strictObject({
    method: z.enum(['weightedMean', 'worst']).optional(),
    missing: z.enum(['exclude', 'zero', 'fail']).optional(),
    minCoverage: z.number().min(0).max(1).optional(),
  })
  .meta({
    id: 'Rollup',
    description: 'How children become a score; what is absent is inherited (weightedMean, exclude, 0.5).',
  });

export const labels = z.record(z.string().min(1).max(100), z.string().max(200));

/** How long an effect takes. */
export const lag = z
  .strictObject({ periods: z.int().min(0).max(120), frequency })
  .meta({ id: 'Lag', description: 'How long the effect takes.' });

/** A dashboard or page that shows the operation behind a number. */
export const link = z
  .strictObject({
    title,
    url: z
      .string()
      .min(1)
      .max(2000)
      .regex(/^(https?:\/\/|\/)/),
  })
  .meta({ id: 'Link', description: 'Title and address; addresses within Grafana start with a slash.' });

export const managedBy = z.enum(['ui', 'api', 'file']).meta({ id: 'ManagedBy' });

/** What people write, and what the system adds on reading: version, origin and who changed it last. */
export const metadata = z
  .strictObject({
    name: slug,
    labels: labels.optional(),
    managedBy: managedBy.optional(),
    file: z.string().optional().meta({ description: 'The file that manages the resource.' }),
    version: z.int().min(0).optional(),
    createdAt: instant.optional(),
    createdBy: z.string().optional(),
    updatedAt: instant.optional(),
    updatedBy: z.string().optional(),
    archived: z.boolean().optional(),
  })
  .meta({ id: 'Metadata' });

/** Definition of one kind: its spec in zod and how the API names it. */
export interface KindDefinition<S extends z.ZodType = z.ZodType> {
  kind: string;
  /** Path segment of the API: lower-case, `y` becomes `ies`. */
  plural: string;
  /** One sentence for reference pages and pickers. */
  summary: string;
  spec: S;
}

export function defineKind<S extends z.ZodType>(kind: string, summary: string, spec: S): KindDefinition<S> {
  return { kind, plural: pluralOf(kind), summary, spec: spec.meta({ id: `${kind}Spec` }) as S };
}

/** The API's plural of a kind: `y` → `ies`, `…ies` and `…series` stay, everything else gets an `s`. */
export function pluralOf(kind: string): string {
  const lower = kind.toLowerCase();
  if (lower.endsWith('series')) {
    return lower;
  }
  return lower.endsWith('y') ? `${lower.slice(0, -1)}ies` : `${lower}s`;
}
