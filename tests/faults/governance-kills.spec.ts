import { expect } from '@playwright/test';
import { type Chance, chance, trial } from './support/chance';
import { type Database } from './support/database';
import { test } from './support/fixtures';
import {
  action,
  charter,
  delivered,
  ended,
  event,
  filesOf,
  freeze,
  governed,
  inHours,
  logOf,
  proposal,
  type Resource,
  review,
  series,
  type Snapshot,
  teams,
} from './support/governed';
import { type Product } from './support/product';
import { idsOf, type Receiver, startMailServer, startWebhook } from './support/receivers';
import { pause, until } from './support/until';
import { document, type Document, makeSource } from './support/world';

/**
 * The app's process is killed (kill -9) while people meet, freeze, sign, decide and follow up, and while the schedule makes
 * reviews, freezes and delivers. Whatever was acknowledged must be there afterwards, what belongs together whole or not at all,
 * nothing twice, and work in the background must come to its end by itself.
 */

/** What writers sent, and what was acknowledged of it. */
class Ledger {
  /** Events by their ids: whether they were acknowledged, and whether something else than an entry of the log comes from them. */
  readonly events = new Map<string, { type: string; acknowledged: boolean }>();
  readonly frozen: Array<{ review: string; hash?: string }> = [];
  readonly batches: string[] = [];
  readonly signatures: string[] = [];
  readonly decided: Array<{ name: string; series: string; acknowledged: boolean }> = [];
  readonly bulk: Array<{ token: string; acknowledged: boolean }> = [];
  readonly feeds: Array<{ id: string; path: string; revoked: 'no' | 'perhaps' | 'yes' }> = [];
}

type Writer = (product: Product, ledger: Ledger, n: number) => Promise<void>;

/** Anything but success and the host's word that the process is away is a defect. */
function accepted(status: number): boolean {
  if (status < 300) {
    return true;
  }
  expect([502, 503]).toContain(status);
  return false;
}

/** Kinds of what a type of event becomes beside its entry in the log. */
const becomes: Record<string, string> = { decision: 'decisions', action: 'actions', park: 'agendaitems' };

/** One of several who take notes in the same meeting. What got no answer is sent again with the same ids, but for every third. */
const notesBy =
  (person: string): Writer =>
  async (product, ledger, n) => {
    const type = ['note', 'decision', 'action', 'park'][n % 4];
    const events = [
      event(`${person}-${n}`, type, { title: `${type} ${person}-${n}` }),
      event(`${person}-${n}-b`, 'note'),
    ];
    events.forEach(({ id, type }) => ledger.events.set(id, { type, acknowledged: false }));
    for (let attempt = 0; attempt < 20; attempt++) {
      const answer = await product
        .call('POST', 'reviews/meeting/events', { body: { events } })
        .catch(() => ({ status: 503 }));
      if (accepted(answer.status)) {
        events.forEach(({ id }) => (ledger.events.get(id)!.acknowledged = true));
        return;
      }
      if (n % 3 === 0) {
        return;
      }
      await pause(100);
    }
  };

const freezing: Writer = async (product, ledger, n) => {
  const name = `frozen-${n}`;
  const made = await product.call('POST', 'reviews', { body: review(name, 'told') });
  if (!accepted(made.status)) {
    return;
  }
  const entry: { review: string; hash?: string } = { review: name };
  ledger.frozen.push(entry);
  const answer = await freeze(product, name);
  if (accepted(answer.status)) {
    entry.hash = answer.body.hash;
  }
  await pause(500);
};

const batching: Writer = async (product, ledger) => {
  const answer = await product.call<{ id: string }>('POST', 'reportbatches', {
    body: { review: 'reported', formats: ['html', 'pdf'] },
  });
  if (accepted(answer.status)) {
    ledger.batches.push(answer.body.id);
  }
  await pause(3000);
};

const signing: Writer = async (product, ledger, n) => {
  const name = `signature-${n}`;
  const spec = { charter: 'rules', version: 1, person: 'admin', signedOn: '2025-01-02' };
  if (
    accepted(
      (await product.call('POST', 'chartersignatures', { body: document('CharterSignature', name, spec) })).status
    )
  ) {
    ledger.signatures.push(name);
  }
};

