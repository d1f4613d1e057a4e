import { neighbour, reach } from './graph';

const arrows = [
  { from: 'skills', to: 'delivery' },
  { from: 'delivery', to: 'praise' },
  { from: 'praise', to: 'sales' },
  { from: 'ideas', to: 'sales' },
];

describe('reach', () => {
  it.each([
    ['delivery', ['delivery', 'praise', 'sales', 'skills']],
    ['sales', ['delivery', 'ideas', 'praise', 'sales', 'skills']],
    ['ideas', ['ideas', 'sales']],
    ['alone', ['alone']],
  ])('of %s is what is up- and downstream, not what only shares an effect', (name, expected) => {
    expect([...reach(arrows, name)].sort()).toEqual(expected);
  });

  it('ends in a cycle', () => {
    const cycle = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ];
    expect([...reach(cycle, 'a')].sort()).toEqual(['a', 'b']);
  });
});

describe('neighbour', () => {
  const spots = [
    { name: 'sales', x: 100, y: 0 },
    { name: 'margin', x: 400, y: 0 },
    { name: 'praise', x: 0, y: 200 },
    { name: 'loyalty', x: 250, y: 200 },
    { name: 'reach', x: 420, y: 200 },
    { name: 'skills', x: 0, y: 400 },
  ];

  it.each([
    ['praise', 'right', 'loyalty'],
    ['reach', 'left', 'loyalty'],
    ['reach', 'right', undefined],
    ['loyalty', 'up', 'sales'],
    ['reach', 'up', 'margin'],
    ['margin', 'down', 'reach'],
    ['loyalty', 'down', 'skills'],
    ['sales', 'up', undefined],
    ['nowhere', 'up', undefined],
  ] as const)('of %s to the %s is %s', (name, direction, expected) => {
    expect(neighbour(spots, name, direction)).toBe(expected);
  });
});
