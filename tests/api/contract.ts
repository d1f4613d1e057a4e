import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

interface Operation {
  operationId: string;
  'x-role': 'Viewer' | 'Editor' | 'Admin';
  parameters: Array<{ name: string; in: string; required: boolean; schema: Record<string, unknown> }>;
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { content?: Record<string, { schema: Record<string, unknown> }> }>;
}

export interface Call extends Operation {
  method: string;
  path: string;
}

const document = JSON.parse(readFileSync(join(__dirname, '../../pkg/contract/openapi.json'), 'utf8')) as {
  servers: Array<{ url: string }>;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};

/** Where the API lives below Grafana's address. */
export const BASE = document.servers[0].url;

/** Every call of the API, as the OpenAPI document lists them. */
export const calls: Call[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path }))
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'openapi', components: document.components });

/** What is wrong with a body, by the schema of that answer; empty when it conforms. */
export function violations(call: Call, status: number, contentType: string, body: unknown): string[] {
  const response = call.responses[String(status)];
  if (response === undefined) {
    return [`${call.operationId} does not declare the status ${status}`];
  }
  const declared = Object.keys(response.content ?? {});
  const type = contentType.split(';')[0];
  if (declared.length === 0) {
    return [];
  }
  if (!declared.includes(type)) {
    return [`${call.operationId} ${status} is ${type}, not ${declared.join(' or ')}`];
  }
  if (!type.endsWith('json')) {
    return [];
  }
  const validate = ajv.compile(absolute(response.content![type].schema));
  return validate(body) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function absolute(schema: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/'));
}