const quarterly = 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO';

/** A committee accepts, and its series moves with the same apply. */
const deciding: Writer = async (product, ledger, n) => {
  const of = { charter: `charter-${n}`, series: `moved-${n}` };
  const name = `proposal-${n}`;
  const made = [charter(of.charter), series(of.series, { charter: of.charter }), proposal(name, of)];
  if (!accepted((await product.call('POST', 'apply', { body: made })).status)) {
    return;
  }
  const entry = { name, series: of.series, acknowledged: false };
  ledger.decided.push(entry);
  const decision = { outcome: 'accepted', by: 'admin', on: '2025-02-03' };
  const moved = [proposal(name, of, decision), series(of.series, { charter: of.charter }, quarterly)];
  entry.acknowledged = accepted((await product.call('POST', 'apply', { body: moved })).status);
};

const bulkNames = Array.from({ length: 25 }, (_, index) => `bulk-${index}`);

const bulk: Writer = async (product, ledger, n) => {
  const entry = { token: `bulk ${n}`, acknowledged: false };
  ledger.bulk.push(entry);
  const state = n % 2 === 0 ? 'inProgress' : 'blocked';
  const body = bulkNames.map((name) => action(name, { title: entry.token, state }));
  entry.acknowledged = accepted((await product.call('POST', 'apply', { body })).status);
};

const subscribing: Writer = async (product, ledger, n) => {
  const made = await product.call<{ id: string; path: string }>('POST', 'feedtokens', { body: { title: `feed ${n}` } });
  if (!accepted(made.status)) {
    return;
  }
  const feed: Ledger['feeds'][number] = { id: made.body.id, path: made.body.path.slice(1), revoked: 'no' };
  ledger.feeds.push(feed);
  if (n % 2 === 0) {
    feed.revoked = 'perhaps';
    feed.revoked = accepted((await product.call('DELETE', `feedtokens/${feed.id}`)).status) ? 'yes' : 'perhaps';
  }
};

/** Series whose reviews the schedule makes ahead, one after the other, so that there is always something to make. */
const planning: Writer = async (product, _, n) => {
  accepted((await product.call('POST', 'apply', { body: [series(`daily-${n % 20}`, {}, 'FREQ=DAILY')] })).status);
  await pause(700);
};

const writers = [
  notesBy('ada'),
  notesBy('bob'),
  notesBy('eve'),
  freezing,
  batching,
  signing,
  deciding,
  bulk,
  subscribing,
  planning,
];

async function workUnderKills(product: Product, moments: Chance, kills: number): Promise<Ledger> {
  const ledger = new Ledger();
  let stopping = false;
  const working = writers.map(async (writer) => {
    for (let n = 1; !stopping; n++) {
      await writer(product, ledger, n).catch((error: unknown) => {
        if (error instanceof Error && 'matcherResult' in error) {
          throw error; // an answer that must not be
        }
      });
      await pause(30);
    }
  });
  const killing = (async () => {
    for (let kill = 0; kill < kills; kill++) {
      if (moments.next() < 0.8) {
        await product.ready(); // else it may be killed while it starts
      }
      await pause(moments.below(1500));
      await product.kill();
    }
    await product.ready();
  })().finally(() => (stopping = true));
  await Promise.all([killing, ...working]);
  return ledger;
}

const namesOf = async (product: Product, kind: string) =>
  (await product.all<Document>(`${kind}?limit=1000`)).map(({ metadata }) => metadata.name);

const unique = (values: string[]) => expect([...new Set(values)].length).toBe(values.length);

