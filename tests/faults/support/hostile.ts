/** Requests that nobody sends by intention, for every route of the API. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Call } from '../../api/contract';
import { type Chance } from './chance';
import { type Role } from './product';
import { type Document } from './world';

export interface HostileRequest {
  as: Role;
  method: string;
  /** As it goes over the wire: percent-encoded, not always rightly. */
  path: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
}

const root = join(__dirname, '..', '..', '..');
const examples = ['scorecard', 'kpis', 'units'].map((name) =>
  readFileSync(join(root, 'tests', 'examples', 'northwind', `${name}.yaml`), 'utf8')
);

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'X'];

const words = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\ufeff',
  "'; drop table orgs; --",
  '%s%n%d',
  '../../etc/passwd',
  '$__timeFilter(time)',
  '2025-13',
  '9999999999-01',
  '2025-W54',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '-1',
  '1e400',
  '99999999999999999999999999999',
  'NaN',
  'true',
  'é'.repeat(300),
  'x'.repeat(5000),
  '*',
  'a,b,,c=',
  'a in (b',
  '"*"',
];

const numbers = [
  '0',
  '-0',
  '-1',
  '1e308',
  '-1e308',
  '5e-324',
  '1e400',
  '9007199254740993',
  '99999999999999999999',
  '0.1',
];

const deep = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);

