import { type Scheme, type SeriesPoint } from '../../../api/types';
import { type ChartNames, chartOf, fieldOf } from './chart';

const scheme: Scheme = {
  levels: [
    { name: 'red', from: 0 },
    { name: 'amber', from: 100 / 3 },
    { name: 'green', from: 200 / 3 },
  ],
};
const names: ChartNames = {
  value: 'Revenue',
  target: 'Target',
  stretch: 'Stretch',
  restated: 'Restated',
  carried: 'Carried',
};

const bands = (redFlag: number, goal: number) => [
  { level: 'red', from: null, to: redFlag },
  { level: 'amber', from: redFlag, to: goal },
  { level: 'green', from: goal, to: null },
];

function point(month: number, change: Partial<SeriesPoint> = {}): SeriesPoint {
  return {
    period: `2026-0${month}`,
    start: `2026-0${month}-01T00:00:00Z`,
    end: `2026-0${month + 1}-01T00:00:00Z`,
    value: 100,
    target: 100,
    stretch: null,
    baseline: null,
    score: 67,
    status: 'green',
    state: 'final',
    ...change,
  };
}

const values = (points: SeriesPoint[], field: string) => {
  const chart = chartOf(points, scheme, names);
  return chart && fieldOf(chart, field)?.values;
};

it('draws each period at its start and lets targets run to the end of the last one', () => {
  const points = [point(1, { value: 80 }), point(2, { value: null, target: 120 })];
  expect(values(points, 'time')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'].map((day) => Date.parse(day)));
  expect(values(points, 'Revenue')).toEqual([80, null, null]);
  expect(values(points, 'Target')).toEqual([100, 120, 120]);
});

it('marks restated and carried values, and leaves out what no period has', () => {
  const points = [point(1, { state: 'restated', value: 90 }), point(2, { carried: '2026-Q1' }), point(3)];
  expect(values(points, 'Restated')).toEqual([90, null, null, null]);
  expect(values(points, 'Carried')).toEqual([null, 100, null, null]);
  expect(values(points, 'Stretch')).toBeUndefined();
  expect(values([point(1)], 'Restated')).toBeUndefined();
});

it('lays an area for each level between fields that follow the scale', () => {
  const points = [point(1, { bands: bands(80, 100) }), point(2, { bands: bands(90, 110) }), point(3)];
  const chart = chartOf(points, scheme, names)!;
  expect(chart.areas).toEqual([
    { level: 'red', rank: 'worst', low: 'level 0', high: 'level 1' },
    { level: 'amber', rank: 'middle', low: 'level 1', high: 'level 2' },
    { level: 'green', rank: 'best', low: 'level 2', high: 'level 3' },
  ]);
  expect(fieldOf(chart, 'level 1')?.values).toEqual([80, 90, null, null]);
  expect(fieldOf(chart, 'level 0')?.values.slice(0, 2)).toEqual([chart.range.min, chart.range.min]);
  expect(fieldOf(chart, 'level 3')?.values.slice(0, 2)).toEqual([chart.range.max, chart.range.max]);
});

it('keeps every number in sight, and zero where values come near it', () => {
  const { range } = chartOf([point(1, { value: 50, target: 200 })], scheme, names)!;
  expect(range.min).toBeLessThan(50);
  expect(range.max).toBeGreaterThan(200);
  expect(chartOf([point(1, { value: 1, target: 200 })], scheme, names)!.range.min).toBe(0);
});

it('has no chart without a number', () => {
  expect(chartOf([], scheme, names)).toBeUndefined();
  expect(chartOf([point(1, { value: null, target: null })], scheme, names)).toBeUndefined();
});
