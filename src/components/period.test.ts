import { anchorInstant, formatPeriod, formatPeriodShort, frequencyOf, isPeriod, neighbourInstant } from './period';

describe('frequencyOf', () => {
  it.each([
    ['2026-03-14', 'day'],
    ['2026-W11', 'week'],
    ['FY2026-W07', 'week'],
    ['2026-03', 'month'],
    ['FY2026-P03', 'month'],
    ['FY2026-Q1', 'quarter'],
    ['2026-H2', 'half'],
    ['2026', 'year'],
    ['FY2026', 'year'],
    ['last-week', undefined],
  ])('%s is a %s', (id, frequency) => {
    expect(frequencyOf(id)).toBe(frequency);
  });
});

describe('isPeriod', () => {
  it.each(['2026-02-28', '2028-02-29', '2026-W53', '2026-12', 'FY2026-P12', '2026-Q4', '2026-H2', '2026', 'FY2026'])(
    'takes %s',
    (id) => expect(isPeriod(id)).toBe(true)
  );
  it.each([
    '2026-02-30',
    '2026-13-01',
    'FY2026-02-28',
    '2026-W54',
    '2026-W00',
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-H0',
    '0026-03',
    'next year',
    '',
  ])('takes %j for none', (id) => expect(isPeriod(id)).toBe(false));
});

describe('formatPeriod', () => {
  it.each([
    ['2026-03-14', 'Mar 14, 2026', 'Mar 14'],
    ['2026-W11', 'week 11, 2026', 'W11'],
    ['2026-03', 'March 2026', 'Mar 26'],
    ['FY2026-P03', 'FY2026 P03', 'P03'],
    ['1997-Q3', 'Q3 1997', 'Q3 97'],
    ['FY2026-H1', 'H1 FY2026', 'H1 26'],
    ['2026', '2026', '2026'],
    ['nonsense', 'nonsense', 'nonsense'],
  ])('%s reads %s, in short %s', (id, long, short) => {
    expect(formatPeriod(id)).toBe(long);
    expect(formatPeriodShort(id)).toBe(short);
  });
});

const quarter = { start: '2026-07-01T00:00:00.000Z', end: '2026-10-01T00:00:00.000Z' };

it('finds instants in the neighbouring periods', () => {
  expect(neighbourInstant(quarter, 'previous')).toBe('2026-06-30T23:59:59.999Z');
  expect(neighbourInstant(quarter, 'next')).toBe('2026-10-01T00:00:00.000Z');
});

it.each([
  ['the last instant of a past period', '2027-01-01T00:00:00Z', '2026-09-30T23:59:59.999Z'],
  ['the present in a period in progress', '2026-08-02T00:00:00Z', '2026-08-02T00:00:00.000Z'],
  ['the last instant of a period to come', '2026-01-01T00:00:00Z', '2026-09-30T23:59:59.999Z'],
])('changes the frequency at %s', (_, now, anchor) => {
  expect(anchorInstant(quarter, now)).toBe(anchor);
});
