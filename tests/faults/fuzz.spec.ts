import { request as httpRequest } from 'node:http';
import { expect } from '@playwright/test';
import { BASE, calls } from '../api/contract';
import { chance, trial } from './support/chance';
import { test } from './support/fixtures';
import { hostile, type HostileRequest } from './support/hostile';
import { type Product } from './support/product';
import { document, figures, kpi, makeSource, organisation, queried } from './support/world';

/**
 * Every route of the API gets requests that nobody sends by intention, from each role: whatever comes, the answer is no 5xx,
 * comes in time, and the process lives on.
 */

const patience = 20_000;
const atATime = 4;

const world = [
  ...organisation(),
  queried('orders', figures('orders', '7')),
  kpi('entered', { type: 'manual' }),
  kpi('ratio', { type: 'calculated', formula: 'kpi("orders") / kpi("entered")' }),
  document('Theme', 'focus', { title: 'Focus', strategy: 'growth' }),
  document('Objective', 'sell', {
    title: 'Sell',
    strategy: 'growth',
    perspective: 'money',
    kpis: [{ kpi: 'entered' }],
  }),
  document('Scorecard', 'company', {
    title: 'Company',
    strategy: 'growth',
    unit: 'company',
    calendar: 'months',
    frequency: 'month',
    perspectives: [{ name: 'money', title: 'Money', objectives: [{ objective: 'sell' }] }],
  }),
  document('TargetSet', 'entered-2025', {
    kpi: 'entered',
    unit: 'company',
    from: '2025-01',
    to: '2025-12',
    points: [{ period: '2025-01', target: 100 }],
    scale: { type: 'goalRedFlag', redFlag: '80%', goal: '100%' },
  }),
];

/** Sends exactly these bytes, which fetch() would refuse or tidy up. */
function send(
  url: string,
  { as, method, path, headers, body }: HostileRequest
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { hostname, port, method, path: BASE + path, headers, auth: `${as}:${as}`, timeout: patience, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode!, text: Buffer.concat(chunks).toString('utf8') })
        );
        response.on('error', reject);
      }
    );
    request.on('timeout', () => request.destroy(new Error(`no answer within ${patience} ms`)));
    request.on('error', reject);
    request.end(body);
  });
}

const shown = ({ as, method, path, headers, body }: HostileRequest) =>
  `${as} ${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)} ${body?.toString('utf8').slice(0, 600) ?? ''}`;

/** Sends the requests, a few at a time, and returns what is wrong with the answers. */
async function bombard(
  product: Product,
  requests: HostileRequest[]
): Promise<{ wrong: string[]; statuses: Map<number, number> }> {
  const wrong: string[] = [];
  const statuses = new Map<number, number>();
  const left = requests.values();
  const work = async () => {
    for (const request of left) {
      const answer = await send(product.url, request).catch((error: Error) => ({ status: 0, text: error.message }));
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 0 || answer.status >= 500) {
        wrong.push(`${answer.status} ${answer.text.slice(0, 300)}\n  ${shown(request)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return { wrong, statuses };
}

for (const engine of ['SQLite', 'PostgreSQL']) {
  test(`no request is answered 5xx or not at all (${engine})`, async ({ database, start }) => {
    test.setTimeout(60_000 + trial.requests * 100);
    await makeSource(database, 'fuzz_source');
    await database.create('fuzz');
    const store = engine === 'SQLite' ? undefined : database.url('fuzz');
    const product = await start({ name: engine, source: { server: database, database: 'fuzz_source' }, store });
    await product.must('POST', 'apply', { body: world });
    const { pid } = product;
    const dice = chance(trial.seed + engine.length);
    const requests = Array.from({ length: trial.requests / 2 }, (_, n) =>
      hostile(calls[n % calls.length], world, dice)
    );
    const { wrong, statuses } = await bombard(product, requests);
    console.log(`${engine}: seed ${trial.seed}, ${requests.length} requests: ${JSON.stringify([...statuses].sort())}`);
    expect(wrong).toEqual([]);
    expect(product.pid).toBe(pid);
    expect((await product.health()).status).toBe('OK');
  });
}
