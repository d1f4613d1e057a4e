import { z } from 'zod';
import { instant } from '../common';
import { bodies } from './index';

export type BodyId = keyof typeof bodies;
export type Role = 'Viewer' | 'Editor' | 'Admin';

/** A body of the contract, the document of a kind, a JSON Schema, documents of any kinds, or a text or file. */
export type ResponseBody = BodyId | `kind:${string}` | 'schema' | 'documents' | 'file';

export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  description: string;
  schema: z.ZodType;
}

/** One call of the HTTP API, as OpenAPI, the client and the conformance tests read it. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  operationId: string;
  summary: string;
  role: Role;
  parameters: Parameter[];
  /** Body by media type; a string names one of `bodies` or, with a leading `kind:`, the document of a kind. */
  request?: { required: boolean; content: Record<string, BodyId | `kind:${string}` | 'text'> };
  /** Body of each success. Errors are always a Problem. `also` are the bodies in other media types, which a format asks for. */
  responses: Record<
    number,
    { description: string; contentType: string; body?: ResponseBody; also?: Record<string, ResponseBody> }
  >;
  /** Statuses of errors beside 401, 403 and 422. */
  errors: number[];
}

const str = z.string();
export const query = (name: string, description: string, schema: z.ZodType = str, required = false): Parameter => ({
  name,
  in: 'query',
  required,
  description,
  schema,
});
export const path = (name: string, description: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: str,
});

export const asOf = query('asOf', 'Answer with what was known at this instant.', instant);
export const now = query('now', 'Take this instant as the present.', instant);
const bound = z.union([instant, z.iso.date()]);
export const from = query('from', 'Where the range begins: an instant, or a day.', bound);
export const to = query('to', 'Where the range ends: an instant, excluded, or a day, included.', bound);
export const dryRun = query('dryRun', 'Check everything, write nothing.', z.boolean());
export const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The version the change is based on, in quotes; 428 when missing, 412 when stale.',
  schema: str,
};
export const changeReason: Parameter = {
  name: 'X-Change-Reason',
  in: 'header',
  description: 'Kept in the history.',
  schema: str,
};
export const changeSource: Parameter = {
  name: 'X-Change-Source',
  in: 'header',
  description: '`ui` where a person writes by a form: `metadata.managedBy` of what is written.',
  schema: z.enum(['ui', 'api']).default('api'),
};
export const limit = query('limit', 'At most so many items, 1…1000; 100 by default.', z.int().min(1).max(1000));
export const cursor = query('cursor', 'Where the page before ended: its `next`.');
export const period = query(
  'period',
  'Period id, or `lastEnded` for the last one that has ended by `now`; the one that holds `now` when left out.'
);
export const unit = query('unit', 'Name of a unit; the scorecard’s own when left out.');

const officeType = 'application/vnd.openxmlformats-officedocument';
/** Media types of files. */
export const mediaTypes = {
  html: 'text/html',
  pdf: 'application/pdf',
  pptx: `${officeType}.presentationml.presentation`,
  xlsx: `${officeType}.spreadsheetml.sheet`,
  csv: 'text/csv',
} as const;

export const ok = (body: BodyId | `kind:${string}`, description = 'OK') => ({
  200: { description, contentType: 'application/json', body },
});
