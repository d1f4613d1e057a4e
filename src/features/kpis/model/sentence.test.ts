import { type SeriesPoint } from '../../../api/types';
import { courseOf, sentence } from './sentence';

const format = (value: number | null) => `${value?.toLocaleString('en-US')} USD`;

function points(values: Array<number | null>, last: Partial<SeriesPoint> = {}): SeriesPoint[] {
  return values.map((value, index) => {
    const period = `1997-Q${4 - values.length + index}`;
    const point: SeriesPoint = {
      period,
      start: '1997-07-01T00:00:00Z',
      end: '1997-10-01T00:00:00Z',
      value,
      target: 153_000,
      stretch: null,
      baseline: null,
      score: 68,
      status: 'green',
      state: 'final',
      closesAt: '1997-10-05T12:00:00Z',
    };
    return index === values.length - 1 ? { ...point, ...last } : point;
  });
}

const say = (values: Array<number | null>, last?: Partial<SeriesPoint>) =>
  sentence({ title: 'Revenue', points: points(values, last), format });

it.each<[string, Array<number | null>, Partial<SeriesPoint>, string]>([
  [
    'above target, rising',
    [140_000, 150_000, 153_938],
    {},
    'Revenue was 153,938 USD in Q3 1997, 0.6% above target, up for the second quarter; final since Oct 5, 1997.',
  ],
  [
    'below target, falling for the first time',
    [140_000, 150_000, 145_000],
    {},
    'Revenue was 145,000 USD in Q3 1997, 5.2% below target, down on the quarter before; final since Oct 5, 1997.',
  ],
  [
    'rising for long',
    Array.from({ length: 12 }, (_, index) => index + 1),
    { target: 10 },
    'Revenue was 12 USD in Q3 1997, 20% above target, up 11 times in a row; final since Oct 5, 1997.',
  ],
  [
    'unchanged and on target',
    [153_000, 153_000],
    {},
    'Revenue was 153,000 USD in Q3 1997, exactly on target, unchanged; final since Oct 5, 1997.',
  ],
  [
    'a target of zero',
    [3],
    { target: 0 },
    'Revenue was 3 USD in Q3 1997, above its target of 0; final since Oct 5, 1997.',
  ],
  ['a scale that needs no target', [3], { target: null }, 'Revenue was 3 USD in Q3 1997; final since Oct 5, 1997.'],
  [
    'no target',
    [3],
    { target: null, score: null },
    'Revenue was 3 USD in Q3 1997, without a target; final since Oct 5, 1997.',
  ],
  [
    'in progress',
    [140_000, 90_000],
    { state: 'open' },
    'Revenue is 90,000 USD so far in Q3 1997, 41.2% below target; it closes on Oct 5, 1997.',
  ],
  [
    'provisional',
    [153_000],
    { state: 'provisional' },
    'Revenue was 153,000 USD in Q3 1997, exactly on target; provisional until Oct 5, 1997.',
  ],
  [
    'restated',
    [153_000],
    { state: 'restated' },
    'Revenue was 153,000 USD in Q3 1997, exactly on target; restated: changed after the close.',
  ],
  [
    'carried',
    [153_000],
    { carried: '1997-Q2' },
    'Revenue was 153,000 USD in Q3 1997, exactly on target; it is the value of Q2 1997, final since Oct 5, 1997.',
  ],
  [
    'no value, with a reason',
    [1, null],
    { state: 'stale', reason: { code: 'noValue', message: 'The query gave no row.' } },
    'Revenue has no value for Q3 1997: The query gave no row.',
  ],
  [
    'no value, no reason',
    [1, null],
    { state: 'stale' },
    'Revenue has no value for Q3 1997: stale: closed without a value.',
  ],
])('tells of a value %s', (_, values, last, expected) => {
  expect(say(values, last)).toBe(expected);
});

it('says nothing of nothing', () => {
  expect(sentence({ title: 'Revenue', points: [], format })).toBeUndefined();
});

it.each([
  [[1, 2, 3, 4], { direction: 'up', length: 3 }],
  [[4, 2, 3, 2, 1], { direction: 'down', length: 2 }],
  [[1, null, 3], { length: 0 }],
  [[null, 2, 3], { direction: 'up', length: 1 }],
  [[5], { length: 0 }],
])('follows the course of %j', (values, expected) => {
  expect(courseOf(values.map((value) => ({ value })))).toEqual(expected);
});
