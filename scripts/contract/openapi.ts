import { z } from 'zod';
import { kinds } from '../../src/contract';
import { kindRoutes, Parameter, Route, routes } from '../../src/contract/api/routes';
import { documentSchema, JsonSchema } from './schemas';

const ERROR_TEXT: Record<number, string> = {
  400: 'The request can’t be parsed.',
  401: 'Nobody is signed in.',
  403: 'The caller’s role is too low.',
  404: 'Unknown, or not visible to the caller.',
  409: 'Exists already, is still referenced, or is managed by a file.',
  412: 'The version in If-Match is stale; `current` holds the resource.',
  413: 'The body is too large.',
  422: 'The content is invalid; `errors` lists everything.',
  428: 'If-Match is missing.',
  503: 'The store can’t be reached or written just now.',
};

/** The OpenAPI 3.1 document of the API. */
export function openApi(definitions: Record<string, JsonSchema>, version: string): JsonSchema {
  const schemas: Record<string, JsonSchema> = { ...definitions };
  for (const kind of kinds) {
    schemas[kind.kind] = { ...documentSchema(kind) };
  }
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of [...routes, ...kinds.flatMap(kindRoutes)]) {
    (paths[route.path] ??= {})[route.method] = operation(route);
  }
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Balanced Scorecard for Grafana',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Resources, measurement and collection. Errors are application/problem+json.',
    },
    servers: [{ url: '/api/plugins/bsc-scorecard-app/resources/v1' }],
    security: [{ basic: [] }],
    paths,
    components: { schemas, securitySchemes: { basic: { type: 'http', scheme: 'basic' } } },
  };
  return JSON.parse(JSON.stringify(document).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}

function operation(route: Route): JsonSchema {
  const responses: Record<string, JsonSchema> = {};
  for (const [status, { description, contentType, body = 'file', also }] of Object.entries(route.responses)) {
    const bodies = contentType === '' ? [] : Object.entries({ [contentType]: body, ...also });
    const content = Object.fromEntries(bodies.map(([type, each]) => [type, { schema: bodySchema(each) }]));
    responses[status] = { description, ...(bodies.length === 0 ? {} : { content }) };
  }
  for (const status of [...new Set([401, 403, 422, 503, ...route.errors])].sort()) {
    responses[status] = {
      description: ERROR_TEXT[status],
      content: { 'application/problem+json': { schema: { $ref: '#/$defs/Problem' } } },
    };
  }
  return {
    operationId: route.operationId,
    summary: route.summary,
    'x-role': route.role,
    parameters: route.parameters.map(parameter),
    ...(route.request === undefined
      ? {}
      : {
          requestBody: {
            required: route.request.required,
            content: Object.fromEntries(
              Object.entries(route.request.content).map(([type, body]) => [
                type,
                { schema: body === 'text' ? {} : bodySchema(body) },
              ])
            ),
          },
        }),
    responses,
  };
}

function bodySchema(body: string): JsonSchema {
  switch (body) {
    case 'schema':
      return { type: 'object' };
    case 'documents':
      return { type: 'array', items: { type: 'object' } };
    case 'file':
      return { type: 'string' };
  }
  return { $ref: `#/$defs/${body.replace(/^kind:/, '')}` };
}

function parameter({ name, in: where, required, description, schema }: Parameter): JsonSchema {
  const { $schema: _schema, ...plain } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  delete plain.id;
  delete plain.$defs;
  return { name, in: where, required: required ?? false, description, schema: plain };
}
