import { expect } from '@playwright/test';
import { type Chance, chance, trial } from './support/chance';
import { type Database } from './support/database';
import { test } from './support/fixtures';
import { type Product } from './support/product';
import { pause, until } from './support/until';
import {
  collect,
  document,
  type Document,
  figures,
  kpi,
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

/**
 * The app's process is killed (kill -9) at random moments while others write through the API. Whatever was acknowledged must
 * be there afterwards, whatever belongs together must be there whole or not at all, and runs must end by themselves.
 */

/** Values that are others each time; and values that stay. */
const changing = ['changing-1', 'changing-2', 'changing-3', 'changing-4', 'changing-5', 'changing-6'];
const steady = ['steady-1', 'steady-2'];

const world = (): Document[] => [
  ...organisation(),
  // Not the time: two runs that a start takes up again may ask within a millisecond or two, whose numbers count as equal.
  ...changing.map((name) => queried(name, figures(name, `1000 * random()`))),
  ...steady.map((name) => queried(name, figures(name, `extract(epoch from time) / 86400`))),
  kpi('manual', { type: 'manual' }),
  document('Theme', 'solo', { title: 'nobody yet', strategy: 'growth' }),
];

/** What writers sent, and what was acknowledged of it. */
class Ledger {
  readonly applies: Array<{ group: string; token: string; acknowledged: boolean }> = [];
  readonly versions: Array<{ version: number; title: string }> = [];
  readonly made: string[] = [];
  readonly removed: string[] = [];
  readonly submissions: Array<{ period: string; value: number; acknowledged: boolean }> = [];
  readonly runs: string[] = [];
}

/** Documents that are applied together; all carry the same token. */
const together = (group: string, token: string): Document[] => [
  document('Theme', `${group}-a`, { title: token, strategy: 'growth' }),
  document('Theme', `${group}-b`, { title: token, strategy: 'growth' }),
  document('OrgUnit', `${group}-c`, { title: token, type: 'team', parent: 'company' }),
  document('Objective', `${group}-d`, { title: token, strategy: 'growth', perspective: 'financial' }),
];

const paths = (group: string) => [
  `themes/${group}-a`,
  `themes/${group}-b`,
  `orgunits/${group}-c`,
  `objectives/${group}-d`,
];

/** One step of a writer. It rejects, or notes nothing, when the process has gone. */
type Writer = (product: Product, ledger: Ledger, n: number) => Promise<void>;

const applying =
  (group: string): Writer =>
  async (product, ledger, n) => {
    const entry = { group, token: `${group} ${n}`, acknowledged: false };
    ledger.applies.push(entry);
    const headers = { 'x-change-reason': entry.token };
    const { status } = await product.call('POST', 'apply', { body: together(group, entry.token), headers });
    entry.acknowledged = accepted(status);
  };

const replacing: Writer = async (product, ledger, n) => {
  const current = await product.call<Document>('GET', 'themes/solo');
  if (!accepted(current.status)) {
    return;
  }
  const title = `solo ${n}`;
  const answer = await product.call('PUT', 'themes/solo', {
    body: document('Theme', 'solo', { title, strategy: 'growth' }),
    headers: { 'if-match': current.etag! },
  });
  if (accepted(answer.status)) {
    ledger.versions.push({ version: Number(answer.etag!.replaceAll('"', '')), title });
  }
};

const makingAndRemoving: Writer = async (product, ledger, n) => {
  const name = `made-${n}`;
  const made = await product.call('POST', 'themes', {
    body: document('Theme', name, { title: name, strategy: 'growth' }),
  });
  if (!accepted(made.status)) {
    return;
  }
  if (n % 3 !== 0) {
    ledger.made.push(name);
    return;
  }
  const removed = await product.call('DELETE', `themes/${name}`, { headers: { 'if-match': made.etag! } });
  if (accepted(removed.status)) {
    ledger.removed.push(name);
  }
};

const submitting: Writer = async (product, ledger, n) => {
  const entry = { period: months[n % months.length], value: n + 0.5, acknowledged: false };
  ledger.submissions.push(entry);
  const rows = units.map((unit) => ({ kpi: 'manual', unit, period: entry.period, value: entry.value }));
  const { status } = await product.call('POST', 'submissions', { body: { rows } });
  entry.acknowledged = accepted(status);
};

const collecting: Writer = async (product, ledger) => {
  const { status, body } = await product.call<Run>('POST', 'collections', {
    body: { ...range, kpis: [...changing, ...steady] },
  });
  if (!accepted(status)) {
    return;
  }
  ledger.runs.push(body.id);
  const ended = async () => {
    const run = await product.call<Run>('GET', `collections/${body.id}`);
    return accepted(run.status) && !unfinished(run.body);
  };
  await until('the run, but not longer than is worth it: another can begin beside it', ended, { seconds: 2 });
};

/** Anything but success and the host's word that the process is away is a defect. */
function accepted(status: number): boolean {
  if (status < 300) {
    return true;
  }
  expect([502, 503]).toContain(status);
  return false;
}

const writers = [applying('left'), applying('right'), replacing, makingAndRemoving, submitting, collecting];

/** Writers write, and the process is killed again and again; returns what was acknowledged. */
async function writeUnderKills(product: Product, moments: Chance): Promise<Ledger> {
  const ledger = new Ledger();
  let stopping = false;
  const writing = writers.map(async (writer) => {
    for (let n = 1; !stopping; n++) {
      await writer(product, ledger, n).catch((error: unknown) => {
        if (error instanceof Error && 'matcherResult' in error) {
          throw error; // an answer that must not be
        }
      });
      await pause(10);
    }
  });
  const killing = (async () => {
    for (let kill = 0; kill < trial.kills; kill++) {
      if (moments.next() < 0.7) {
        await product.ready(); // else it may be killed while it starts
      }
      await pause(moments.below(900));
      await product.kill();
    }
    await product.ready();
  })().finally(() => (stopping = true));
  await Promise.all([killing, ...writing]);
  return ledger;
}

interface HistoryEntry {
  version: number;
  reason?: string;
  document?: Document;
}

async function everyVersionIsThere(product: Product, ledger: Ledger): Promise<void> {
  const history = await product.all<HistoryEntry>('themes/solo/history');
  const titles = new Map(history.map((entry) => [entry.version, entry.document?.spec.title]));
  expect(ledger.versions.map(({ version }) => ({ version, title: titles.get(version) }))).toEqual(ledger.versions);

  const themes = new Set((await product.all<Document>('themes?limit=1000')).map(({ metadata }) => metadata.name));
  expect(ledger.made.filter((name) => !themes.has(name))).toEqual([]);
  expect(ledger.removed.filter((name) => themes.has(name))).toEqual([]);
}

async function appliesAreWhole(product: Product, ledger: Ledger): Promise<void> {
  for (const group of ['left', 'right']) {
    const reasons = await Promise.all(
      paths(group).map(
        async (path) => new Set((await product.all<HistoryEntry>(`${path}/history`)).map(({ reason }) => reason))
      )
    );
    for (const { token, acknowledged } of ledger.applies.filter((entry) => entry.group === group)) {
      const kept = reasons.filter((known) => known.has(token)).length;
      expect(acknowledged ? [reasons.length] : [0, reasons.length], `${token}: in ${kept} documents`).toContain(kept);
    }
    const titles = await Promise.all(
      paths(group).map(async (path) => (await product.must<Document>('GET', path)).spec.title)
    );
    expect(new Set(titles).size, `${group}: ${titles.join(', ')}`).toBe(1);
  }
}

async function submissionsAreWhole(product: Product, ledger: Ledger): Promise<void> {
  const stored = (await observationsOf(product, 'manual')).map(({ period, value }) => `${period} ${value}`);
  for (const { period, value, acknowledged } of ledger.submissions) {
    const kept = stored.filter((text) => text === `${period} ${value}`).length;
    expect(acknowledged ? [units.length] : [0, units.length], `${value}: ${kept} observations`).toContain(kept);
  }
}

async function runsEnd(product: Product, ledger: Ledger): Promise<void> {
  await until('the end of every run', async () => {
    const runs = await product.all<Run>('collections?limit=1000');
    return runs.every((run) => !unfinished(run));
  });
  const ends = new Map((await product.all<Run>('collections?limit=1000')).map(({ id, state }) => [id, state]));
  expect(ledger.runs.map((id) => ends.get(id))).toEqual(ledger.runs.map(() => 'succeeded'));
}

/** Returns how many batches there were. */
async function batchesAreWhole(product: Product, ledger: Ledger): Promise<number> {
  const cells = units.length * months.length;
  const batches = new Map<string, Map<string, number>>();
  for (const name of [...changing, ...steady]) {
    const observations = await observationsOf(product, name);
    // By run as well: two that a start takes up again may store theirs within one millisecond.
    const keys = observations.map(
      ({ unit, period, collectedAt, source }) => `${unit} ${period} ${collectedAt} ${source.run}`
    );
    expect(new Set(keys).size, `${name}: an observation is there twice`).toBe(keys.length);
    const own = observations.filter(({ source }) => ledger.runs.includes(source.run ?? ''));
    for (const { source, collectedAt } of own) {
      const batch = batches.get(`${source.run} ${collectedAt}`) ?? new Map<string, number>();
      batches.set(`${source.run} ${collectedAt}`, batch.set(name, (batch.get(name) ?? 0) + 1));
    }
    if (steady.includes(name)) {
      expect(observations.length, `${name}: the same value again is no new observation`).toBe(cells);
    }
  }
  const changed = [...batches].map(([batch, counts]) => [batch, changing.map((name) => counts.get(name) ?? 0)]);
  expect(changed.filter(([, counts]) => (counts as number[]).some((count) => count !== cells))).toEqual([]);
  return batches.size;
}

/** What scorecards read is the newest observation of every cell. */
async function readingAgrees(product: Product): Promise<void> {
  for (const name of [changing[0], steady[0], 'manual']) {
    const newest = new Map<string, number>();
    for (const { unit, period, value } of await observationsOf(product, name)) {
      const cell = `${unit} ${period}`;
      newest.set(cell, newest.get(cell) ?? value);
    }
    for (const unit of units) {
      const query = `unit=${unit}&from=${range.from}&to=${range.to}&frequency=month`;
      const { points } = await product.must<{ points: Array<{ period: string; value: number | null }> }>(
        'GET',
        `kpis/${name}/series?${query}`
      );
      expect(points.map(({ value }) => value)).toEqual(
        points.map(({ period }) => newest.get(`${unit} ${period}`) ?? null)
      );
    }
  }
}

async function survives(product: Product, engine: string): Promise<void> {
  await product.must('POST', 'apply', { body: world() });
  const ledger = await writeUnderKills(product, chance(trial.seed));
  await runsEnd(product, ledger);
  await everyVersionIsThere(product, ledger);
  await appliesAreWhole(product, ledger);
  await submissionsAreWhole(product, ledger);
  const batches = await batchesAreWhole(product, ledger);
  await readingAgrees(product);
  expect((await collect(product)).state).toBe('succeeded');
  const acknowledged = (entries: Array<{ acknowledged: boolean }>) =>
    `${entries.filter((entry) => entry.acknowledged).length} of ${entries.length}`;
  console.log(
    `${engine}: seed ${trial.seed}, ${trial.kills} kills; acknowledged: ${acknowledged(ledger.applies)} applies, ` +
      `${ledger.versions.length} replacements, ${ledger.made.length + ledger.removed.length} creations and removals, ` +
      `${acknowledged(ledger.submissions)} submissions, ${ledger.runs.length} runs with ${batches} batches`
  );
}

async function storeFor(database: Database, engine: string): Promise<string | undefined> {
  if (engine === 'SQLite') {
    return undefined;
  }
  await database.create('kills_store');
  return database.url('kills_store');
}

for (const engine of ['SQLite', 'PostgreSQL']) {
  test(`kill -9 at random moments loses and halves nothing (${engine})`, async ({ database, start }) => {
    test.setTimeout(90_000 + trial.kills * 10_000);
    await makeSource(database, 'kills');
    const store = await storeFor(database, engine);
    await survives(await start({ name: engine, source: { server: database, database: 'kills' }, store }), engine);
  });
}
