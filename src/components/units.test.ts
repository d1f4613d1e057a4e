import { largestTop, unitPath, unitTree } from './units';

const units = [
  { name: 'london', title: 'London', parent: 'europe' },
  { name: 'company', title: 'Company' },
  { name: 'europe', title: 'Europe', parent: 'company' },
  { name: 'america', title: 'America', parent: 'company' },
  { name: 'orphan', title: 'Orphan', parent: 'hidden' },
];

const names = (items: Array<{ name: string }>) => items.map(({ name }) => name);

describe('unitTree', () => {
  it('puts parents before children and siblings in order of their titles', () => {
    expect(unitTree(units).map(({ name, depth }) => [name, depth])).toEqual([
      ['company', 0],
      ['america', 1],
      ['europe', 1],
      ['london', 2],
      ['orphan', 0],
    ]);
  });

  it('keeps to the tree below a unit', () => {
    expect(names(unitTree(units, 'europe'))).toEqual(['europe', 'london']);
    expect(unitTree(units, 'unknown')).toEqual([]);
  });
});

describe('unitPath', () => {
  it('leads from the top down', () => {
    expect(names(unitPath(units, 'london'))).toEqual(['company', 'europe', 'london']);
    expect(names(unitPath(units, 'london', 'europe'))).toEqual(['europe', 'london']);
  });

  it('ends where a parent is out of sight', () => {
    expect(names(unitPath(units, 'orphan', 'company'))).toEqual(['orphan']);
    expect(unitPath(units, 'unknown')).toEqual([]);
  });

  it('survives a cycle', () => {
    const circle = [
      { name: 'a', title: 'A', parent: 'b' },
      { name: 'b', title: 'B', parent: 'a' },
    ];
    expect(names(unitPath(circle, 'a'))).toEqual(['b', 'a']);
  });
});

describe('largestTop', () => {
  it('is the top of the largest of several trees', () => {
    expect(largestTop(units)).toBe('company');
  });

  it('is nobody’s business where there is one tree', () => {
    expect(largestTop(units.filter(({ name }) => name !== 'orphan'))).toBeUndefined();
    expect(largestTop([])).toBeUndefined();
  });
});
