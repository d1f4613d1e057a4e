import { expect } from '@playwright/test';
import { type Database } from './support/database';
import { type Start, test } from './support/fixtures';
import { type Product } from './support/product';
import { pause, until } from './support/until';
import {
  document,
  figures,
  kpi,
  makeSource,
  months,
  observationsOf,
  organisation,
  queried,
  type Run,
  unfinished,
  units,
} from './support/world';

/** Three Grafanas share one PostgreSQL store. Each asks the data source as a user of its own, which shows who works. */

const users = ['replica_a', 'replica_b', 'replica_c'];
const source = 'replicas_source';

/** Longer than it takes until every replica has looked again at what is due. */
const anotherLook = 16_000;

const organisationWithScorecard = [
  ...organisation(),
  kpi('entered', { type: 'manual' }),
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
];

async function startReplicas(database: Database, start: Start, store: string): Promise<Product[]> {
  await makeSource(database, source);
  await database.create(store);
  for (const user of users) {
    await database.run(source, `drop role if exists ${user}`);
    await database.run(source, `create role ${user} superuser login password 'postgres'`);
  }
  return Promise.all(
    users.map((user) =>
      start({ name: user, source: { server: database, database: source, user }, store: database.url(store) })
    )
  );
}

test('what is due is asked once, whoever asks', async ({ database, start }) => {
  const [first] = await startReplicas(database, start, 'due');
  await database.run(source, 'create table asked (kpi text)');
  await database.run(
    source,
    `create function noted(name text) returns boolean language sql as $$ insert into asked values (name) returning true $$`
  );
  const due = Array.from({ length: 12 }, (_, index) => `due-${index}`);
  const noting = (name: string) =>
    queried(name, `select c.* from noted('${name}') n, lateral (${figures(name, '5')} and n) c`);
  await first.must('POST', 'apply', { body: [...organisationWithScorecard, ...due.map(noting)] });

  const asked = () =>
    database.run<{ kpi: string; times: number }>(source, 'select kpi, count(*)::int as times from asked group by kpi');
  await until('what is due', async () => (await asked()).length === due.length, { every: 500 });
  await pause(anotherLook);
  expect((await asked()).filter(({ times }) => times !== 1)).toEqual([]);
  const runs = await first.all<Run>('collections');
  expect(runs.map(({ trigger, state }) => ({ trigger, state }))).toEqual([{ trigger: 'schedule', state: 'succeeded' }]);
});

interface View {
  scorecard: { title?: string };
  node: { title: string; children: Array<{ children: Array<{ title: string; children: Array<{ value: number }> }> }> };
}

test('what one replica wrote, every other reads at once', async ({ database, start }) => {
  const replicas = await startReplicas(database, start, 'fresh');
  await replicas[0].must('POST', 'apply', { body: organisationWithScorecard });
  for (let n = 1; n <= 30; n++) {
    const [writer, ...readers] = [0, 1, 2].map((index) => replicas[(n + index) % replicas.length]);
    const rows = units.map((unit) => ({ kpi: 'entered', unit, period: '2025-03', value: n }));
    await writer.must('POST', 'submissions', { body: { rows } });
    await writer.must('POST', 'apply', {
      body: [
        document('Objective', 'sell', {
          title: `Sell ${n}`,
          strategy: 'growth',
          perspective: 'money',
          kpis: [{ kpi: 'entered' }],
        }),
      ],
    });
    const views = await Promise.all(
      readers.map((reader) => reader.must<View>('GET', 'scorecards/company/view?period=2025-03&unit=company'))
    );
    for (const { node } of views) {
      const [objective] = node.children[0].children;
      expect({ title: objective.title, value: objective.children[0].value }).toEqual({
        title: `Sell ${n}`,
        value: n * units.length,
      });
    }
  }
});

test('a replica that is killed at work is replaced within a minute', async ({ database, start }) => {
  const replicas = await startReplicas(database, start, 'takeover');
  await replicas[0].must('POST', 'apply', { body: organisationWithScorecard });
  await replicas[0].must('POST', 'apply', {
    body: [queried('long', `select c.* from (select pg_sleep(3)) s, lateral (${figures('long', '5')}) c`)],
  });
  const { id } = await replicas[0].must<Run>('POST', 'collections', {
    body: { kpis: ['long'], from: months[0], to: months.at(-1) },
  });
  const asking = async () =>
    (
      await database.run<{ usename: string }>(
        source,
        `select usename from pg_stat_activity where datname = '${source}' and state = 'active' and query like '%pg_sleep(3)%'
           and usename like 'replica%'`
      )
    ).map(({ usename }) => usename);
  await until('a replica at work', async () => (await asking()).length > 0);
  const [worker] = await asking();
  const killed = replicas[users.indexOf(worker)];
  killed.killForGood();
  const [other] = replicas.filter((replica) => replica !== killed);
  const current = () => other.must<Run>('GET', `collections/${id}`);
  await until('another replica to end the run', async () => !unfinished(await current()), { seconds: 60, every: 500 });
  expect((await current()).state).toBe('succeeded');
  expect(await observationsOf(other, 'long')).toHaveLength(units.length * months.length);
});
