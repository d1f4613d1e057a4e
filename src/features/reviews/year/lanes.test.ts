import fc from 'fast-check';
import { occurrence } from '../fixtures';
import { filtered, lanesOf, monthsOf, shareOf, ticksOf, yearRange } from './lanes';

it('puts the strategic tier on top, with one row per series', () => {
  const lanes = lanesOf([
    occurrence({ series: 'floor', tier: 'operational' }),
    occurrence({ series: 'board', tier: 'strategic' }),
    occurrence({ series: 'floor', tier: 'operational' }),
    occurrence({ series: 'yard', tier: 'operational' }),
  ]);
  expect(lanes.map(({ tier, rows }) => [tier, rows.map((row) => `${row.series} ${row.occurrences.length}`)])).toEqual([
    ['strategic', ['board 1']],
    ['operational', ['floor 2', 'yard 1']],
  ]);
});

it('places instants of a year between its ends, in the order of time', () => {
  const range = yearRange(2026);
  expect(shareOf(range.from, range)).toBe(0);
  expect(shareOf(range.to, range)).toBe(1);
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.date({ noInvalidDate: true }), (a, b) => {
      const [first, last] = [a, b]
        .sort((x, y) => x.getTime() - y.getTime())
        .map((d) => shareOf(d.toISOString(), range));
      expect(first).toBeLessThanOrEqual(last);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThanOrEqual(1);
    })
  );
});

it('begins every month where the one before ends', () => {
  const range = yearRange(2026);
  const shares = monthsOf(2026).map(({ start }) => shareOf(start, range));
  expect(shares).toHaveLength(12);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
});

it('shows ticks where they can be told apart', () => {
  const close = (frequency: 'week' | 'month') => ({
    scorecard: 's',
    period: 'p',
    frequency,
    at: '2026-01-01T00:00:00Z',
  });
  expect(ticksOf([close('week'), close('month')])).toEqual([close('month')]);
});

it('filters by tier and scorecard, and the closes with them', () => {
  const calendar = {
    from: '',
    to: '',
    now: '',
    holidays: [],
    items: [
      occurrence({ series: 'a', tier: 'strategic', scorecards: ['one'] }),
      occurrence({ series: 'b', tier: 'tactical', scorecards: ['one', 'two'] }),
    ],
    dataCloses: ['one', 'two'].map((scorecard) => ({ scorecard, period: 'p', frequency: 'month' as const, at: '' })),
  };
  const names = (choice: Parameters<typeof filtered>[1]) =>
    filtered(calendar, choice).items.map(({ series }) => series);
  expect(names({})).toEqual(['a', 'b']);
  expect(names({ tier: 'strategic' })).toEqual(['a']);
  expect(names({ scorecard: 'two' })).toEqual(['b']);
  expect(filtered(calendar, { tier: 'strategic' }).dataCloses.map(({ scorecard }) => scorecard)).toEqual(['one']);
});
