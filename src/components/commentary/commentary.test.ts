import { type Commentary, commentaryName, commentaryOn, runningPlan } from './commentary';

const subject = { kpi: 'sales', unit: 'north', period: '1997', start: '1997-01-01T00:00:00Z' };
const { start: _, ...cell } = subject;
const written = (name: string, updatedAt: string, change: object = {}): Commentary => ({
  apiVersion: 'scorecard/v1',
  kind: 'Commentary',
  metadata: { name, updatedAt },
  spec: { ...cell, explanation: name, ...change },
});

it('finds what was written last on a KPI of a unit and period', () => {
  const all = [
    written('first', '2026-01-01T00:00:00Z'),
    written('last', '2026-01-03T00:00:00Z'),
    written('between', '2026-01-02T00:00:00Z'),
    written('elsewhere', '2026-01-04T00:00:00Z', { unit: 'south' }),
    written('before', '2026-01-04T00:00:00Z', { period: '1996' }),
  ];
  expect(commentaryOn(all, subject)?.metadata.name).toBe('last');
  expect(commentaryOn(all, { ...subject, kpi: 'orders' })).toBeUndefined();
});

it('takes a period written as a number for the same', () => {
  expect(commentaryOn([written('year', '', { period: 1997 })], subject)?.metadata.name).toBe('year');
});

describe('the plan of an earlier period', () => {
  const plan = (name: string, period: string | number, recoveryDate: string | undefined, change: object = {}) =>
    written(name, '2026-01-01T00:00:00Z', { period, recoveryDate, countermeasure: 'Do it', ...change });
  const march = { ...subject, period: '1997-03', start: '1997-03-01T00:00:00Z' };

  it('is still running until its recovery date, and the newest one counts', () => {
    const all = [plan('december', '1996-12', '1997-06-30'), plan('february', '1997-02', '1997-03-01')];
    expect(runningPlan(all, march)?.metadata.name).toBe('february');
    expect(runningPlan([...all].reverse(), march)?.metadata.name).toBe('february');
    expect(runningPlan(all, { ...march, period: '1997-04', start: '1997-04-01T00:00:00Z' })?.metadata.name).toBe(
      'december'
    );
  });

  it.each([
    ['whose date has passed', plan('past', '1997-02', '1997-02-28')],
    ['without a date', plan('undated', '1997-02', undefined)],
    ['without a countermeasure', plan('idle', '1997-02', '1997-12-31', { countermeasure: null })],
    ['of the period itself', plan('same', '1997-03', '1997-12-31')],
    ['of a later period', plan('later', '1997-04', '1997-12-31')],
    ['of another frequency', plan('quarter', '1996-Q4', '1997-12-31')],
    ['of another unit', plan('south', '1997-02', '1997-12-31', { unit: 'south' })],
    ['of another KPI', plan('orders', '1997-02', '1997-12-31', { kpi: 'orders' })],
  ])('is not one %s', (_name, each) => {
    expect(runningPlan([each], march)).toBeUndefined();
  });
});

it('names a commentary by what it is on, within the letters and length of names', () => {
  expect(commentaryName({ ...subject, period: 'FY2026-Q1' })).toBe('sales-north-fy2026-q1');
  const long = commentaryName({ ...subject, kpi: 'k'.repeat(99) });
  expect(long).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
  expect(long.length).toBeLessThanOrEqual(100);
});
