import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { type KindName, kinds } from './contract';

/*
 * The demo's year is made by plain modules of Node, which docker-compose.yml mounts: here they run as they do there, on days that
 * are awkward for calendars, and what they make is held against the contract.
 */
interface Document {
  kind: KindName;
  metadata: { name: string };
  spec: Record<string, unknown>;
}
interface Meeting {
  document: Document;
  took: boolean;
  events: Array<{ id: string; at: string; type: string }>;
}
interface Year {
  documents: Document[];
  meetings: Meeting[];
}

const root = resolve(__dirname, '..');

/** Meetings every so many days from a series' start; where exactly they lie is the server's to say. */
const make = `
  import { seriesOf } from './scripts/demoYear/series.mjs';
  import { meetingsOf } from './scripts/demoYear/meetings.mjs';
  import * as year from './scripts/demoYear/year.mjs';
  import { after } from './scripts/demoYear/days.mjs';
  const day = process.argv[1];
  const every = { strategic: 91, tactical: 30, operational: 7 };
  const series = seriesOf(day);
  const occurrences = series.flatMap(({ metadata, spec }) => {
    const found = [];
    for (let at = spec.recurrence.start.slice(0, 10); at < day; at = after(at, every[spec.tier])) {
      const start = at + 'T08:00:00Z';
      found.push({ series: metadata.name, start, planned: start });
    }
    return found;
  });
  const meetings = series.flatMap((each) => meetingsOf(each, occurrences));
  const red = ['on-time-delivery', 'inventory-accuracy'].map((name) => ({ name, owner: 'coo' }));
  const documents = [
    ...series,
    ...meetings.map(({ document }) => document),
    ...year.decisionsOf(day, meetings),
    ...year.actionsOf(day, meetings),
    ...year.agendaItemsOf(day, meetings),
    ...year.commentariesOf(day, { period: day.slice(0, 7), red }),
    ...year.eventsOf(day),
    ...year.signaturesOf(day, 1),
  ];
  console.log(JSON.stringify({ documents, meetings }));
`;

const yearOf = (day: string): Year =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', make, day], { cwd: root, encoding: 'utf8' }));

describe.each(['2026-01-01', '2026-03-31', '2028-02-29', '2027-12-31'])('the demo’s year up to %s', (day) => {
  const { documents, meetings } = yearOf(day);

  it('consists of documents that the contract accepts', () => {
    const problems = documents.flatMap(({ kind, metadata, spec }) => {
      const { error } = kinds.find((known) => known.kind === kind)!.spec.safeParse(spec);
      return error ? [`${kind} ${metadata.name}: ${error.message}`] : [];
    });
    expect(problems).toEqual([]);
  });

  it('names every document once', () => {
    const names = documents.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has events in the order of time, with ids of their own, only of meetings that took place', () => {
    for (const { took, events } of meetings) {
      expect(events.length > 0).toBe(took);
      const instants = events.map(({ at }) => Date.parse(at));
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    }
  });

  it('closes and decides nothing after its last day, and keeps first due dates', () => {
    for (const { spec } of documents) {
      for (const field of ['closedOn', 'decidedOn', 'raisedOn', 'signedOn']) {
        expect(String(spec[field] ?? day) <= day).toBe(true);
      }
      if (spec.due && spec.firstDue) {
        expect(String(spec.firstDue) <= String(spec.due)).toBe(true);
      }
    }
  });

  it('has its honest flaws', () => {
    const count = (tier: string, test: (meeting: Meeting) => boolean) =>
      meetings.filter((each) => each.document.spec.series === tier && test(each)).length;
    expect(count('board-review', ({ took }) => !took)).toBe(1);
    expect(count('performance-review', ({ document }) => Boolean(document.spec.cancelled))).toBe(1);
    const overdue = documents.filter(
      ({ kind, spec }) => kind === 'Action' && !spec.closedOn && String(spec.due) < day
    ).length;
    expect(overdue).toBeGreaterThan(2);
  });
});

it('is the same whenever it is made for the same day', () => {
  expect(yearOf('2026-05-05')).toEqual(yearOf('2026-05-05'));
});
