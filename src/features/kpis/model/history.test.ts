import { type SeriesPoint } from '../../../api/types';
import { instantBefore, shownPoint } from './history';
import { readState, writeState } from './kpiState';

it.each([
  ['month', '2026-03-01', '2026-04-01', 59, '2021-04'],
  ['month', '2024-03-01', '2024-04-01', 1, '2024-02'],
  ['quarter', '2026-01-01', '2026-04-01', 4, '2025-02'],
  ['year', '2026-01-01', '2027-01-01', 10, '2016-07'],
  ['week', '2026-01-05', '2026-01-12', 1, '2026-01'],
] as const)('finds the %s that begins on %s … %s and %i before', (frequency, start, end, count, month) => {
  expect(instantBefore({ start, end }, frequency, count).slice(0, 7)).toBe(month);
});

const point = (period: string, value: number | null) => ({ period, value }) as SeriesPoint;

it('shows the period asked for, else the newest with a value', () => {
  const points = [point('2026-01', 1), point('2026-02', 2), point('2026-03', null)];
  expect(shownPoint(points, '2026-01')?.period).toBe('2026-01');
  expect(shownPoint(points, undefined)?.period).toBe('2026-02');
  expect(shownPoint(points, '2031-01')?.period).toBe('2026-02');
  expect(shownPoint([point('2026-03', null)], undefined)?.period).toBe('2026-03');
  expect(shownPoint([], undefined)).toBeUndefined();
});

it('keeps the state of the page in its address', () => {
  const query = 'unit=europe&period=1997-Q3&scorecard=corporate&tab=why';
  expect(writeState(readState(new URLSearchParams(query))).toString()).toBe(query);
  expect(readState(new URLSearchParams('tab=nowhere&frequency=fortnight'))).toEqual({ tab: 'periods' });
  expect(writeState({ tab: 'periods', unit: undefined }, new URLSearchParams('unit=asia&kiosk=1')).toString()).toBe(
    'kiosk=1'
  );
});
