import fc from 'fast-check';
import { cellStates } from '../../contract';
import { columns, sortKeys } from './rows';
import { comparisons, heatAxes, readUrl, tabs, type UrlState, writeUrl } from './urlState';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const state: fc.Arbitrary<UrlState> = fc.record({
  tab: fc.constantFrom(...tabs),
  period: optional(fc.constantFrom('1997-Q3', 'FY2026-W07')),
  unit: optional(name),
  asOf: optional(fc.constant('1997-11-01T00:00:00.000Z')),
  now: optional(fc.constant('1997-12-01T00:00:00Z')),
  compare: fc.constantFrom(...comparisons),
  row: optional(name.map((kpi) => `financial/grow/kpi:${kpi}`)),
  toggled: fc.array(name),
  filter: fc.record({
    statuses: fc.array(name),
    states: fc.subarray([...cellStates]),
    owner: optional(fc.constantFrom('sales director', 'team:ops', 'a&b=c')),
  }),
  sort: optional(fc.record({ key: fc.constantFrom(...sortKeys), descending: fc.boolean() })),
  hidden: fc.subarray([...columns]),
  heat: fc.constantFrom(...heatAxes),
});

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(state, (written) => {
      expect(readUrl(new URLSearchParams(writeUrl(written).toString()))).toEqual(written);
    })
  );
});

it('writes nothing for what is as usual, and keeps what is not its own', () => {
  const usual = readUrl(new URLSearchParams());
  expect(writeUrl(usual, new URLSearchParams('kiosk=1')).toString()).toBe('kiosk=1');
});

it('falls back to what is usual for values that it does not know', () => {
  const read = readUrl(new URLSearchParams('view=pie&sort=-colour&hide=name,owner&state=final,odd&by=moon'));
  expect(read).toMatchObject({ tab: 'executive', sort: undefined, hidden: ['owner'], heat: 'period' });
  expect(read.filter.states).toEqual(['final']);
});
