import { type ReviewEvent } from '../../../api/meetings';
import { Outbox, refusedEvents, retryDelay } from './outbox';

const note = (id: string, at: string): ReviewEvent => ({ id, at: `2026-03-04T${at}Z`, type: 'note', text: id });

beforeEach(() => localStorage.clear());

it('keeps what is not acknowledged, in the order of time, also over a reload', () => {
  const outbox = new Outbox(1, 'april');
  outbox.add(note('b', '09:02:00'));
  outbox.add(note('a', '09:01:00'));
  expect(new Outbox(1, 'april').read().waiting.map(({ id }) => id)).toEqual(['a', 'b']);
  outbox.acknowledge(['a', 'unknown']);
  expect(new Outbox(1, 'april').read().waiting.map(({ id }) => id)).toEqual(['b']);
});

it('keeps reviews and orgs apart', () => {
  new Outbox(1, 'april').add(note('a', '09:01:00'));
  expect(new Outbox(2, 'april').read().waiting).toEqual([]);
  expect(new Outbox(1, 'april-2').read().waiting).toEqual([]);
});

it('lets two tabs add and acknowledge without losing anything of the other', () => {
  const [one, two] = [new Outbox(1, 'april'), new Outbox(1, 'april')];
  one.add(note('a', '09:01:00'));
  two.add(note('b', '09:02:00'));
  one.acknowledge(['a']);
  expect(two.read().waiting.map(({ id }) => id)).toEqual(['b']);
});

it('puts aside what is refused until somebody discards it', () => {
  const outbox = new Outbox(1, 'april');
  outbox.add(note('a', '09:01:00'));
  outbox.refuse(note('a', '09:01:00'), 'not on the agenda');
  expect(outbox.read()).toMatchObject({ waiting: [], refused: [{ event: { id: 'a' }, message: 'not on the agenda' }] });
  outbox.discard('a');
  expect(outbox.read().refused).toEqual([]);
});

it('waits longer with every failure, at most half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 20].map(retryDelay)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

it('finds the events that a refusal names', () => {
  const errors = [
    { path: '/events/3/item', message: 'is not on the agenda' },
    { path: '/events/3/class', message: 'is none' },
    { path: '/events/11', message: 'is incomplete' },
    { path: '/', message: 'too many' },
  ];
  expect([...refusedEvents(errors)]).toEqual([
    [3, 'is not on the agenda; is none'],
    [11, 'is incomplete'],
  ]);
});
