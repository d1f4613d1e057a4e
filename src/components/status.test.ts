import { createTheme } from '@grafana/data';
import { scheme } from '../testing/nodes';
import { rankColor, rankOf, statusLabel, statusOf } from './status';

const five = { levels: ['poor', 'fair', 'good', 'great', 'best'].map((name, index) => ({ name, from: index * 20 })) };

describe('rankOf', () => {
  it.each([
    ['green', 'best'],
    ['amber', 'middle'],
    ['red', 'worst'],
    ['unheard-of', 'none'],
    [null, 'none'],
  ])('ranks %s as %s', (status, rank) => {
    expect(rankOf(status, scheme)).toBe(rank);
  });

  it('follows the place in the scheme, not the name', () => {
    expect(five.levels.map(({ name }) => rankOf(name, five))).toEqual(['worst', 'middle', 'middle', 'middle', 'best']);
  });
});

describe('statusOf', () => {
  it.each([
    [0, 'red'],
    [33.3, 'red'],
    [100 / 3, 'amber'],
    [100 / 3 - 1e-10, 'amber'],
    [66.6, 'amber'],
    [100, 'green'],
    [null, null],
  ])('puts %s on %s', (score, status) => {
    expect(statusOf(score, scheme)).toBe(status);
  });
});

it('reads colours of the default scheme as words, and leaves own names alone', () => {
  expect(['green', 'amber', 'red', null, 'great'].map(statusLabel)).toEqual([
    'on track',
    'at risk',
    'off track',
    'no value',
    'great',
  ]);
});

it('has a colour of its own for every rank', () => {
  const theme = createTheme();
  const colors = (['best', 'middle', 'worst', 'none'] as const).map((rank) => rankColor(theme, rank));
  expect(new Set(colors).size).toBe(4);
});
