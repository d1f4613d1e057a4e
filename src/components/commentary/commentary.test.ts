import { type Commentary, commentaryName, commentaryOn } from './commentary';

const subject = { kpi: 'sales', unit: 'north', period: '1997' };
const written = (name: string, updatedAt: string, change: object = {}): Commentary => ({
  apiVersion: 'scorecard/v1',
  kind: 'Commentary',
  metadata: { name, updatedAt },
  spec: { ...subject, explanation: name, ...change },
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

it('names a commentary by what it is on, within the letters and length of names', () => {
  expect(commentaryName({ kpi: 'sales', unit: 'north', period: 'FY2026-Q1' })).toBe('sales-north-fy2026-q1');
  const long = commentaryName({ kpi: 'k'.repeat(99), unit: 'north', period: '2026' });
  expect(long).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
  expect(long.length).toBeLessThanOrEqual(100);
});
