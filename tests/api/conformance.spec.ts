import { APIRequestContext, APIResponse, expect, request as playwrightRequest, test } from '@playwright/test';
import { BASE, Call, calls, violations } from './contract';
import { freeze, type Frozen, putAway } from './frozen';

/**
 * Every call of the OpenAPI document is made as it says: by each role, with known and unknown names, with good and bad input.
 * Whatever comes back must have a declared status and conform to its schema.
 */
type User = 'admin' | 'editor' | 'viewer';
const rank = { Viewer: 0, Editor: 1, Admin: 2 };
const users: Array<{ login: User; rank: number }> = [
  { login: 'viewer', rank: 0 },
  { login: 'editor', rank: 1 },
  { login: 'admin', rank: 2 },
];

const contexts = new Map<string, APIRequestContext>();
let frozen: Frozen;

test.beforeAll(async ({ baseURL }) => {
  for (const login of ['admin', 'editor', 'viewer']) {
    const authorization = `Basic ${Buffer.from(`${login}:${login}`).toString('base64')}`;
    contexts.set(login, await playwrightRequest.newContext({ baseURL, extraHTTPHeaders: { authorization } }));
  }
  contexts.set('nobody', await playwrightRequest.newContext({ baseURL }));
  frozen = await freeze(contexts.get('admin')!);
});

test.afterAll(async () => {
  await putAway(contexts.get('admin')!);
  await Promise.all([...contexts.values()].map((context) => context.dispose()));
});

async function send(
  who: User | 'nobody',
  method: string,
  path: string,
  options: { headers?: Record<string, string>; text?: string } = {}
): Promise<APIResponse> {
  const { headers, text } = options;
  return contexts.get(who)!.fetch(`${BASE}${path}`, {
    method,
    headers: { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    data: text === undefined ? undefined : Buffer.from(text), // a text that isn't JSON would be sent as a JSON string
    failOnStatusCode: false,
  });
}

async function expectConforming(call: Call, response: APIResponse) {
  const type = response.headers()['content-type'] ?? '';
  const body = type.includes('json') ? await response.json() : await response.text();
  expect(violations(call, response.status(), type, body), `${call.operationId} ${response.status()}`).toEqual([]);
  return body;
}

/** The path with names that exist in the demo organisation, or with names that don't. */
function fill(path: string, names: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, key: string) => names[key] ?? 'no-such-name');
}

const kindPaths = new Set(calls.filter((call) => call.operationId.startsWith('list')).map((call) => call.path));

async function firstName(plural: string): Promise<string> {
  const response = await send('admin', 'GET', `${plural}?limit=1`);
  const { items } = (await response.json()) as { items: Array<{ metadata?: { name: string }; id?: string }> };
  return items[0]?.metadata?.name ?? items[0]?.id ?? 'no-such-name';
}

/** Names for the places of a path that lead to something. */
async function known(path: string): Promise<Record<string, string>> {
  if (/^\/reviews\/\{name\}\/(snapshot|report|sections|deliveries)/.test(path)) {
    return { name: frozen.review, section: frozen.section };
  }
  if (path.startsWith('/reportbatches/')) {
    return { id: frozen.batch };
  }
  const name = /\{(name|id)\}/.test(path) ? await firstName(listOf(path)) : '';
  return { name, id: name, file: 'Kpi.json' };
}

/** Parameters that a call needs in the demo organisation, though the contract lets them be left out elsewhere. */
async function needed(call: Call, name: string): Promise<string[]> {
  if (call.operationId === 'actionsFeed') {
    return [`token=${frozen.token}`];
  }
  if (call.operationId === 'calendarPeriod') {
    return [`calendar=${await firstName('/calendars')}`];
  }
  if (!['map', 'series', 'explain'].includes(call.operationId)) {
    return [];
  }
  const response = await send('admin', 'GET', '/scorecards');
  const { items } = (await response.json()) as {
    items: Array<{ metadata: { name: string }; spec: { strategy?: string; unit: string } }>;
  };
  return call.operationId === 'map'
    ? items
        .filter(({ spec }) => spec.strategy === name)
        .slice(0, 1)
        .map(({ metadata }) => `scorecard=${metadata.name}`)
    : [`unit=${items[0].spec.unit}`];
}

