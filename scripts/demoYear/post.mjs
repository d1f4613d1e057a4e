/**
 * Gives the demo company its year of governance: node scripts/demoYear/post.mjs <address of Grafana> <user> <password>.
 * What is there already is left as it is, so it may run again; the day that it first ran stays the one that all is relative to.
 */
import { after, localDay } from './days.mjs';
import { meetingsOf } from './meetings.mjs';
import { DAY_LABEL, seriesOf, STRATEGIC, TACTICAL } from './series.mjs';
import { actionsOf, agendaItemsOf, commentariesOf, decisionsOf, eventsOf, signaturesOf } from './year.mjs';

const [address = 'http://127.0.0.1:3000', user = 'admin', password = 'admin'] = process.argv.slice(2);
const base = `${address}/api/plugins/bsc-scorecard-app/resources/v1`;
const headers = {
  Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
  'Content-Type': 'application/json',
};
/** How long to wait until Grafana, its files and the first figures are there. */
const PATIENCE_MS = 15 * 60_000;
/** Events sent in one call. */
const BATCH = 500;

async function call(method, path, body) {
  const response = await fetch(`${base}/${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${(await response.text()).slice(0, 2000)}`);
  }
  return response.status === 204 ? undefined : response.json();
}

/** Asks until there is an answer. */
async function eventually(what, ask) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`there is no ${what} after ${PATIENCE_MS / 60_000} minutes`);
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

const pluralOf = (kind) => (kind === 'ReviewSeries' ? 'reviewseries' : `${kind.toLowerCase()}s`.replace(/ys$/, 'ies'));

async function namesOf(kind) {
  const names = new Set();
  let cursor = '';
  do {
    const page = await call('GET', `${pluralOf(kind)}?limit=1000${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    page.items.forEach(({ metadata }) => names.add(metadata.name));
    cursor = page.next ?? '';
  } while (cursor);
  return names;
}

/** Makes the documents that aren't there, all at once. */
async function make(documents) {
  const known = new Map();
  for (const kind of new Set(documents.map((each) => each.kind))) {
    known.set(kind, await namesOf(kind));
  }
  const missing = documents.filter(({ kind, metadata }) => !known.get(kind).has(metadata.name));
  if (missing.length > 0) {
    await call('POST', 'apply', missing);
  }
  return missing.length;
}

/** The KPIs that were off track in the last month that has ended, once there are figures. */
async function offTrack(day) {
  const month = after(`${day.slice(0, 7)}-01`, -1).slice(0, 7);
  const { node, period, scheme } = await eventually('figure of the last month', async () => {
    const view = await call('GET', `scorecards/corporate/view?period=${month}`);
    return view.node.score === null ? undefined : view;
  });
  const worst = scheme.levels[0].name;
  const found = new Map();
  const visit = ({ ref, status, owner, children }) => {
    if (ref.kind === 'Kpi' && status === worst) {
      found.set(ref.name, { name: ref.name, owner });
    }
    children.forEach(visit);
  };
  visit(node);
  return { period: period.id, red: [...found.values()] };
}

async function main() {
  await eventually('charter', () => call('GET', 'governancecharters/aurelia-governance'));
  const known = await call('GET', `reviewseries/${STRATEGIC}`).catch(() => undefined);
  const day = known?.metadata.labels?.[DAY_LABEL] ?? localDay(new Date().toISOString());
  const series = seriesOf(day);
  let made = await make(series);

  const first = series.map(({ spec }) => spec.recurrence.start.slice(0, 10)).sort()[0];
  const calendar = await call('GET', `reviews/calendar?from=${first}T00:00:00Z&to=${day}T00:00:00Z`);
  const meetings = series.flatMap((each) => meetingsOf(each, calendar.items));
  made += await make(meetings.map(({ document }) => document));

  const charter = await call('GET', 'governancecharters/aurelia-governance');
  made += await make([
    ...decisionsOf(day, meetings),
    ...actionsOf(day, meetings),
    ...agendaItemsOf(day, meetings),
    ...eventsOf(day),
    ...signaturesOf(day, charter.metadata.version),
  ]);
  for (const { document, events } of meetings) {
    for (let at = 0; at < events.length; at += BATCH) {
      await call('POST', `reviews/${document.metadata.name}/events`, { events: events.slice(at, at + BATCH) });
    }
  }
  made += await make(commentariesOf(day, await offTrack(day)));
  await freeze(meetings);
  process.stdout.write(`The demo’s year up to ${day}: ${made} documents made, ${meetings.length} reviews.\n`);
}

/** Freezes the reports of the last review of the board and of the performance committee, unless they are. */
async function freeze(meetings) {
  for (const series of [STRATEGIC, TACTICAL]) {
    const { name } = meetings.findLast(({ took, document }) => took && document.spec.series === series).document
      .metadata;
    const frozen = await call('GET', `reviews/${name}/snapshot`).catch(() => undefined);
    if (!frozen) {
      await call('POST', `reviews/${name}/freeze`, { premature: 'Inventory accuracy has no source at the moment.' });
    }
  }
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
