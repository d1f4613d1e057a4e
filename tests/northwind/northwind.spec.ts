import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from '@playwright/test';
import { freePort } from '../../scripts/lib/port';
import { Postgres, startPostgres } from '../../scripts/lib/postgres';
import { api, asAdmin, Preview, startPreview } from '../../scripts/lib/preview';
import { differences } from './compare';

/**
 * The Northwind company on a real PostgreSQL: its three documents, one collection, and every figure of expected.json. The
 * database itself is not part of this repository; without it these tests report themselves as skipped.
 */
const root = join(__dirname, '..', '..');
const sql = join(root, '..', 'shared', 'data', 'northwind.sql');
const examples = join(root, 'tests', 'examples', 'northwind');
const documents = ['scorecard.yaml', 'kpis.yaml', 'units.yaml'];

interface Expected {
  now: string;
  views: Array<{ unit: string; period: string; view: unknown }>;
  series: Array<{ kpi: string; unit: string; points: Array<{ period: string }> }>;
}
const expected = JSON.parse(readFileSync(join(examples, 'expected.json'), 'utf8')) as Expected;

test.skip(!existsSync(sql), 'needs ../shared/data/northwind.sql');
test.describe.configure({ mode: 'serial' });

let folder: string;
let postgres: Postgres;
let preview: Preview | undefined;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'bsc-northwind-'));
  postgres = await startPostgres({
    dir: join(root, '.run', 'northwind', 'postgres'),
    port: await freePort(),
    log: join(folder, 'postgres.log'),
    disposable: true,
  });
  await withClient('postgres', async (client) => {
    await client.query('drop database if exists northwind with (force)');
    await client.query('create database northwind');
  });
  await withClient('northwind', async (client) => {
    await client.query(readFileSync(sql, 'utf8'));
  });
});

test.afterEach(async () => {
  await preview?.stop();
  preview = undefined;
});

test.afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function withClient(database: string, use: (client: Client) => Promise<void>) {
  const client = new Client({ connectionString: postgres.url(database) });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

/** A server with an empty store: SQLite, or a database of that name. */
async function start(name: string, { scorecards = '', store = '' } = {}): Promise<void> {
  if (store !== '') {
    await withClient('postgres', async (client) => {
      await client.query(`drop database if exists ${store} with (force)`);
      await client.query(`create database ${store}`);
    });
  }
  preview = await startPreview({
    set: '12',
    port: await freePort(),
    dataDir: join(folder, name),
    postgres,
    log: join(folder, `${name}.log`),
    scorecards,
    settings:
      store === ''
        ? []
        : ['bsc-scorecard-app', 'bsc-scorecard-datasource'].map(
            (id) => `plugin.${id}.database_url=${postgres.url(store)}`
          ),
    env: {
      GF_PATHS_PROVISIONING: join(__dirname, 'provisioning'),
      NORTHWIND_ADDRESS: `127.0.0.1:${postgres.port}`,
    },
  });
}

async function call<T>(method: string, path: string, body?: string, type = 'application/json'): Promise<T> {
  const response = await fetch(api(preview!.url, path), {
    method,
    headers: { ...asAdmin, 'content-type': type },
    body,
  });
  const text = await response.text();
  expect(response.ok, `${method} ${path}: ${text.slice(0, 2000)}`).toBe(true);
  return JSON.parse(text) as T;
}

async function apply(): Promise<void> {
  for (const dryRun of [true, false]) {
    const stream = documents.map((name) => readFileSync(join(examples, name), 'utf8')).join('\n---\n');
    const result = await call<{ created: unknown[] }>('POST', `apply?dryRun=${dryRun}`, stream, 'application/yaml');
    expect(result.created.length).toBeGreaterThan(68);
  }
}

interface Run {
  id: string;
  state: string;
  kpis: Array<{ kpi: string; state: string; errors: unknown[] }>;
}

async function collect(from: string, to: string): Promise<void> {
  let run = await call<Run>('POST', 'collections', JSON.stringify({ from, to }));
  await expect
    .poll(
      async () => {
        run = await call<Run>('GET', `collections/${run.id}`);
        return run.state;
      },
      { timeout: 60_000, intervals: [100, 200, 500] }
    )
    .not.toMatch(/queued|running/);
  expect(run.kpis.filter((kpi) => kpi.errors.length > 0)).toEqual([]);
  expect(run.state).toBe('succeeded');
}

async function everyFigureAgrees(): Promise<void> {
  const now = `now=${encodeURIComponent(expected.now)}`;
  const wrong: string[] = [];
  for (const { unit, period, view } of expected.views) {
    const answer = await call<{ node: unknown }>(
      'GET',
      `scorecards/northwind/view?unit=${unit}&period=${period}&sparkline=13&${now}`
    );
    wrong.push(...differences(answer.node, view, `${unit} ${period}`));
  }
  for (const { kpi, unit, points } of expected.series) {
    for (const point of points) {
      const { period } = point;
      const answer = await call<{ points: unknown }>(
        'GET',
        `kpis/${kpi}/series?unit=${unit}&from=${period}&to=${period}&frequency=${frequencyOf(period)}&${now}`
      );
      wrong.push(...differences(answer.points, [point], `${kpi} ${unit}`));
    }
  }
  expect(wrong).toEqual([]);
}

function frequencyOf(period: string): string {
  return period.includes('Q') ? 'quarter' : period.includes('-') ? 'month' : 'year';
}

function months(): string[] {
  const all: string[] = [];
  for (let year = 1996, month = 7; year < 1998 || month <= 5; month++) {
    if (month > 12) {
      year++;
      month = 1;
    }
    all.push(`${year}-${String(month).padStart(2, '0')}`);
  }
  return all;
}

test('one collection of all months gives every expected figure', async () => {
  await start('whole');
  await apply();
  await collect('1996-07', '1998-05');
  await everyFigureAgrees();
});

test('a store on PostgreSQL gives the same', async () => {
  await start('postgres', { store: 'northwind_store' });
  await apply();
  await collect('1996-07', '1998-05');
  await everyFigureAgrees();
});

test('collecting month by month, newest first, gives the same', async () => {
  test.setTimeout(180_000);
  await start('monthly');
  await apply();
  for (const month of months().reverse()) {
    await collect(month, month);
  }
  await everyFigureAgrees();
});

test('a database session in another time zone gives the same', async () => {
  await withClient('postgres', async (client) => {
    await client.query(`alter database northwind set timezone to 'Pacific/Auckland'`);
  });
  await start('auckland');
  await apply();
  await collect('1996-07', '1998-05');
  await everyFigureAgrees();
  await withClient('postgres', async (client) => {
    await client.query('alter database northwind reset timezone');
  });
});

test('the same files provisioned from a directory give the same', async () => {
  const scorecards = join(folder, 'scorecards');
  cpSync(examples, scorecards, { recursive: true, filter: (path) => !/\.(json|md)$/.test(path) });
  await start('provisioned', { scorecards });
  await expect
    .poll(async () => (await call<{ items: unknown[] }>('GET', 'kpis')).items.length, { timeout: 20_000 })
    .toBe(14);
  await collect('1996-07', '1998-05');
  await everyFigureAgrees();
});
