/**
 * Gives the demo company its figures of three years and its year of governance:
 * node scripts/demoYear/post.mjs <address of Grafana> <user> <password>.
 * What is there already is left as it is, so it may run again; the day that it first ran stays the one that all is relative to.
 */
import { apiOfArguments, runProgram } from './api.mjs';
import { after, localDay } from './days.mjs';
import { collectHistory } from './history.mjs';
import { meetingsOf } from './meetings.mjs';
import { DAY_LABEL, seriesOf, STRATEGIC, TACTICAL } from './series.mjs';
import { actionsOf, agendaItemsOf, commentariesOf, decisionsOf, eventsOf, signaturesOf } from './year.mjs';

const api = apiOfArguments();
const { call } = api;
/** Events sent in one call. */
const BATCH = 500;

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

/** The KPIs that were off track in the last month that has ended. */
async function offTrack(day) {
  const month = after(`${day.slice(0, 7)}-01`, -1).slice(0, 7);
  const { node, period, scheme } = await call('GET', `scorecards/corporate/view?period=${month}`);
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
  await collectHistory(api);
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

runProgram(main);
