import { kpi, node, scheme } from '../../testing/nodes';
import { byPeriod, byUnit, periodsOf } from './heatmap';
import { placesOf } from './tree';

const history = (...scores: Array<number | null>) =>
  scores.map((score, index) => ({ period: `1997-Q${index + 1}`, value: null, score }));

const root = node('Scorecard', 's', {
  sparkline: history(1, 2, 3),
  children: [
    node('Perspective', 'financial', {
      children: [node('Objective', 'grow', { children: [kpi('revenue', 90, { sparkline: history(10, null, 90) })] })],
    }),
  ],
});
const places = placesOf(root);

it('has a column per period of the history', () => {
  const periods = periodsOf(root);
  expect(periods).toEqual(['1997-Q1', '1997-Q2', '1997-Q3']);
  const [{ perspective, rows }] = byPeriod(places, [...periods, '1997-Q4'], scheme);
  expect(perspective.id).toBe('financial');
  expect(rows[0].cells).toEqual([
    { score: 10, status: 'red' },
    { score: null, status: null },
    { score: 90, status: 'green' },
    undefined,
  ]);
});

it('has a column per unit, empty while its tree is on the way', () => {
  const other = placesOf({ ...root, children: [{ ...root.children[0], children: [] }] });
  const [{ rows }] = byUnit(places, [places, undefined, other]);
  expect(rows[0].cells).toEqual([{ score: 90, status: 'green' }, undefined, undefined]);
});
