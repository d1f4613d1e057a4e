import { z } from 'zod';
import { frequency, instant, KindDefinition } from '../common';
import { bodies } from './index';

export type BodyId = keyof typeof bodies;
export type Role = 'Viewer' | 'Editor' | 'Admin';

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
  /** Body of each success. Errors are always a Problem. */
  responses: Record<number, { description: string; contentType: string; body?: BodyId | `kind:${string}` | 'schema' }>;
  /** Statuses of errors beside 401, 403 and 422. */
  errors: number[];
}

const str = z.string();
const query = (name: string, description: string, schema: z.ZodType = str, required = false): Parameter => ({
  name,
  in: 'query',
  required,
  description,
  schema,
});
const path = (name: string, description: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: str,
});

const asOf = query('asOf', 'Answer with what was known at this instant.', instant);
const now = query('now', 'Take this instant as the present.', instant);
const dryRun = query('dryRun', 'Check everything, write nothing.', z.boolean());
const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The version the change is based on, in quotes; 428 when missing, 412 when stale.',
  schema: str,
};
const changeReason: Parameter = {
  name: 'X-Change-Reason',
  in: 'header',
  description: 'Kept in the history.',
  schema: str,
};
const limit = query('limit', 'At most so many items, 1…1000; 100 by default.', z.int().min(1).max(1000));
const cursor = query('cursor', 'Where the page before ended: its `next`.');
const period = query('period', 'Period id; the one that holds `now` when left out.');
const unit = query('unit', 'Name of a unit; the scorecard’s own when left out.');

const ok = (body: BodyId | `kind:${string}`, description = 'OK') => ({
  200: { description, contentType: 'application/json', body },
});

/** The calls that every kind has. */
export function kindRoutes(definition: KindDefinition): Route[] {
  const { kind, plural } = definition;
  const document = `kind:${kind}` as const;
  const name = path('name', `Name of the ${kind}.`);
  const request = { required: true, content: { 'application/json': document, 'application/yaml': document } };
  const label = kind;
  return [
    {
      method: 'get',
      path: `/${plural}`,
      operationId: `list${label}`,
      summary: `List resources of kind ${kind}`,
      role: 'Viewer',
      parameters: [
        query('labelSelector', 'Labels that must match, such as `team=sales,!draft`.'),
        query('q', 'Text that the name, title or description contains.'),
        limit,
        cursor,
      ],
      responses: ok('ResourceList'),
      errors: [400],
    },
    {
      method: 'post',
      path: `/${plural}`,
      operationId: `create${label}`,
      summary: `Create a ${kind}`,
      role: 'Editor',
      parameters: [dryRun, changeReason],
      request,
      responses: {
        200: { description: 'Valid; nothing was written (dry run).', contentType: 'application/json', body: document },
        201: { description: 'Created.', contentType: 'application/json', body: document },
      },
      errors: [400, 409, 413],
    },
    {
      method: 'get',
      path: `/${plural}/{name}`,
      operationId: `get${label}`,
      summary: `Read a ${kind}`,
      role: 'Viewer',
      parameters: [name, asOf],
      responses: ok(document),
      errors: [400, 404],
    },
    {
      method: 'put',
      path: `/${plural}/{name}`,
      operationId: `replace${label}`,
      summary: `Replace a ${kind}`,
      role: 'Editor',
      parameters: [name, ifMatch, dryRun, changeReason],
      request,
      responses: ok(document),
      errors: [400, 404, 409, 412, 413, 428],
    },
    {
      method: 'patch',
      path: `/${plural}/{name}`,
      operationId: `patch${label}`,
      summary: `Change a ${kind} by a JSON merge patch`,
      role: 'Editor',
      parameters: [name, ifMatch, dryRun, changeReason],
      request: { required: true, content: { 'application/merge-patch+json': 'text', 'application/json': 'text' } },
      responses: ok(document),
      errors: [400, 404, 409, 412, 413, 428],
    },
    {
      method: 'delete',
      path: `/${plural}/{name}`,
      operationId: `delete${label}`,
      summary: `Delete a ${kind} that nothing refers to`,
      role: 'Editor',
      parameters: [name, ifMatch, dryRun, changeReason],
      responses: {
        200: {
          description: 'May be deleted; nothing was written (dry run).',
          contentType: 'application/json',
          body: document,
        },
        204: { description: 'Deleted.', contentType: '' },
      },
      errors: [404, 409, 412, 428],
    },
    {
      method: 'get',
      path: `/${plural}/{name}/history`,
      operationId: `history${label}`,
      summary: `Every version of a ${kind}, newest first`,
      role: 'Viewer',
      parameters: [name],
      responses: ok('History'),
      errors: [404],
    },
  ];
}

