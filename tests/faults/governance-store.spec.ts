import { execFileSync, spawnSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { test } from './support/fixtures';
import {
  action,
  delivered,
  deliveriesOf,
  ended,
  event,
  freeze,
  governed,
  inHours,
  logOf,
  review,
  type Snapshot,
  teams,
} from './support/governed';
import { type Product } from './support/product';
import { idsOf, startMailServer, startWebhook, timesTaken } from './support/receivers';
import { pause, until } from './support/until';
import { collect, document, figures, makeSource, queried } from './support/world';

/** What governance depends on goes away, is full, hangs or refuses, and comes back. */

const noteIn = (product: Product, id: string, type = 'decision') =>
  product.call('POST', 'reviews/meeting/events', { body: { events: [event(id, type)] } });

/** Everything that people write in reviews and their follow-up. */
const writes = (product: Product, id: string, feed: string) => [
  noteIn(product, id),
  noteIn(product, `${id}-note`, 'note'),
  freeze(product, 'refrozen'),
  product.call('POST', 'reportbatches', { body: { review: 'reported', formats: ['html'] } }),
  product.call('POST', 'actions', { body: action(id, {}) }),
  product.call('POST', 'feedtokens', { body: {} }),
  product.call('DELETE', `feedtokens/${feed}`),
  product.call('POST', 'mywork/seen'),
];

/** And everything that they read. */
const reads = (product: Product, feed: string) => [
  product.call('GET', 'reviews/meeting/log'),
  product.call('GET', 'reviews/meeting/facilitation'),
  product.call('GET', 'reviews/meeting/agenda'),
  product.call('GET', 'reviews/calendar'),
  product.call('GET', 'reviews/reported/snapshot'),
  product.call('GET', `reviews/reported/report?unit=${teams[0]}`),
  product.call('GET', 'register'),
  product.call('GET', 'mywork'),
  product.call('GET', feed),
];

async function statuses(calls: Array<Promise<{ status: number }>>): Promise<number[]> {
  return (await Promise.all(calls)).map(({ status }) => status);
}

async function prepare(product: Product) {
  await product.must('POST', 'apply', { body: [...governed(), review('refrozen', 'plain')] });
  expect((await freeze(product, 'reported')).status).toBe(200);
  expect((await noteIn(product, 'before')).status).toBe(200);
  const { id, path } = await product.must<{ id: string; path: string }>('POST', 'feedtokens', { body: {} });
  return { id, path: path.slice(1) };
}

/** Nothing was done while it could not be kept, and everything works again. */
async function worksAgain(product: Product, feed: { id: string; path: string }) {
  expect((await logOf(product, 'meeting')).map(({ id }) => id)).toEqual(['before']);
  expect(await product.all('decisions?limit=1000')).toHaveLength(1);
  expect((await product.call('GET', 'actions/lost')).status).toBe(404);
  expect((await product.call('GET', 'reviews/refrozen/snapshot')).status).toBe(404);
  expect(await statuses(reads(product, feed.path))).toEqual(Array(9).fill(200));
  expect(await statuses(writes(product, 'after', feed.id))).toEqual([200, 200, 200, 202, 201, 201, 204, 204]);
  expect((await product.call('GET', feed.path)).status).toBe(404);
}

test(
  'a PostgreSQL that goes during meetings is 503, and batches and deliveries go on when it is back',
  { tag: '@long' },
  async ({ database, start }) => {
    const receivers = [await startWebhook(), await startMailServer()];
    await makeSource(database, 'governed_source');
    await database.create('governed_store');
    const product = await start({
      name: 'governed',
      source: { server: database, database: 'governed_source' },
      store: database.url('governed_store'),
      settings: receivers.flatMap(({ settings }) => settings),
    });
    const feed = await prepare(product);
    await product.must('POST', 'reviews', { body: review('told-1', 'told') });
    expect((await freeze(product, 'told-1')).status).toBe(200);
    const { id } = await product.must<{ id: string }>('POST', 'reportbatches', {
      body: { review: 'reported', formats: ['pdf', 'html'] },
    });
    await database.stop();
    expect(await statuses(writes(product, 'lost', feed.id))).toEqual(Array(8).fill(503));
    expect(await statuses(reads(product, feed.path))).toEqual(Array(9).fill(503));
    await database.again();
    await until('the store', async () => (await product.call('GET', 'reviews/meeting/log')).status === 200);
    await worksAgain(product, feed);
    expect(await ended(product, id)).toMatchObject({ state: 'succeeded', progress: { done: 2 * teams.length } });
    await delivered(product, ['told-1']);
    for (const receiver of receivers) {
      expect(idsOf(receiver, 'told-1')).toHaveLength(1);
    }
    await Promise.all(receivers.map((receiver) => receiver.stop()));
  }
);

/** Lets no file of the process grow beyond this many bytes, as a disk that is full. */
const limitFiles = (pid: number, bytes: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);

test(
  'a full disk refuses what people write in reviews, shows what there is, and sends nothing it could not note',
  { tag: '@long' },
  async ({ database, start }) => {
    test.skip(spawnSync('prlimit', ['--version']).status !== 0, 'needs prlimit of util-linux');
    const receiver = await startWebhook();
    await makeSource(database, 'full_source');
    const product = await start({
      name: 'full',
      source: { server: database, database: 'full_source' },
      settings: receiver.settings,
    });
    const feed = await prepare(product);
    await product.must('POST', 'reviews', { body: review('told-1', 'told') });
    expect((await freeze(product, 'told-1')).status).toBe(200);
    limitFiles(product.pid, 4096);
    expect(await statuses(writes(product, 'lost', feed.id))).toEqual(Array(8).fill(503));
    expect(await statuses(reads(product, feed.path))).toEqual(Array(9).fill(200));
    await pause(32_000); // two looks at what is due
    expect(timesTaken(receiver, 'told-1')).toBeLessThanOrEqual(1); // the look may have come before the limit

    limitFiles(product.pid, 'unlimited');
    await until('room', async () => (await product.health()).status === 'OK');
    await worksAgain(product, feed);
    const told = async () =>
      (await deliveriesOf(product, 'told-1')).find(({ channel }) => channel === 'webhook')?.state;
    await until('the webhook', async () => (await told()) === 'sent');
    expect(idsOf(receiver, 'told-1')).toHaveLength(1);
    expect(timesTaken(receiver, 'told-1')).toBeLessThanOrEqual(2);
    await receiver.stop();
  }
);

test(
  'receivers that hang hold up no freeze, and what they did not take comes again with the same id',
  { tag: '@long' },
  async ({ database, start }) => {
    test.setTimeout(180_000);
    const receivers = [await startWebhook(), await startMailServer()];
    const [webhook, mail] = receivers;
    await makeSource(database, 'hanging_source');
    await database.create('hanging_store');
    const product = await start({
      name: 'hanging',
      source: { server: database, database: 'hanging_source' },
      store: database.url('hanging_store'),
      settings: receivers.flatMap(({ settings }) => settings),
    });
    await product.must('POST', 'apply', { body: [...governed(), review('told-1', 'told')] });
    const stateOf = async (channel: string) =>
      (await deliveriesOf(product, 'told-1')).find((delivery) => delivery.channel === channel)?.state;

    receivers.forEach((receiver) => (receiver.manner = 'hangs'));
    expect((await freeze(product, 'told-1')).status).toBe(200);
    await until('the webhook’s message', () => webhook.received.length > 0);
    await product.must('POST', 'apply', { body: [review('soon', 'told', inHours(3))] });
    await until(
      'the freeze of another',
      async () => (await product.call('GET', 'reviews/soon/snapshot')).status === 200,
      {
        seconds: 25,
      }
    );
    expect([await stateOf('webhook'), await stateOf('email')]).toEqual(['sending', 'sending']);
    await until(
      'giving up',
      async () => (await stateOf('webhook')) === 'failed' && (await stateOf('email')) === 'failed'
    );

    /** As if the five minutes until the next attempt had passed. */
    const later = () => database.run('hanging_store', `update deliveries set at = at - 300000 where state = 'failed'`);
    receivers.forEach((receiver) => (receiver.manner = 'refuses'));
    await later();
    await until('refusals', async () => {
      const messages = await deliveriesOf(product, 'told-1');
      return messages.filter(({ message }) => /answered 500|451/.test(message ?? '')).length === 2;
    });
    receivers.forEach((receiver) => (receiver.manner = 'takes'));
    await until('deliveries of the other', async () => {
      await later();
      await pause(2000);
      return (await stateOf('webhook')) === 'sent' && (await stateOf('email')) === 'sent';
    });
    await until('deliveries of all', async () => {
      await later();
      await pause(2000);
      return (await deliveriesOf(product, 'soon')).every(({ state }) => state === 'sent');
    });
    for (const receiver of receivers) {
      for (const name of ['told-1', 'soon']) {
        expect([idsOf(receiver, name).length, timesTaken(receiver, name)], name).toEqual([1, 1]);
      }
    }
    expect(mail.received.length).toBeGreaterThanOrEqual(3);
    await Promise.all(receivers.map((receiver) => receiver.stop()));
  }
);

test('a dead data source holds up neither a freeze nor My work', async ({ database, start }) => {
  await makeSource(database, 'dead_source');
  const product = await start({ name: 'dead', source: { server: database, database: 'dead_source' } });
  const measured = [
    queried('asked', figures('asked', '7')),
    document('Objective', 'sell', {
      title: 'Sell',
      strategy: 'growth',
      perspective: 'money',
      kpis: [{ kpi: 'asked' }, { kpi: 'entered' }],
    }),
  ];
  await product.must('POST', 'apply', { body: governed() });
  await product.must('POST', 'apply', { body: measured });
  expect((await collect(product)).state).toBe('succeeded');
  await product.must('POST', 'apply', { body: [review('past', 'plain', '2025-06-02T09:00:00Z')] });
  await database.stop();
  const { items } = await product.must<{ items: object[] }>('GET', 'mywork');
  expect(Array.isArray(items)).toBe(true);
  const { body, status } = await freeze(product, 'past');
  expect(status).toBe(200);
  expect((body as Snapshot).units).toEqual(['company']);
  const frozen = await product.must<{ sections: unknown[] }>('GET', 'reviews/past/report?unit=company');
  expect(JSON.stringify(frozen.sections)).toContain('"asked"');
  await database.again();
  expect((await collect(product)).state).toBe('succeeded');
  expect(await product.must('GET', 'reviews/past/report?unit=company')).toEqual(frozen);
});
