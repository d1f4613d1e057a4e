import { type KpiSpec, type Observation } from '../../../api/types';
import { cellsOf, newestOf, numberOf, submissionOf, submittedUnits, unreadable } from './submission';

const spec = (change: Partial<KpiSpec>): KpiSpec => ({
  title: 'Mood',
  calendar: 'standard',
  frequency: 'month',
  ...change,
});

it.each<[string, number | undefined]>([
  ['12', 12],
  [' -3.5 ', -3.5],
  ['−3', -3],
  ['1 234,5', 1234.5],
  ["1'234", 1234],
  ['0', 0],
  ['', undefined],
  ['1,234.5', undefined],
  ['a lot', undefined],
  ['Infinity', undefined],
])('reads %j as %j', (text, expected) => {
  expect(numberOf(text)).toBe(expected);
});

it('asks for the units that contributors name, the KPI names, or all', () => {
  const all = ['europe', 'asia', 'world'];
  const manual = (contributors?: Array<{ person: string; units?: string[] }>) => ({
    type: 'manual' as const,
    contributors,
  });
  expect(submittedUnits(spec({ source: manual([{ person: 'ada', units: ['asia'] }]) }), all)).toEqual(['asia']);
  expect(
    submittedUnits(spec({ source: manual([{ person: 'ada', units: ['asia'] }, { person: 'bob' }]) }), all)
  ).toEqual(all);
  expect(submittedUnits(spec({ source: manual(), units: ['world', 'europe'] }), all)).toEqual(['europe', 'world']);
  expect(submittedUnits(spec({ source: manual() }), all)).toEqual(all);
});

it('sends filled rows only, and knows which answer belongs to which', () => {
  const cells = cellsOf(['europe', 'asia'], ['2026-01', '2026-02']);
  expect(cells[0]).toEqual({ unit: 'europe', period: '2026-02' });
  const entries = {
    'asia 2026-02': { value: '7', note: ' late ' },
    'europe 2026-01': { value: '0', note: '' },
    'asia 2026-01': { value: '', note: '' },
  };
  expect(submissionOf('mood', cells, entries)).toEqual({
    keys: ['asia 2026-02', 'europe 2026-01'],
    body: {
      rows: [
        { kpi: 'mood', unit: 'asia', period: '2026-02', value: 7, note: 'late' },
        { kpi: 'mood', unit: 'europe', period: '2026-01', value: 0 },
      ],
    },
  });
});

it('finds rows that can not be sent: no number, or a note without one', () => {
  const entries = {
    a: { value: 'x', note: '' },
    b: { value: '', note: 'why' },
    c: { value: '1', note: 'ok' },
    d: { value: '', note: '' },
  };
  expect(unreadable(entries)).toEqual(['a', 'b']);
});

it('shows the newest revision of each cell', () => {
  const revision = (value: number, period = '2026-01') => ({ unit: 'asia', period, value }) as Observation;
  const newest = newestOf([revision(3), revision(2), revision(9, '2025-12')]);
  expect([...newest].map(([key, { value }]) => [key, value])).toEqual([
    ['asia 2026-01', 3],
    ['asia 2025-12', 9],
  ]);
});
