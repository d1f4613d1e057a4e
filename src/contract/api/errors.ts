import { z } from 'zod';
import { anyRef, finite } from '../common';

/** A resource as a request names it, right or wrong. */
export const namedResource = z
  .object({ kind: z.string(), name: z.string() })
  .meta({ id: 'NamedResource', 'x-go': 'Ref', description: 'Kind and name as the request has them.' });

/** A sentence of the server, such as why a number is absent: one of src/contract/sentences. `cause` is what it is due to. */
export const reason = z
  .object({
    code: z.string(),
    message: z.string().meta({ description: 'The sentence in English.' }),
    sentence: z.string().optional().meta({ description: 'Which of its code’s sentences it is, where it has several.' }),
    params: z
      .record(z.string(), z.union([z.string(), finite]))
      .optional()
      .meta({
        description: 'What stands in its places, by name: numbers, shares 0…1, days and instants as ISO 8601, names.',
      }),
    get cause() {
      return reason.optional();
    },
  })
  .meta({ id: 'Reason' });

/**
 * One thing wrong with a document or request; `path` is a JSON Pointer into it. `said` is `message` for other languages, where it is
 * one of the server's sentences.
 */
export const problemItem = z
  .object({
    path: z.string(),
    message: z.string(),
    said: reason.optional(),
    resource: namedResource.optional(),
    file: z.string().optional(),
    line: z.int().optional(),
    column: z.int().optional(),
  })
  .meta({ id: 'ProblemItem' });

/** RFC 9457 problem details, with every problem at once. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(problemItem).optional(),
    referrers: z.array(anyRef).optional().meta({ description: '409: what still refers to the resource.' }),
    current: z.unknown().optional().meta({ description: '412: the resource as it is now.' }),
  })
  .meta({ id: 'Problem' });
