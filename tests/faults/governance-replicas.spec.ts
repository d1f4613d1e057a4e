import { expect } from '@playwright/test';
import { type Database } from './support/database';
import { type Start, test } from './support/fixtures';
import {
  action,
  delivered,
  ended,
  event,
  filesOf,
  freeze,
  governed,
  inHours,
  logOf,
  type Resource,
  review,
  series,
  type Snapshot,
  teams,
} from './support/governed';
import { type Product } from './support/product';
import { idsOf, startMailServer, startWebhook, timesTaken } from './support/receivers';
import { pause, until } from './support/until';
import { type Document, makeSource } from './support/world';

/** Three Grafanas share one PostgreSQL store, and people on all of them meet, freeze and follow up at the same time. */

/** Longer than it takes until every replica has looked again at what is due. */
const anotherLook = 16_000;

async function startReplicas(
  database: Database,
  start: Start,
  store: string,
  settings: string[] = []
): Promise<Product[]> {
  await makeSource(database, `${store}_source`);
  await database.create(store);
  const replicas = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      start({
        name: `${store}-${name}`,
        source: { server: database, database: `${store}_source` },
        store: database.url(store),
        settings,
      })
    )
  );
  await replicas[0].must('POST', 'apply', { body: governed() });
  return replicas;
}

const count = (statuses: number[], status: number) => statuses.filter((one) => one === status).length;

/** What is captured on three replicas is in one log, once and in one order. */
async function capturing(replicas: Product[]) {
  const rounds = 25;
  const types = ['note', 'decision', 'action', 'park'];
  await Promise.all(
    replicas.map(async (product, who) => {
      for (let n = 0; n < rounds; n++) {
        const type = types[n % types.length];
        // The second is sent by all three, as by a browser whose connection broke and that another replica serves now.
        const events = [
          event(`own-${who}-${n}`, type, { title: `${type} own-${who}-${n}` }),
          event(`shared-${n}`, 'action'),
        ];
        await product.must('POST', 'reviews/meeting/events', { body: { events } });
      }
    })
  );
  const logs = await Promise.all(replicas.map((product) => logOf(product, 'meeting')));
  expect(logs[0]).toHaveLength(4 * rounds);
  expect(new Set(logs[0].map(({ id }) => id)).size).toBe(4 * rounds);
  const times = logs[0].map(({ at }) => Date.parse(at));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(logs[1]).toEqual(logs[0]);
  expect(logs[2]).toEqual(logs[0]);
  const reviews = await Promise.all(replicas.map((product) => product.must<Resource>('GET', 'reviews/meeting')));
  expect(reviews[1].status).toEqual(reviews[0].status);
  expect(reviews[2].status).toEqual(reviews[0].status);
  const actions = await replicas[2].all<Document>('actions?limit=1000');
  expect(actions).toHaveLength(
    rounds + logs[0].filter(({ id, type }) => type === 'action' && id.startsWith('own-')).length
  );
}

/** A review is frozen once, whoever freezes it. */
async function freezingOnce(replicas: Product[]) {
  for (let round = 0; round < 5; round++) {
    const name = `once-${round}`;
    await replicas[0].must('POST', 'reviews', { body: review(name, 'told') });
    const answers = await Promise.all([...replicas, ...replicas].map((product) => freeze(product, name)));
    const statuses = answers.map(({ status }) => status);
    expect(count(statuses, 200), statuses.join(', ')).toBe(1);
    expect(count(statuses, 409), statuses.join(', ')).toBe(5);
    const { hash } = answers.find(({ status }) => status === 200)!.body;
    for (const product of replicas) {
      expect((await product.must<Snapshot>('GET', `reviews/${name}/snapshot`)).hash).toBe(hash);
    }
  }
}

/** One writer of a version wins, the others are told that it is another now. */
async function writingOneVersion(replicas: Product[]) {
  await replicas[0].must('POST', 'actions', { body: action('contested', {}) });
  for (let round = 1; round <= 20; round++) {
    const { etag } = await replicas[round % 3].call('GET', 'actions/contested');
    expect(etag).toBe(`"${round}"`);
    const answers = await Promise.all(
      replicas.map((product, who) =>
        product.call('PUT', 'actions/contested', {
          body: action('contested', { title: `round ${round} of ${who}` }),
          headers: { 'if-match': etag! },
        })
      )
    );
    const statuses = answers.map(({ status }) => status);
    expect([count(statuses, 200), count(statuses, 412)], statuses.join(', ')).toEqual([1, 2]);
    const winner = statuses.indexOf(200);
    for (const product of replicas) {
      const { spec } = await product.must<Document>('GET', 'actions/contested');
      expect(spec.title).toBe(`round ${round} of ${winner}`);
    }
  }
}

