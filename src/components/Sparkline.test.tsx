import { render, screen } from '@testing-library/react';
import { formatScore } from './format';
import { placePoints, Sparkline } from './Sparkline';

const points = [
  { period: '1997-Q1', value: 40 },
  { period: '1997-Q2', value: null },
  { period: '1997-Q3', value: 60 },
  { period: '1997-Q4', value: 50 },
];

it('reads out every point', () => {
  render(<Sparkline points={points} label="Score" format={formatScore} />);
  expect(screen.getByRole('img', { name: 'Score: Q1 1997 40, Q2 1997 –, Q3 1997 60, Q4 1997 50' })).toBeVisible();
});

it('says when there is no history', () => {
  render(<Sparkline points={[{ period: '1997-Q1', value: null }]} label="Score" format={formatScore} />);
  expect(screen.getByRole('img', { name: 'Score: no history' })).toBeVisible();
});

it('breaks the line at gaps and spans the canvas', () => {
  expect(placePoints(points, 64, 20)).toEqual([
    [{ x: 2, y: 18 }],
    [
      { x: 42, y: 2 },
      { x: 62, y: 10 },
    ],
  ]);
});

it('draws equal values through the middle', () => {
  const flat = [1, 1].map((value) => ({ period: '', value }));
  expect(placePoints(flat, 24, 20)[0].map(({ y }) => y)).toEqual([10, 10]);
});
