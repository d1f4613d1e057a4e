import { z } from 'zod';
import { anyRef, API_VERSION, instant, metadata } from '../common';
import { namedResource, problemItem } from './errors';

/** A resource of any kind, as it travels. `status` is computed and ignored on writes. */
export const resource = z
  .object({
    apiVersion: z.literal(API_VERSION),
    kind: z.string(),
    metadata,
    spec: z.record(z.string(), z.unknown()),
    status: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Resource' });

export const resourceList = z
  .object({ items: z.array(resource), next: z.string().nullable() })
  .meta({ id: 'ResourceList' });

/** One difference between two versions: JSON Pointer, value before and after (absent when added or removed). */
export const change = z
  .object({ path: z.string(), from: z.unknown().optional(), to: z.unknown().optional() })
  .meta({ id: 'Change' });

export const historyEntry = z
  .object({
    version: z.int(),
    at: instant,
    by: z.string(),
    action: z.enum(['created', 'changed', 'archived', 'deleted']),
    managedBy: z.string(),
    reason: z.string().optional(),
    diff: z.array(change),
    document: resource.optional(),
  })
  .meta({ id: 'HistoryEntry' });
export const history = z.object({ items: z.array(historyEntry), next: z.string().nullable() }).meta({ id: 'History' });

export const applyResult = z
  .object({
    created: z.array(anyRef),
    changed: z.array(z.object({ ref: anyRef, diff: z.array(change) }).meta({ id: 'ChangedResource' })),
    unchanged: z.array(anyRef),
    deleted: z.array(anyRef),
    impact: z.array(anyRef).meta({ description: 'Resources whose computed values may change.' }),
    warnings: z.array(z.string()).optional(),
  })
  .meta({ id: 'ApplyResult' });

/** What a table of resources does, or would do, row by row. Sound rows are kept beside refused ones. */
export const importResult = z
  .object({
    dryRun: z.boolean(),
    rows: z.array(
      z
        .object({
          sheet: z.string().meta({ description: 'The kind, as the sheet is called.' }),
          row: z.int().meta({ description: 'Counts from 1, the header included.' }),
          ref: namedResource.optional(),
          outcome: z.enum(['created', 'changed', 'unchanged', 'refused']),
          errors: z.array(problemItem),
        })
        .meta({ id: 'ImportRow' })
    ),
  })
  .meta({ id: 'ImportResult' });

export const kindInfo = z
  .object({
    kind: z.string(),
    plural: z.string(),
    summary: z.string(),
    schema: z.string().meta({ description: 'Address of the JSON Schema, relative to the API’s base.' }),
    verbs: z.array(z.enum(['read', 'write', 'delete'])).meta({ description: 'What the caller may do.' }),
  })
  .meta({ id: 'KindInfo' });
export const kindList = z.object({ items: z.array(kindInfo), next: z.string().nullable() }).meta({ id: 'KindList' });
