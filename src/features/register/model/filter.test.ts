import { changed, nextSort, paramsOf, readFilter } from './filter';

const read = (search: string) => readFilter(new URLSearchParams(search));

it('shows what waits, and everything of what concerns something', () => {
  expect(read('').state).toBe('waiting');
  expect(read('kpi=sales').state).toBe('all');
  expect(read('kpi=sales&state=done').state).toBe('done');
  expect(paramsOf(read('kpi=sales'))).toMatchObject({ kpi: 'sales', state: undefined, mine: undefined });
});

it('asks the server for what the address says', () => {
  expect(paramsOf(read('mine=true&attention=overdue&type=action&q=ship&sort=-due&after=abc'))).toEqual({
    mine: true,
    state: 'waiting',
    overdue: true,
    escalated: undefined,
    type: 'action',
    q: 'ship',
    sort: '-due',
    cursor: 'abc',
    limit: 100,
  });
  expect(paramsOf(read('type=review&attention=late'))).toMatchObject({ type: undefined, overdue: undefined });
});

it('begins at the first page again when something changes, and keeps what else the address holds', () => {
  const next = changed(new URLSearchParams('after=abc&entry=Action/a&q=x'), { q: '', mine: true });
  expect(next.toString()).toBe('entry=Action%2Fa&mine=true');
  expect(changed(new URLSearchParams('q=x'), { after: 'abc' }).toString()).toBe('q=x&after=abc');
});

it('sorts up, then down, then by urgency', () => {
  expect(['', 'due', '-due', 'age'].map((sort) => nextSort(sort, 'due'))).toEqual(['due', '-due', '', 'due']);
});
