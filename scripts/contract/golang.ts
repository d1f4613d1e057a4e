import { execFileSync } from 'node:child_process';
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } from 'quicktype-core';
import { JsonSchema } from './schemas';

/**
 * Go structs of all definitions. Enumerations become plain strings: the JSON Schema checks them, and the packages that
 * give them meaning declare their own constants.
 */
export async function goTypes(definitions: Record<string, JsonSchema>): Promise<string> {
  // What differs in its rules only is one struct in Go: x-go says whose.
  const twins = Object.entries(definitions).filter(([, schema]) => 'x-go' in schema);
  const merged = twins.reduce(
    (text, [id, schema]) => text.replaceAll(`"#/$defs/${id}"`, `"#/$defs/${schema['x-go']}"`),
    JSON.stringify(definitions)
  );
  const plain = Object.fromEntries(
    Object.entries(JSON.parse(merged) as Record<string, JsonSchema>)
      .filter(([, schema]) => !('x-go' in schema))
      .map(([id, schema]) => [id, { ...forGo(schema), title: id }])
  );
  const input = new JSONSchemaInput(new FetchingJSONSchemaStore());
  const properties = Object.fromEntries(
    Object.keys(plain).map((id, index) => [`x${index}`, { $ref: `#/$defs/${id}` }])
  );
  await input.addSource({ name: 'Everything', schema: JSON.stringify({ type: 'object', properties, $defs: plain }) });
  const inputData = new InputData();
  inputData.addInput(input);
  const { lines } = await quicktype({
    inputData,
    lang: 'go',
    combineClasses: false,
    inferDateTimes: false,
    rendererOptions: { package: 'contract', 'omit-empty': 'true' },
  });
  const source = lines
    .join('\n')
    .replace(/^\/\/ Code generated from JSON Schema using quicktype[\s\S]*?(?=package contract)/, '')
    .replace(/^func Unmarshal\w+\([\s\S]*?^}\n/gm, '')
    .replace(/^func \(r \*?\w+\) Marshal\(\)[\s\S]*?^}\n/gm, '')
    .replace(/[ \t]+$/gm, '');
  // The struct that only serves to reach every definition goes.
  const types = source
    .replace(/^type Everything struct \{[\s\S]*?^\}\n/m, '')
    // A KPI without a source is allowed: in Go that is a source without type, not a nil pointer.
    .replace(/\*KpiSource(\s+)`json:"source,omitempty"`/, 'KpiSource$1`json:"source,omitzero"`');
  return execFileSync('gofmt', {
    input: `// Code generated from src/contract by npm run contract. DO NOT EDIT.\n\n${types}`,
  }).toString();
}

function forGo(value: unknown): JsonSchema {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) {
      return node.map(walk);
    }
    if (node === null || typeof node !== 'object') {
      return node;
    }
    const { enum: values, const: constant, format: _format, pattern: _pattern, ...rest } = node as JsonSchema;
    // A map of texts and numbers is one of any in Go: a union would cost a pointer per entry.
    if (Array.isArray((rest.additionalProperties as JsonSchema | undefined)?.type)) {
      rest.additionalProperties = {};
    }
    const text = Array.isArray(values) || typeof constant === 'string';
    return Object.fromEntries(
      Object.entries(text ? { ...rest, type: 'string' } : rest).map(([key, child]) => [
        key,
        key === 'properties' ? walkProperties(child as JsonSchema) : walk(child),
      ])
    );
  };
  // Names of properties are not keywords: a calendar has a property called pattern.
  const walkProperties = (properties: JsonSchema) =>
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, walk(schema)]));
  return walk(value) as JsonSchema;
}
