import { execFileSync, spawnSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './support/fixtures';
import { type Product } from './support/product';
import { until } from './support/until';
import { collect, document, figures, makeSource, organisation, queried } from './support/world';

/** The place where the plugin keeps its data goes away, is full or can't be written, and comes back. */

const theme = (title: string) => document('Theme', 'focus', { title, strategy: 'growth' });
const world = [...organisation(), queried('orders', figures('orders', '7')), theme('before')];

const reading = (product: Product) => product.call<{ detail: string }>('GET', 'themes/focus', { as: 'viewer' });
const writing = (product: Product, title: string) =>
  product.call<{ detail: string }>('POST', 'apply', { body: [theme(title)] });

async function expectUnavailable(
  product: Product,
  calls: Array<Promise<{ status: number; body: { detail: string } }>>
) {
  for (const { status, body } of await Promise.all(calls)) {
    expect({ status, detail: body.detail }).toEqual({
      status: 503,
      detail: expect.stringMatching(/store|can't start/),
    });
  }
  expect((await product.health()).status).toBe('ERROR');
}

const works = async (product: Product) => (await reading(product).catch(() => undefined))?.status === 200;

async function expectEverything(product: Product, title: string) {
  const { spec } = await product.must<{ spec: { title: string } }>('GET', 'themes/focus');
  expect(spec.title).toBe(title);
  expect((await writing(product, 'after')).status).toBe(200);
  expect((await collect(product)).state).toBe('succeeded');
  expect(await product.health()).toEqual(expect.objectContaining({ status: 'OK' }));
}

test('a PostgreSQL store that goes is 503, and is used again when it is back', async ({ database, start }) => {
  await makeSource(database, 'store_source');
  await database.create('store');
  const product = await start({
    name: 'postgres',
    source: { server: database, database: 'store_source' },
    store: database.url('store'),
  });
  await product.must('POST', 'apply', { body: world });
  const { pid } = product;

  await database.stop();
  await expectUnavailable(product, [
    reading(product),
    writing(product, 'lost'),
    product.call('GET', 'scorecards'),
    product.call('POST', 'collections', { body: {} }),
    product.call('GET', 'kpis/orders/series?from=2025-01&to=2025-06&frequency=month'),
  ]);
  expect((await product.health()).message).toMatch(/connect/);
  await database.again();
  await until('the store', () => works(product), { seconds: 30 });
  await expectEverything(product, 'before');
  expect(product.pid).toBe(pid);
});

test('a process that starts while its PostgreSQL store is away begins by itself when it is back', async ({
  database,
  start,
}) => {
  await makeSource(database, 'late_source');
  await database.create('late');
  const product = await start({
    name: 'late',
    source: { server: database, database: 'late_source' },
    store: database.url('late'),
  });
  await product.must('POST', 'apply', { body: world });
  await database.stop();
  await product.kill();
  await until('the process', async () => (await reading(product)).body.detail.includes("can't start"));
  await expectUnavailable(product, [reading(product), writing(product, 'lost')]);
  await database.again();
  // Nobody calls: the app's own connections show that it has begun to work.
  const connections = `select 1 from pg_stat_activity where datname = 'late' and application_name = 'bsc-scorecard-app'`;
  await until('the app', async () => (await database.run('late', connections)).length > 0, { every: 500 });
  await expectEverything(product, 'before');
});

test('a SQLite folder that can’t be used is said, and used when it can be', async ({ database, start }) => {
  await makeSource(database, 'folder_source');
  const product = await start({ name: 'folder', source: { server: database, database: 'folder_source' } });
  await product.must('POST', 'apply', { body: world });
  const { storeFolder } = product;
  renameSync(storeFolder, `${storeFolder}.away`);
  writeFileSync(storeFolder, 'a file is in the way');

  const health = await product.health();
  expect(health).toEqual({ status: 'ERROR', message: expect.stringContaining('gone'), details: expect.anything() });
  await product.kill();
  // Callers only learn that the app can't start; whoever may ask for its health learns why.
  await until('the process', async () => (await product.health()).message.includes('data_path'));
  await expectUnavailable(product, [reading(product), writing(product, 'lost')]);

  rmSync(storeFolder);
  renameSync(`${storeFolder}.away`, storeFolder);
  await until('the store', () => works(product));
  await expectEverything(product, 'before');
});

/** Lets no file of the process grow beyond this many bytes, as a disk that is full. */
const limitFiles = (pid: number, bytes: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);

test('a full disk refuses writes, keeps what is there and goes on when there is room', async ({ database, start }) => {
  test.skip(spawnSync('prlimit', ['--version']).status !== 0, 'needs prlimit of util-linux');
  await makeSource(database, 'disk_source');
  const product = await start({ name: 'disk', source: { server: database, database: 'disk_source' } });
  await product.must('POST', 'apply', { body: world });
  limitFiles(product.pid, 4096);
  await expectUnavailable(product, [writing(product, 'lost'), product.call('POST', 'collections', { body: {} })]);
  expect((await product.health()).message).toMatch(/full|disk|I\/O/i);
  expect((await reading(product)).status).toBe(200);

  limitFiles(product.pid, 'unlimited');
  await until('room', async () => (await product.health()).status === 'OK');
  await expectEverything(product, 'before');
});
