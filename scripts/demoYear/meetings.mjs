/**
 * What was logged in the meetings of the demo's year. Most kept to their plan; some, named below, did not: that is what the
 * measures of discipline are there to show.
 */
import { chance, later, localDay } from './days.mjs';
import { doc, OPERATIONAL, STRATEGIC, TACTICAL } from './series.mjs';

/** How meetings of a series went wrong, by how many meetings before the last one. */
const flaws = {
  [STRATEGIC]: {
    1: { drifted: true, late: 10 },
    2: { missed: true },
    3: { late: 25, absent: ['cfo'] },
  },
  [TACTICAL]: {
    0: { late: 12 },
    2: { absent: ['sales-director'], delegates: ['head-of-service'] },
    4: { cancelled: 'Half of the committee was at the trade fair.' },
    6: { missed: true },
    7: { late: 20, absent: ['sales-director', 'financial-controller', 'logistics-manager'] },
  },
  [OPERATIONAL]: {
    5: { missed: true },
    19: { missed: true },
    20: { missed: true },
    33: { late: 15, absent: ['head-of-service'] },
  },
};

/** The reviews of a series until the demo's day, each with its events; those that were missed have none. */
export function meetingsOf(series, occurrences) {
  const { name } = series.metadata;
  const held = occurrences.filter((each) => each.series === name);
  return held.map(({ start, planned }, index) => {
    const flaw = flaws[name][held.length - 1 - index] ?? {};
    const review = `${name}-${localDay(start)}`;
    const spec = { series: name, start };
    if (planned !== start) {
      spec.occurrence = planned;
    }
    if (flaw.cancelled) {
      spec.cancelled = flaw.cancelled;
    }
    const took = !flaw.missed && !flaw.cancelled;
    return { document: doc('Review', review, spec), start, took, events: took ? log(series, review, start, flaw) : [] };
  });
}

/** The events of one meeting, in the order of time. */
function log(series, review, start, flaw) {
  const { spec } = series;
  const events = [];
  let at = later(start, flaw.late ?? Math.floor(3 * chance(`${review} late`)));
  const add = (event) => events.push({ id: `${review}-${String(events.length + 1).padStart(2, '0')}`, at, ...event });

  prepare(series, review, start).forEach(add);
  add({ type: 'open' });
  for (const person of [...spec.roles.required, ...spec.roles.optional]) {
    add({ type: 'attendance', person, state: stateOf(person, spec, review, flaw) });
  }
  for (const item of spec.agenda) {
    add({ type: 'item', item: item.name });
    at = later(at, flaw.drifted ? drifted(item) : about(item.minutes, `${review} ${item.name}`));
    if (flaw.drifted && item.name === 'map') {
      add({ type: 'item', offAgenda: 'Late deliveries in France, order by order', class: 'operational' });
      at = later(at, 35);
    }
  }
  add({ type: 'close' });
  if (spec.tier !== 'operational') {
    spec.roles.required.concat(spec.roles.optional).forEach((person) => {
      const answer = (question) => (flaw.drifted ? 2 : 3) + Math.round(2 * chance(`${review} ${person} ${question}`));
      add({ type: 'pulse', person, heard: answer('heard'), evidence: answer('evidence'), clear: answer('clear') });
    });
  }
  return events;
}

/** Edits of the pre-read the day before, for series that have one. */
function prepare({ spec }, review, start) {
  if (!spec.template) {
    return [];
  }
  const begin = later(start, -23 * 60);
  const edits = 4 + Math.floor(6 * chance(`${review} edits`));
  return Array.from({ length: edits }, (_, index) => ({
    type: 'prepare',
    person: 'strategy-office',
    at: later(begin, 6 * index),
  }));
}

function stateOf(person, { roles }, review, flaw) {
  if (flaw.absent?.includes(person)) {
    return 'absent';
  }
  if (flaw.delegates?.includes(person)) {
    return 'delegate';
  }
  const luck = chance(`${review} ${person}`);
  return roles.optional.includes(person) && luck < 0.3 ? 'absent' : luck < 0.06 ? 'delegate' : 'present';
}

/** Minutes near the planned ones. */
const about = (minutes, key) => Math.max(1, Math.round(minutes * (0.85 + 0.35 * chance(key))));

/** Minutes of an item where operations took over: what is strategic is cut short, the open actions go on and on. */
const drifted = ({ minutes, class: itemClass }) => (itemClass === 'operational' ? 40 : Math.round(minutes / 3));