/** The list above a path with a name in it: `/kpis/{name}/series` is `/kpis`. */
const listOf = (path: string) => path.slice(0, path.indexOf('/{'));

for (const call of calls) {
  test.describe(`${call.method} ${call.path}`, () => {
    test('is refused to strangers and to roles below the declared one', async () => {
      const path = fill(call.path, {});
      const stranger = await send('nobody', call.method, path, { text: '{}' });
      expect(stranger.status()).toBe(401);
      for (const { login, rank: own } of users.filter((user) => user.rank < rank[call['x-role']])) {
        const response = await send(login, call.method, path, { text: '{}' });
        expect(response.status(), `${login} (${own})`).toBe(403);
        await expectConforming(call, response);
      }
    });

    if (call.method === 'GET') {
      test('answers as declared to the declared role', async () => {
        const names = await known(call.path);
        const required = call.parameters.filter((p) => p.required && p.in === 'query').map((p) => `${p.name}=month`);
        const who = users.find((user) => user.rank === rank[call['x-role']])!.login;
        const query = [...required, ...(await needed(call, names.name))].join('&');
        const response = await send(who, 'GET', `${fill(call.path, names)}?${query}`);
        expect(names.name === 'no-such-name' ? [200, 404] : [200]).toContain(response.status());
        await expectConforming(call, response);
      });

      for (const parameter of call.parameters.filter((p) => p.in === 'query')) {
        const pattern = JSON.stringify(parameter.schema);
        if (!/date-time|"integer"|"boolean"|"enum"|Frequency/.test(pattern)) {
          continue;
        }
        test(`refuses nonsense in ${parameter.name} and names it`, async () => {
          const names = await known(call.path);
          const required = call.parameters
            .filter((p) => p.required && p.in === 'query' && p !== parameter)
            .map((p) => `${p.name}=month`);
          const query = [...required, `${parameter.name}=nonsense`].join('&');
          const response = await send('admin', 'GET', `${fill(call.path, names)}?${query}`);
          expect(response.status()).toBe(422);
          const problem = (await expectConforming(call, response)) as { errors: Array<{ path: string }> };
          expect(problem.errors.map((error) => error.path)).toContain(`/query/${parameter.name}`);
        });
      }
    }

    if (/\{(name|id|file)\}/.test(call.path)) {
      test('does not know unknown names', async () => {
        const response = await send('admin', call.method, `${fill(call.path, {})}?frequency=month`, {
          headers: { 'if-match': '"1"' },
          text: call.method === 'GET' || call.method === 'DELETE' ? undefined : await validBodyFor(call),
        });
        expect(response.status()).toBe(404);
        await expectConforming(call, response);
      });
    }

    if (call.requestBody !== undefined) {
      test('refuses what can’t be parsed', async () => {
        const name = call.path.includes('{name}') ? await firstName(listOf(call.path)) : '';
        const current = await send('admin', 'GET', fill(call.path, { name }));
        const response = await send('admin', call.method, fill(call.path, { name }), {
          headers: { 'if-match': current.headers().etag ?? '"1"' },
          text: '{"apiVersion": ',
        });
        expect(name === 'no-such-name' ? [400, 404] : [400]).toContain(response.status());
        await expectConforming(call, response);
      });
    }
  });
}

/** A document that a PUT or PATCH of an unknown name could carry. */
async function validBodyFor(call: Call): Promise<string> {
  const plural = listOf(call.path);
  if (call.method !== 'PUT') {
    return '{}';
  }
  const list = await send('admin', 'GET', `${plural}?limit=1`);
  const { items } = (await list.json()) as { items: Array<{ metadata: object }> };
  const [item] = items;
  return JSON.stringify(item === undefined ? {} : { ...item, metadata: { name: 'no-such-name' } });
}

test('every kind is listed with its schema', async () => {
  const kinds = (await (await send('viewer', 'GET', '/kinds')).json()) as {
    items: Array<{ plural: string; schema: string }>;
  };
  for (const kind of kinds.items) {
    expect(kindPaths).toContain(`/${kind.plural}`);
    expect((await send('viewer', 'GET', `/${kind.schema}`)).status()).toBe(200);
  }
});
