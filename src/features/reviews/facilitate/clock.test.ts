import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AgendaEntry, type ReviewEvent } from '../../../api/meetings';
import { formatClock, nextItem, readClock } from './clock';

const agenda: AgendaEntry[] = [
  { name: 'map', title: 'The map', minutes: 30, class: 'strategic' },
  { name: 'register', title: 'Open actions', minutes: 10, class: 'operational' },
];
const minute = (n: number) => Date.parse('2026-03-04T09:00:00Z') + n * 60_000;
let id = 0;
const event = (at: number, type: ReviewEvent['type'], rest: Partial<ReviewEvent> = {}): ReviewEvent => ({
  id: String(++id),
  at: new Date(minute(at)).toISOString(),
  type,
  ...rest,
});
const minutes = (events: ReviewEvent[], now: number) =>
  readClock(agenda, events, minute(now)).rows.map(({ elapsed }) => elapsed / 60_000);

it.each<[string, ReviewEvent[], number[]]>([
  ['counts what runs until now', [event(0, 'open'), event(0, 'item', { item: 'map' })], [20, 0]],
  ['stops in a pause', [event(0, 'open'), event(0, 'item', { item: 'map' }), event(5, 'pause')], [5, 0]],
  [
    'counts off the agenda',
    [event(0, 'open'), event(0, 'item', { item: 'map' }), event(8, 'item', { offAgenda: 'roster' })],
    [8, 0, 12],
  ],
  ['counts from the opening', [event(-5, 'item', { item: 'map' }), event(0, 'open')], [20, 0]],
  ['opens with the first item when nobody does', [event(12, 'item', { item: 'register' })], [0, 8]],
  [
    'ends with the close',
    [event(0, 'open'), event(0, 'item', { item: 'map' }), event(9, 'close'), event(10, 'item', { item: 'register' })],
    [9, 0],
  ],
  [
    'goes on when it is opened again',
    [
      event(0, 'open'),
      event(0, 'item', { item: 'map' }),
      event(9, 'close'),
      event(10, 'open'),
      event(10, 'item', { item: 'map' }),
    ],
    [19, 0],
  ],
  ['waits for the opening', [event(-20, 'item', { item: 'map' }), event(20, 'open')], [0, 0]],
])('%s', (_, events, expected) => {
  expect(minutes(events, 20)).toEqual(expected);
});

it('knows what to go on with after a pause', () => {
  const events = [event(0, 'item', { item: 'map' }), event(1, 'item', { offAgenda: 'roster' }), event(2, 'pause')];
  expect(readClock(agenda, events, minute(3))).toMatchObject({ running: undefined, last: { offAgenda: 'roster' } });
});

it('tells which item comes next', () => {
  const at = (...events: ReviewEvent[]) => nextItem(readClock(agenda, events, minute(3)));
  expect(at()).toBe('map');
  expect(at(event(0, 'item', { item: 'map' }))).toBe('register');
  expect(at(event(0, 'item', { item: 'map' }), event(1, 'item', { offAgenda: 'x' }))).toBe('register');
  expect(at(event(0, 'item', { item: 'register' }))).toBeUndefined();
});

it('takes another class from the facilitator', () => {
  const { rows } = readClock(agenda, [event(0, 'item', { item: 'map', class: 'operational' })], minute(1));
  expect(rows[0].class).toBe('operational');
});

it('writes minutes and seconds', () => {
  expect(formatClock(245_900)).toBe('4:05');
  expect(formatClock(3_600_000)).toBe('60:00');
});

interface Logged {
  review: string;
  events: ReviewEvent[];
  expect: { minutes: Array<{ item: string; class: AgendaEntry['class']; planned: number; actual: number }> };
}

it('agrees with the hand computation of logged meetings', () => {
  const file = join(__dirname, '../../../../tests/examples/governance/meetings.json');
  for (const { events, expect: expected } of JSON.parse(readFileSync(file, 'utf8')) as Logged[]) {
    const entries = expected.minutes.map(({ item, class: itemClass, planned }) => ({
      name: item,
      title: item,
      class: itemClass,
      minutes: planned,
    }));
    const { rows } = readClock(entries, events, Date.parse('1998-01-01T00:00:00Z'));
    expect(rows.flatMap(({ item, elapsed }) => (item ? [elapsed / 60_000] : []))).toEqual(
      expected.minutes.map(({ actual }) => actual)
    );
  }
});
