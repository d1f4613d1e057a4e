import { z } from 'zod';
import { API_VERSION, bodies, KindDefinition, kinds } from '../../src/contract';

export type JsonSchema = Record<string, unknown>;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** Every schema of the contract that has an id, with references as `#/$defs/<id>`. */
export function definitions(prefix = '#/$defs/'): Record<string, JsonSchema> {
  // Looking at both lists keeps the modules that register the schemas from being dropped as unused.
  if ([kinds, bodies].some((list) => Object.keys(list).length === 0)) {
    throw new Error('the contract is empty');
  }
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io: 'input',
    target: 'draft-2020-12',
    uri: (id) => `${prefix}${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([id, schema]) => {
        const { $schema: _schema, $id: _id, ...rest } = schema as JsonSchema;
        return [id, rest];
      })
  );
}

/** The schema with exactly those definitions that it needs. */
export function bundle(root: JsonSchema, all: Record<string, JsonSchema>): JsonSchema {
  const needed = new Set<string>();
  const visit = (value: unknown): void => {
    for (const match of JSON.stringify(value).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)) {
      const id = match[1];
      if (!needed.has(id)) {
        needed.add(id);
        visit(all[id]);
      }
    }
  };
  visit(root);
  const defs = Object.fromEntries([...needed].sort().map((id) => [id, all[id]]));
  return { $schema: DRAFT, ...root, ...(needed.size > 0 ? { $defs: defs } : {}) };
}

/** Schema of a whole document of one kind. */
export function documentSchema(kind: KindDefinition): JsonSchema {
  return {
    title: kind.kind,
    description: kind.summary,
    type: 'object',
    properties: {
      apiVersion: { const: API_VERSION },
      kind: { const: kind.kind },
      metadata: { $ref: '#/$defs/Metadata' },
      spec: { $ref: `#/$defs/${kind.kind}Spec` },
      status: { type: 'object', description: 'Computed; ignored on writes.' },
    },
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    additionalProperties: false,
  };
}

/** One schema for every document: what editors use for YAML files. */
export function anyDocumentSchema(all: Record<string, JsonSchema>): JsonSchema {
  const root = {
    title: 'Balanced Scorecard document',
    type: 'object',
    properties: { kind: { enum: kinds.map((kind) => kind.kind) } },
    required: ['kind'],
    allOf: kinds.map((kind) => ({
      if: { properties: { kind: { const: kind.kind } }, required: ['kind'] },
      then: documentSchema(kind),
    })),
  };
  return bundle(root, all);
}