/** A feed works on every replica, and none serves it once it is revoked. */
async function revoking(replicas: Product[]) {
  for (let round = 0; round < 20; round++) {
    const [by, ...others] = [0, 1, 2].map((shift) => replicas[(round + shift) % 3]);
    const { id, path } = await by.must<{ id: string; path: string }>('POST', 'feedtokens', { body: {} });
    const read = () => Promise.all(replicas.map(async (product) => (await product.call('GET', path.slice(1))).status));
    expect(await read()).toEqual([200, 200, 200]);
    await others[0].must('DELETE', `feedtokens/${id}`);
    expect(await read()).toEqual([404, 404, 404]);
  }
}

test('on three replicas people meet, freeze, change and revoke as on one', async ({ database, start }) => {
  const replicas = await startReplicas(database, start, 'together');
  await test.step('capture', () => capturing(replicas));
  await test.step('freeze', () => freezingOnce(replicas));
  await test.step('versions', () => writingOneVersion(replicas));
  await test.step('feeds', () => revoking(replicas));
});

test(
  'the schedule makes, freezes and delivers once; what a replica leaves another takes up',
  { tag: '@long' },
  async ({ database, start }) => {
    test.setTimeout(240_000);
    const receivers = [await startWebhook(), await startMailServer()];
    const replicas = await startReplicas(
      database,
      start,
      'schedule',
      receivers.flatMap(({ settings }) => settings)
    );
    const [first, second, third] = replicas;
    const daily = Array.from({ length: 5 }, (_, index) => `daily-${index}`);
    const soon = Array.from({ length: 5 }, (_, index) => `soon-${index}`);
    await first.must('POST', 'apply', {
      body: [
        ...daily.map((name) => series(name, {}, 'FREQ=DAILY')),
        ...soon.map((name, index) => review(name, 'told', inHours(10 + index))),
        action('late', { due: '2025-01-31' }),
      ],
    });
    const made = async (product: Product) =>
      (await product.all<Document>('reviews?limit=1000')).filter(({ spec }) => daily.includes(String(spec.series)));
    await until('reviews made ahead', async () => (await made(second)).length >= 14 * daily.length, { every: 500 });
    await delivered(third, soon);
    await pause(anotherLook);
    const reviews = await made(third);
    expect(new Set(reviews.map(({ spec }) => `${spec.series} ${spec.start}`)).size).toBe(reviews.length);
    for (const { metadata } of reviews) {
      expect(await first.all(`reviews/${metadata.name}/history`), metadata.name).toHaveLength(1);
    }
    for (const name of soon) {
      for (const receiver of receivers) {
        expect([idsOf(receiver, name).length, timesTaken(receiver, name)], name).toEqual([1, 1]);
      }
    }
    // Escalations and reminders are computed: the same on every replica, each once.
    const escalated = await Promise.all(
      replicas.map(async (product) => {
        const work = await product.must<{ items: object[] }>('GET', 'mywork?now=2027-01-01T00:00:00Z');
        return work.items.map((item) => JSON.stringify(item)).filter((text) => text.includes('"late"'));
      })
    );
    expect(escalated.map((items) => items.length)).toEqual([1, 1, 1]);
    expect(new Set(escalated.flat()).size).toBe(1);

    expect((await freeze(second, 'reported')).status).toBe(200);
    const { id } = await first.must<{ id: string }>('POST', 'reportbatches', {
      body: { review: 'reported', formats: ['pdf', 'html'] },
    });
    first.killForGood();
    const batch = await ended(second, id);
    expect(batch).toMatchObject({ state: 'succeeded', progress: { done: 2 * teams.length, total: 2 * teams.length } });
    const files = await filesOf(third, id);
    expect(new Set(files).size).toBe(2 * teams.length);
    await Promise.all(receivers.map((receiver) => receiver.stop()));
  }
);
