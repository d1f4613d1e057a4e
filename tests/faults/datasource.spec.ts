import { expect } from '@playwright/test';
import { test } from './support/fixtures';
import { pause, until } from './support/until';
import {
  collect,
  document,
  figures,
  makeSource,
  months,
  observationsOf,
  organisation,
  queried,
  range,
  type Run,
  unfinished,
  units,
} from './support/world';

/** The data source fails in every way that it can: each KPI says what is wrong with it, its neighbours are collected. */

const cells = units.length * months.length;

/** A query whose answer is wrong for one KPI, and the words with which the run must say so. */
const faulty: Record<string, { sql: string; says: RegExp }> = {
  'bad-slow': {
    sql: figures('slow', 'case when pg_sleep(30) is null then 1 else 1 end'),
    says: /did not answer|time/i,
  },
  'bad-endless': {
    sql: `select time, unit, n::float8 as value from cells, generate_series(1, 400000) n where $__timeFilter(time)`,
    says: /larger than|rows|did not answer/i,
  },
  'bad-syntax': { sql: 'selec 1', says: /syntax error/ },
  'bad-table': { sql: figures('table', '1').replace('from cells', 'from no_such_table'), says: /no_such_table/ },
  'bad-nan': { sql: figures('nan', `'NaN'`), says: /NaN|number|finite/i },
  'bad-infinity': { sql: figures('infinity', `'Infinity'`), says: /infinit|finite|number/i },
  'bad-text': {
    sql: `select time, unit, 'a lot' as value from cells where $__timeFilter(time)`,
    says: /numeric|number/,
  },
  'bad-twice': {
    sql: figures('twice', '1').replace('from cells', 'from (table cells union all table cells) twice'),
    says: /two|twice|more than one|rows/i,
  },
  'bad-unit': { sql: figures('unit', '1').replace('unit,', `'atlantis' as unit,`), says: /atlantis/ },
  'bad-column': { sql: figures('column', '1').replace('as value', 'as amount'), says: /value/ },
};
const neighbours = ['good-1', 'good-2', 'good-3'];

test('what one KPI’s query does wrong is that KPI’s error alone', async ({ database, start }) => {
  await makeSource(database, 'faulty');
  const product = await start({ name: 'faulty', source: { server: database, database: 'faulty' } });
  await product.must('POST', 'apply', {
    body: [
      ...organisation({ timeoutSeconds: 4 }),
      ...neighbours.map((name) => queried(name, figures(name, '5'))),
      ...Object.entries(faulty).map(([name, { sql }]) => queried(name, sql)),
    ],
  });
  const run = await collect(product);
  expect(run.state).toBe('partial');
  const outcome = new Map(run.kpis.map((kpi) => [kpi.kpi, kpi]));
  for (const name of neighbours) {
    expect(outcome.get(name)).toMatchObject({ state: 'succeeded', observations: cells, errors: [] });
    expect(await observationsOf(product, name)).toHaveLength(cells);
  }
  for (const [name, { says }] of Object.entries(faulty)) {
    const { state, errors } = outcome.get(name)!;
    expect.soft({ name, state }).toEqual({ name, state: 'failed' });
    expect.soft(errors.map(({ message }) => message).join('\n'), name).toMatch(says);
    expect.soft(await observationsOf(product, name), name).toEqual([]);
  }
});

test('columns that change between two runs cost no observation', async ({ database, start }) => {
  await makeSource(database, 'columns');
  await database.run('columns', 'create table ledger as select time, unit, 3::float8 as amount from cells');
  const product = await start({ name: 'columns', source: { server: database, database: 'columns' } });
  const ledger = (column: string) =>
    queried('ledger', `select time, unit, ${column} as value from ledger where $__timeFilter(time)`);
  await product.must('POST', 'apply', {
    body: [...organisation(), ledger('amount'), queried('other', figures('other', '5'))],
  });
  expect((await collect(product)).state).toBe('succeeded');
  const before = await observationsOf(product, 'ledger');

  await database.run('columns', 'alter table ledger rename amount to total');
  const second = await collect(product);
  expect(second.kpis.find(({ kpi }) => kpi === 'ledger')).toMatchObject({
    state: 'failed',
    errors: [{ message: expect.stringContaining('amount') }],
  });
  expect(second.kpis.find(({ kpi }) => kpi === 'other')).toMatchObject({ state: 'succeeded' });
  expect(await observationsOf(product, 'ledger')).toEqual(before);

  await product.must('POST', 'apply', { body: [ledger('total * 2')] });
  expect((await collect(product)).state).toBe('succeeded');
  expect(await observationsOf(product, 'ledger')).toHaveLength(2 * cells);
});

test('a data source that goes during a run is waited for a little, then named; later everything is collected', async ({
  database,
  start,
}) => {
  await makeSource(database, 'outage');
  const product = await start({ name: 'outage', source: { server: database, database: 'outage' } });
  const slow = (name: string) =>
    queried(name, `select c.* from (select pg_sleep(1)) s, lateral (${figures(name, '5')}) c`);
  await product.must('POST', 'apply', {
    body: [
      ...organisation({ batchSize: 1, concurrency: 1 }),
      ...['first', 'second', 'third'].map(slow),
      document('Theme', 'focus', { title: 'still here', strategy: 'growth' }),
    ],
  });

  const { id } = await product.must<Run>('POST', 'collections', { body: range });
  const current = () => product.must<Run>('GET', `collections/${id}`);
  await until('the first KPI', async () => (await current()).kpis.some(({ state }) => state === 'succeeded'));
  await database.stop();
  await until('the end of the run', async () => !unfinished(await current()));
  const cut = await current();
  expect(cut.state).toBe('partial');
  for (const { kpi, state, observations, errors } of cut.kpis) {
    expect(await observationsOf(product, kpi)).toHaveLength(observations);
    if (state === 'failed') {
      expect(observations).toBe(0);
      expect(errors[0].message).toMatch(/connect/);
    }
  }
  expect((await product.call('GET', 'themes/focus')).status).toBe(200);

  await database.again();
  expect((await collect(product)).state).toBe('succeeded');

  const again = await product.must<Run>('POST', 'collections', { body: range });
  await pause(200);
  await database.stop();
  await database.again();
  await until('the end of the run', async () => !unfinished(await product.must<Run>('GET', `collections/${again.id}`)));
  expect((await product.must<Run>('GET', `collections/${again.id}`)).state).toBe('succeeded');
  for (const name of ['first', 'second', 'third']) {
    expect(await observationsOf(product, name)).toHaveLength(cells);
  }
});