/** The calls beside the resources. */
export const routes: Route[] = [
  {
    method: 'get',
    path: '/kinds',
    operationId: 'listKinds',
    summary: 'Kinds, and what the caller may do with them',
    role: 'Viewer',
    parameters: [],
    responses: ok('KindList'),
    errors: [],
  },
  {
    method: 'get',
    path: '/schemas/{file}',
    operationId: 'getSchema',
    summary: 'JSON Schema of a kind',
    role: 'Viewer',
    parameters: [path('file', 'Kind and `.json`, such as Kpi.json.')],
    responses: { 200: { description: 'OK', contentType: 'application/schema+json', body: 'schema' } },
    errors: [404],
  },
  {
    method: 'get',
    path: '/openapi.json',
    operationId: 'getOpenApi',
    summary: 'This document',
    role: 'Viewer',
    parameters: [],
    responses: { 200: { description: 'OK', contentType: 'application/json', body: 'schema' } },
    errors: [],
  },
  {
    method: 'post',
    path: '/apply',
    operationId: 'apply',
    summary: 'Create and change many resources in one transaction',
    role: 'Editor',
    parameters: [
      dryRun,
      query('prune', 'Delete what the stream lacks among those with the given managedBy and selector.', z.boolean()),
      query('managedBy', 'With prune: ui or api; api by default.', z.enum(['ui', 'api'])),
      query('labelSelector', 'With prune: only resources whose labels match.'),
      changeReason,
    ],
    request: { required: true, content: { 'application/yaml': 'text', 'application/json': 'text' } },
    responses: ok('ApplyResult'),
    errors: [400, 409, 413],
  },
  {
    method: 'get',
    path: '/export',
    operationId: 'export',
    summary: 'Resources as apply takes them back',
    role: 'Viewer',
    parameters: [
      query('kinds', 'Kinds, separated by commas; all when left out.'),
      query(
        'format',
        'yaml (default) or json; xlsx or csv (one kind) for people.',
        z.enum(['yaml', 'json', 'xlsx', 'csv'])
      ),
    ],
    responses: { 200: { description: 'OK', contentType: 'application/yaml' } },
    errors: [],
  },
  {
    method: 'post',
    path: '/import',
    operationId: 'import',
    summary: 'Take back a table that export made; a dry run unless dryRun=false',
    role: 'Editor',
    parameters: [
      query('dryRun', 'true by default: check everything, write nothing.', z.boolean()),
      query('kind', 'With CSV: what the rows are.'),
      changeReason,
    ],
    request: {
      required: true,
      content: { 'text/csv': 'text', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'text' },
    },
    responses: ok('ImportResult'),
    errors: [400, 409, 413],
  },
  {
    method: 'get',
    path: '/calendar/period',
    operationId: 'calendarPeriod',
    summary: 'The period that holds an instant',
    role: 'Viewer',
    parameters: [
      query('at', 'The instant; the present when left out.', instant),
      query('frequency', 'Length of the period.', frequency, true),
      query('calendar', 'Name of a calendar; may be left out when there is one.'),
    ],
    responses: ok('Period'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/scorecards/{name}/view',
    operationId: 'view',
    summary: 'The scored tree of one unit and period',
    role: 'Viewer',
    parameters: [
      path('name', 'Name of the scorecard.'),
      period,
      unit,
      query('sparkline', 'So many periods of history with every node, at most 120.', z.int().min(0).max(120)),
      asOf,
      now,
    ],
    responses: ok('View'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/strategies/{name}/map',
    operationId: 'map',
    summary: 'The strategy map with scores and measured strength of its arrows',
    role: 'Viewer',
    parameters: [
      path('name', 'Name of the strategy.'),
      query('scorecard', 'Name of the scorecard; may be left out when one uses the strategy.'),
      period,
      unit,
      asOf,
      now,
    ],
    responses: ok('StrategyMap'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/kpis/{name}/series',
    operationId: 'series',
    summary: 'Values, targets, scores and states over time',
    role: 'Viewer',
    parameters: [
      path('name', 'Name of the KPI.'),
      query('unit', 'Name of a unit; may be left out where the KPI names one.'),
      query('from', 'First period id; 12 periods before `to` when left out.'),
      query('to', 'Last period id, included; the one that holds `now` when left out.'),
      query('frequency', 'The KPI’s own when left out.', frequency),
      query('scorecard', 'Whose status scheme to use; red, amber, green without one.'),
      asOf,
      now,
    ],
    responses: ok('Series'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/kpis/{name}/observations',
    operationId: 'observations',
    summary: 'Every revision with its provenance, newest first',
    role: 'Viewer',
    parameters: [
      path('name', 'Name of the KPI.'),
      query('unit', 'Name of a unit; all when left out.'),
      query('period', 'One period id, instead of from and to.'),
      query('from', 'First period id.'),
      query('to', 'Last period id, included.'),
      limit,
      cursor,
      asOf,
      now,
    ],
    responses: ok('ObservationList'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/kpis/{name}/lineage',
    operationId: 'lineage',
    summary: 'What a KPI is made from, and what is made from it',
    role: 'Viewer',
    parameters: [path('name', 'Name of the KPI.'), asOf],
    responses: ok('Lineage'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/kpis/{name}/explain',
    operationId: 'explain',
    summary: 'How one value and score came about, as a tree',
    role: 'Viewer',
    parameters: [
      path('name', 'Name of the KPI.'),
      query('unit', 'Name of a unit; may be left out where the KPI names one.'),
      query('period', 'Period id; the one that holds `now` when left out.'),
      query('scorecard', 'Whose status scheme to use; red, amber, green without one.'),
      asOf,
      now,
    ],
    responses: ok('Explain'),
    errors: [404],
  },
  {
    method: 'post',
    path: '/kpis/preview',
    operationId: 'preview',
    summary: 'Run the query of an unsaved KPI; writes nothing',
    role: 'Editor',
    parameters: [],
    request: { required: true, content: { 'application/json': 'PreviewRequest' } },
    responses: ok('Preview'),
    errors: [400, 413],
  },
  {
    method: 'post',
    path: '/submissions',
    operationId: 'submit',
    summary: 'Submit values of manual KPIs; good rows are kept',
    role: 'Editor',
    parameters: [dryRun],
    request: {
      required: true,
      content: {
        'application/json': 'Submission',
        'text/csv': 'text',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'text',
      },
    },
    responses: ok('SubmissionResult'),
    errors: [400, 413],
  },
  {
    method: 'post',
    path: '/collections',
    operationId: 'collect',
    summary: 'Start a collection run',
    role: 'Editor',
    parameters: [],
    request: { required: true, content: { 'application/json': 'CollectionRequest' } },
    responses: { 202: { description: 'The run, queued.', contentType: 'application/json', body: 'Run' } },
    errors: [400, 413],
  },
  {
    method: 'get',
    path: '/collections',
    operationId: 'listRuns',
    summary: 'Collection runs, newest first',
    role: 'Viewer',
    parameters: [limit, cursor],
    responses: ok('RunList'),
    errors: [400],
  },
  {
    method: 'get',
    path: '/collections/{id}',
    operationId: 'getRun',
    summary: 'One collection run',
    role: 'Viewer',
    parameters: [path('id', 'Id of the run.')],
    responses: ok('Run'),
    errors: [404],
  },
  {
    method: 'delete',
    path: '/collections/{id}',
    operationId: 'cancelRun',
    summary: 'Cancel a collection run; what it stored is kept',
    role: 'Editor',
    parameters: [path('id', 'Id of the run.')],
    responses: { 202: { description: 'The run, being cancelled.', contentType: 'application/json', body: 'Run' } },
    errors: [404, 409],
  },
  {
    method: 'post',
    path: '/simulate',
    operationId: 'simulate',
    summary: 'The view of given documents and observations; stateless',
    role: 'Viewer',
    parameters: [],
    request: { required: true, content: { 'application/json': 'SimulateRequest' } },
    responses: ok('View'),
    errors: [400, 404, 413],
  },
  {
    method: 'get',
    path: '/status',
    operationId: 'status',
    summary: 'Store, credentials, schedule and provisioning of the running server',
    role: 'Admin',
    parameters: [],
    responses: ok('ServerStatus'),
    errors: [],
  },
  {
    method: 'get',
    path: '/metrics',
    operationId: 'metrics',
    summary: 'Prometheus metrics',
    role: 'Admin',
    parameters: [],
    responses: { 200: { description: 'Prometheus text format.', contentType: 'text/plain' } },
    errors: [],
  },
];