/** Nine levels of nine aliases each would be 387 million texts. */
const bomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 8 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`),
].join('\n');

const bodies: Array<(chance: Chance) => string | Buffer> = [
  () => '',
  () => 'null',
  () => '[]',
  () => '{}',
  () => '"text"',
  () => '{"a":',
  () => '\ufeff{}',
  () => deep(20_000, '[', ']'),
  () => deep(20_000, '{"a":', '}').replace('}', '1}'),
  () => deep(5_000, '[', ']').replaceAll(']', ''),
  () => bomb,
  () => `apiVersion: scorecard/v1\nkind: Kpi\nmetadata: &m {name: x, self: *m}\n`,
  () => '<<: *x',
  () => '? [a, b]\n: c\n',
  () => '!!binary aGk=\n---\n!!python/object:os.system rm\n',
  () => 'a: 1\na: 2\n---\n'.repeat(2000),
  () => Buffer.from([0xff, 0xfe, 0x00, 0x7b, 0xc3, 0x28]),
  () =>
    Buffer.concat([
      Buffer.from('{"metadata":{"name":"'),
      Buffer.from([0xc3, 0x28, 0xed, 0xa0, 0x80]),
      Buffer.from('"}}'),
    ]),
  (chance) => Buffer.from(Array.from({ length: 400 }, () => chance.below(256))),
  () => Buffer.from('PK\u0003\u0004 not really a zip'),
  () => 'kpi,unit,period,value\n"a,b\nc',
  () => `kpi;unit;period;value\n${'x'.repeat(100_000)};;;\n`,
  (chance) => chance.pick(examples),
];

/** A document in which one place holds something else. Numbers that JavaScript can't hold are written as text. */
function mutated(document: unknown, chance: Chance): string {
  const copy = structuredClone(document) as Record<string, unknown>;
  const placeholder = '"@@"';
  const places = leaves(copy);
  if (places.length > 0) {
    const { holder, key } = chance.pick(places);
    holder[key] = '@@';
  }
  return JSON.stringify(copy).replace(placeholder, () => odd(chance));
}

/** JSON text of a value that doesn't belong where it is put. */
function odd(chance: Chance): string {
  switch (chance.below(6)) {
    case 0:
      return chance.pick(numbers);
    case 1:
      return 'null';
    case 2:
      return deep(1 + chance.below(200), '[', ']');
    case 3:
      return `{"${'k'.repeat(1 + chance.below(300))}":{}}`;
    case 4:
      return `[${Array(chance.below(2000)).fill('"x"').join(',')}]`;
    default:
      return JSON.stringify(chance.pick(words));
  }
}

function leaves(value: unknown): Array<{ holder: Record<string, unknown>; key: string }> {
  if (value === null || typeof value !== 'object') {
    return [];
  }
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...leaves(holder[key])]);
}

/** Bodies that a call may take, to be spoilt in one place. */
function sensible(call: Call, documents: Document[], chance: Chance): unknown {
  const spec = documents.find(({ kind }) => kind === 'Kpi')?.spec;
  const observation = { kpi: 'entered', unit: 'north', period: '2025-01', value: 1, note: 'n' };
  const now = '2025-07-01T00:00:00Z';
  const known: Record<string, unknown> = {
    apply: documents,
    submit: { rows: [observation] },
    collect: { kpis: ['orders'], from: '2025-01', to: '2025-06', units: ['north'] },
    preview: { kpi: spec, from: '2025-01', to: '2025-02', units: ['north'] },
    simulate: {
      resources: documents,
      observations: [observation],
      scorecard: 'company',
      period: '2025-01',
      unit: 'company',
      now,
    },
  };
  const kind = /^(?:create|replace|patch)(\w+)$/.exec(call.operationId)?.[1];
  return known[call.operationId] ?? documents.find((document) => document.kind === kind) ?? chance.pick(documents);
}

/** Half of a surrogate pair, which can't be encoded, goes as its bytes would. */
const encode = (word: string) => (word === '\ud800' ? '%ed%a0%80' : encodeURIComponent(word));

const plural = (kind: string) => `${kind.toLowerCase()}s`.replace(/ys$/, 'ies');

/** Names that exist in the trial's organisation, and things that are no names. */
function segment(parameter: string, call: Call, documents: Document[], chance: Chance): string {
  const fitting = documents.filter(({ kind }) => call.path.startsWith(`/${plural(kind)}/`));
  if (chance.below(4) > 0) {
    return parameter === 'file' ? 'Kpi.json' : chance.pick(fitting.length > 0 ? fitting : documents).metadata.name;
  }
  return chance.pick([...words.slice(1).map(encode), '%ff', '%00', '..', '.', '%2e%2e', '%2f', 'x'.repeat(4000)]);
}

function query(call: Call, chance: Chance): string {
  const values = [
    '2025-01',
    '2025-06',
    'north',
    'company',
    'month',
    '2025-03-01T00:00:00Z',
    '10',
    'true',
    'yaml',
    'xlsx',
    'csv',
  ];
  const parts = call.parameters
    .filter((parameter) => parameter.in === 'query' && chance.below(2) === 0)
    .map(({ name }) => `${name}=${chance.below(2) === 0 ? chance.pick(values) : encode(chance.pick(words))}`);
  const stray = ['', '', '', '&a=%zz', '&;;', '&unit=a&unit=b', `&q=${'%ff'.repeat(50)}`];
  return parts.join('&') + chance.pick(stray);
}

const contentTypes = [
  'application/json',
  'application/json; charset=utf-16',
  'application/yaml',
  'application/merge-patch+json',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'multipart/form-data; boundary=x',
  'nonsense',
  '',
];

/** One request for the call, or nearly so. */
export function hostile(call: Call, documents: Document[], chance: Chance): HostileRequest {
  const method = chance.below(5) === 0 ? chance.pick(methods) : call.method;
  const path = call.path.replace(/\{(\w+)\}/g, (_, parameter: string) => segment(parameter, call, documents, chance));
  const hasBody = call.requestBody !== undefined || chance.below(10) === 0;
  const spoilt = chance.below(3) > 0;
  const text = spoilt ? mutated(sensible(call, documents, chance), chance) : chance.pick(bodies)(chance);
  const body = hasBody ? Buffer.from(text as string) : undefined;
  const headers: Record<string, string> = {
    'content-type': chance.below(4) > 0 ? contentTypes[0] : chance.pick(contentTypes),
  };
  if (chance.below(3) > 0) {
    headers['if-match'] = chance.pick([
      '"1"',
      '"2"',
      '"9"',
      '*',
      '""',
      '"-1"',
      '"99999999999999999999"',
      'W/"1"',
      'nonsense',
    ]);
  }
  if (chance.below(4) === 0) {
    headers['x-change-reason'] = chance.pick(['why', 'x'.repeat(5000), '\u00ff\u00fe', '']);
    headers['x-change-source'] = chance.pick(['ui', 'nonsense']);
    headers.accept = chance.pick(['application/yaml', 'nonsense', '*/*']);
  }
  if (body !== undefined) {
    headers['content-length'] = String(body.length); // Node sends none with GET, and the body would be the next request
  }
  return {
    as: chance.pick(['admin', 'admin', 'editor', 'viewer']),
    method,
    path: `${path}?${query(call, chance)}`,
    headers,
    body,
  };
}
