import { kinds } from '../../src/contract';
import { JsonSchema } from './schemas';

const INTRO = `# Provisioning reference

Every kind of document, field by field. Generated from the contract (\`src/contract\`) by \`npm run contract\`.

Documents are YAML or JSON. They come from files (\`scorecards_path\`, read-only in the UI), from \`POST /apply\`, from single calls
of the API, or from the forms: the same schema, the same checks, the same result.

\`\`\`yaml
apiVersion: scorecard/v1
kind: OrgUnit
metadata: { name: north, labels: { team: sales } }
spec: { title: North, type: region, parent: company }
\`\`\`

- \`metadata.name\` is unique per kind and Grafana org: lower-case letters, digits, hyphens.
- A field whose value is null counts as left out.
- Editors complete and check YAML with [scorecard.schema.json](scorecard.schema.json):
  \`# yaml-language-server: $schema=…/docs/reference/scorecard.schema.json\`.
`;

/** The reference page of all kinds, in Markdown. */
export function provisioningReference(definitions: Record<string, JsonSchema>): string {
  const pages = kinds.map(({ kind, summary, plural }) => {
    const lines = [`## ${kind}`, '', summary, '', `API: \`/${plural}\``, ''];
    lines.push(...table(definitions[`${kind}Spec`], definitions, 'spec'));
    return lines.join('\n');
  });
  const shared = Object.keys(definitions).filter((id) => used(id, definitions) && isObject(definitions[id]));
  const appendix = shared.map((id) =>
    [`### ${id}`, '', ...describe(definitions[id]), ...table(definitions[id], definitions, '')].join('\n')
  );
  return [INTRO, ...pages, '## Shared shapes', ...appendix].join('\n\n').replace(/\n{3,}/g, '\n\n') + '\n';
}

const specIds = new Set(kinds.map(({ kind }) => `${kind}Spec`));

/** Whether documents can hold a shape, beside the specs themselves. */
function used(id: string, definitions: Record<string, JsonSchema>): boolean {
  const reached = new Set<string>();
  const visit = (value: unknown) => {
    for (const [, target] of JSON.stringify(value).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (!reached.has(target)) {
        reached.add(target);
        visit(definitions[target]);
      }
    }
  };
  for (const spec of specIds) {
    visit(definitions[spec]);
  }
  return reached.has(id);
}

const isObject = (schema: JsonSchema) => schema.properties !== undefined;

function describe(schema: JsonSchema): string[] {
  return typeof schema.description === 'string' ? [schema.description, ''] : [];
}

function table(schema: JsonSchema, definitions: Record<string, JsonSchema>, prefix: string): string[] {
  const rows = fields(schema, prefix);
  return [
    '| field | type | | |',
    '|---|---|---|---|',
    ...rows.map(([name, field, required]) => {
      const text = typeof field.description === 'string' ? field.description.replaceAll('|', '\\|') : '';
      return `| \`${name}\` | ${typeOf(field, definitions)} | ${required ? 'required' : ''} | ${text} |`;
    }),
  ];
}

/** Fields of an object, with those of nested anonymous objects and of their lists. */
function fields(schema: JsonSchema, prefix: string): Array<[string, JsonSchema, boolean]> {
  const required = (schema.required ?? []) as string[];
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const own: [string, JsonSchema, boolean] = [path, field, required.includes(name)];
    return isObject(field) ? [own, ...fields(field, path)] : [own];
  });
}

function typeOf(schema: JsonSchema, definitions: Record<string, JsonSchema>): string {
  const reference = schema.$ref ?? (schema.allOf as JsonSchema[] | undefined)?.[0]?.$ref;
  if (typeof reference === 'string') {
    const id = reference.replace('#/$defs/', '');
    return isObject(definitions[id]) ? `[${id}](#${id.toLowerCase()})` : typeOf(definitions[id], definitions);
  }
  if (typeof schema['x-ref'] === 'string' && schema['x-ref'] !== '*') {
    return `name of a [${schema['x-ref']}](#${schema['x-ref'].toLowerCase()})`;
  }
  if (Array.isArray(schema.enum)) {
    return schema.enum.map((value) => `\`${String(value)}\``).join(' ');
  }
  if (schema.const !== undefined) {
    return `\`${String(schema.const)}\``;
  }
  const union = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (union !== undefined) {
    return union.map((branch) => typeOf(branch, definitions)).join(' or ');
  }
  if (schema.type === 'array') {
    return `list of ${typeOf(schema.items as JsonSchema, definitions)}`;
  }
  if (schema.type === 'object') {
    return 'mapping';
  }
  return (
    { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false' }[String(schema.type)] ??
    'any'
  );
}