/** Every entry of the log is there once, with what it became; what isn't in the log has become nothing. */
async function theMeetingIsWhole(product: Product, ledger: Ledger): Promise<void> {
  const log = await logOf(product, 'meeting');
  unique(log.map(({ id }) => id));
  const logged = new Set(log.map(({ id }) => id));
  const lost = [...ledger.events].filter(([id, { acknowledged }]) => acknowledged && !logged.has(id));
  expect(lost).toEqual([]);
  for (const [type, kind] of Object.entries(becomes)) {
    const titles = (await product.all<Resource>(`${kind}?limit=1000`))
      .map(({ spec }) => String(spec.title))
      .filter((title) => title.startsWith(`${type} `));
    const wanted = log.filter((entry) => entry.type === type).map(({ id }) => `${type} ${id}`);
    expect(titles.sort(), `${kind} and the log`).toEqual(wanted.sort());
  }
  for (const [id] of ledger.events) {
    if (!id.endsWith('-b')) {
      expect(logged.has(id), `${id} and what was sent with it`).toBe(logged.has(`${id}-b`));
    }
  }
}

async function freezesAreWhole(product: Product, ledger: Ledger): Promise<string[]> {
  const frozen: string[] = [];
  for (const { review: name, hash } of ledger.frozen) {
    const { status, body } = await product.call<Snapshot>('GET', `reviews/${name}/snapshot`);
    expect(hash === undefined ? [200, 404] : [200], name).toContain(status);
    expect((await product.call('GET', `reviews/${name}/report?unit=company`)).status, name).toBe(status);
    if (status === 200) {
      frozen.push(name);
      expect(body.hash).toBe(hash ?? body.hash);
    }
  }
  return frozen;
}

async function batchesAreWhole(product: Product, ledger: Ledger): Promise<void> {
  for (const id of ledger.batches) {
    const { state, progress } = await ended(product, id, 180);
    expect({ state, ...progress }).toEqual({ state: 'succeeded', done: 2 * teams.length, total: 2 * teams.length });
    const files = await filesOf(product, id);
    unique(files);
    expect(files).toHaveLength(2 * teams.length);
  }
}

async function decisionsAreWhole(product: Product, ledger: Ledger): Promise<void> {
  const signatures = new Set(await namesOf(product, 'chartersignatures'));
  expect(ledger.signatures.filter((name) => !signatures.has(name))).toEqual([]);

  for (const { name, series: moved, acknowledged } of ledger.decided) {
    const accepts = (await product.must<Resource>('GET', `cadenceproposals/${name}`)).spec.decision !== undefined;
    const { recurrence } = (await product.must<Resource>('GET', `reviewseries/${moved}`)).spec;
    expect(acknowledged ? [true] : [true, false], name).toContain(accepts);
    expect((recurrence as { rrule: string }).rrule === quarterly, `${name} is carried out`).toBe(accepts);
  }
  const titles = await Promise.all(
    bulkNames.map(async (name) => {
      const reply = await product.call<Resource>('GET', `actions/${name}`);
      return reply.status === 200 ? reply.body.spec.title : undefined;
    })
  );
  expect(new Set(titles).size, `bulk: ${titles.join(', ')}`).toBe(1);
  const last = ledger.bulk.findLastIndex(({ acknowledged }) => acknowledged);
  const possible = ledger.bulk.slice(Math.max(last, 0)).map(({ token }) => token);
  expect(possible).toContain(titles[0]);
}

async function feedsAreRight(product: Product, ledger: Ledger): Promise<void> {
  for (const { path, revoked } of ledger.feeds) {
    const allowed = { no: [200], yes: [404], perhaps: [200, 404] }[revoked];
    expect(allowed, path).toContain((await product.call('GET', path)).status);
  }
}

/** The schedule has made every day's review of every daily series, once, and reminders are shown once. */
async function reviewsAreMadeOnce(product: Product): Promise<number> {
  const daily = (await namesOf(product, 'reviewseries')).filter((name) => name.startsWith('daily-'));
  let made: Resource[] = [];
  await until(
    'the reviews of all series',
    async () => {
      made = (await product.all<Resource>('reviews?limit=1000')).filter(({ spec }) =>
        String(spec.series).startsWith('daily-')
      );
      return daily.every((name) => made.filter(({ spec }) => spec.series === name).length >= 14);
    },
    { every: 1000 }
  );
  unique(made.map(({ spec }) => `${spec.series} ${spec.start}`));
  const counts = new Set(daily.map((name) => made.filter(({ spec }) => spec.series === name).length));
  expect(counts.size, 'as many of each series').toBe(1);
  const { items } = await product.must<{ items: Array<{ ref?: { kind: string; name: string }; title: string }> }>(
    'GET',
    'mywork'
  );
  const bulkItems = items.map((item) => JSON.stringify(item)).filter((text) => text.includes('"bulk-'));
  unique(bulkItems);
  expect(bulkItems).toHaveLength(bulkNames.length);
  return made.length;
}

