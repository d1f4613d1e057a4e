import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommentarySpec } from '../../api/types';
import { type Commentary, commentaryName, commentaryOn, recoveryPlan } from './commentary';

interface Case {
  case: string;
  period: string;
  start: string;
  commentaries: Array<{ name: string; updatedAt: string; archived?: boolean; spec: CommentarySpec }>;
  explained: string | null;
  plan: string | null;
}

const file = join(__dirname, '../../../tests/examples/governance/recovery-plans.json');
const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[];

it.each(cases)('finds what explains a KPI and how it recovers, as the server does: $case', (each) => {
  const all = each.commentaries.map(({ spec, ...metadata }): Commentary => ({
    apiVersion: 'scorecard/v1',
    kind: 'Commentary',
    metadata,
    spec,
  }));
  const subject = { kpi: 'sales', unit: 'north', period: each.period, start: each.start };
  expect(commentaryOn(all, subject)?.metadata.name ?? null).toBe(each.explained);
  expect(recoveryPlan(all, subject)?.metadata.name ?? null).toBe(each.plan);
});

const subject = { kpi: 'sales', unit: 'north', period: '1997', start: '1997-01-01T00:00:00Z' };

it('names a commentary by what it is on, within the letters and length of names', () => {
  expect(commentaryName({ ...subject, period: 'FY2026-Q1' })).toBe('sales-north-fy2026-q1');
  const long = commentaryName({ ...subject, kpi: 'k'.repeat(99) });
  expect(long).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
  expect(long.length).toBeLessThanOrEqual(100);
});