/** Every frozen report reached everybody, each under one id. Returns how many messages came more than once. */
async function everybodyWasTold(product: Product, frozen: string[], receivers: Receiver[]): Promise<number> {
  await delivered(product, frozen, 120);
  let again = 0;
  for (const receiver of receivers) {
    for (const name of frozen) {
      const ids = idsOf(receiver, name);
      expect(ids, `${name} has one id`).toHaveLength(1);
      again += receiver.received.filter(({ id }) => id === ids[0]).length - 1;
    }
  }
  return again;
}

async function survives(product: Product, engine: string, kills: number, receivers: Receiver[]): Promise<void> {
  await product.must('POST', 'apply', { body: governed() });
  expect((await freeze(product, 'reported')).status).toBe(200);
  // The schedule freezes it and tells everybody, whenever it is alive for long enough.
  await product.must('POST', 'apply', { body: [review('soon', 'told', inHours(12))] });
  const ledger = await workUnderKills(product, chance(trial.seed), kills);
  await until(
    'the freeze by the schedule',
    async () => (await product.call('GET', 'reviews/soon/snapshot')).status === 200
  );
  await theMeetingIsWhole(product, ledger);
  await decisionsAreWhole(product, ledger);
  await feedsAreRight(product, ledger);
  const frozen = [...(await freezesAreWhole(product, ledger)), 'soon'];
  await batchesAreWhole(product, ledger);
  const made = await reviewsAreMadeOnce(product);
  const again = await everybodyWasTold(product, frozen, receivers);
  const acknowledged = [...ledger.events.values()].filter((entry) => entry.acknowledged).length;
  console.log(
    `governance, ${engine}: seed ${trial.seed}, ${kills} kills; acknowledged: ${acknowledged} of ${ledger.events.size} events, ` +
      `${ledger.frozen.filter(({ hash }) => hash).length} freezes, ${ledger.batches.length} batches, ` +
      `${ledger.signatures.length} signatures, ${ledger.decided.filter((entry) => entry.acknowledged).length} decided proposals, ` +
      `${ledger.bulk.filter((entry) => entry.acknowledged).length} bulk changes, ${ledger.feeds.length} feeds; ` +
      `${made} reviews made ahead, ${frozen.length * receivers.length} messages, ${again} of them again with the same id`
  );
}

async function storeFor(database: Database, engine: string): Promise<string | undefined> {
  if (engine === 'SQLite') {
    return undefined;
  }
  await database.create('governance_kills_store');
  return database.url('governance_kills_store');
}

for (const engine of ['SQLite', 'PostgreSQL']) {
  test(`kill -9 loses and halves nothing of reviews and their follow-up (${engine})`, async ({ database, start }) => {
    const kills = Math.ceil(trial.kills / 5); // there is more to look after than in the trial of applies and runs
    test.setTimeout(240_000 + kills * 15_000);
    await makeSource(database, 'governance_kills');
    const receivers = [await startWebhook(), await startMailServer()];
    const moments = chance(trial.seed + 1);
    receivers.forEach((receiver) => (receiver.thinks = () => moments.below(150)));
    const product = await start({
      name: `governance-${engine}`,
      source: { server: database, database: 'governance_kills' },
      store: await storeFor(database, engine),
      settings: receivers.flatMap(({ settings }) => settings),
    });
    await survives(product, engine, kills, receivers);
    await Promise.all(receivers.map((receiver) => receiver.stop()));
  });
}
