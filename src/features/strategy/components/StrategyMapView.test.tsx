import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { strategyMap } from '../fixtures';
import { StrategyMapView } from './StrategyMapView';

const card = (title: RegExp) => screen.getByRole('button', { name: title });

it('reads each objective out as a sentence', () => {
  render(<StrategyMapView map={strategyMap()} onSelect={() => {}} />);
  expect(card(/^Grow sales/)).toHaveAccessibleName('Grow sales: on track, score 67, up 4 points, owner coo');
  expect(card(/^Be recommended/)).toHaveAccessibleName(
    'Be recommended: no value, Less than half of the weight has a score, owner coo'
  );
  expect(card(/^People who know/)).toHaveAccessibleName(/no owner$/);
});

it('walks from card to card with the arrow keys, and opens one with Enter', async () => {
  const onSelect = jest.fn();
  render(<StrategyMapView map={strategyMap()} onSelect={onSelect} />);
  act(() => card(/^People who know/).focus());
  await userEvent.keyboard('{ArrowUp}');
  expect(card(/^Deliver/)).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
  expect(card(/^Grow sales/)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onSelect).toHaveBeenLastCalledWith('sales');
});

it('is one stop for the Tab key, which stays where it was', () => {
  render(<StrategyMapView map={strategyMap()} selected="delivery" onSelect={() => {}} />);
  const stops = screen.getAllByRole('button').filter(({ dataset, tabIndex }) => dataset.objective && tabIndex === 0);
  expect(stops.map(({ dataset }) => dataset.objective)).toEqual(['delivery']);
});

it('fades what is neither up- nor downstream of the objective in focus', () => {
  const map = strategyMap();
  map.links = map.links.filter(({ from }) => from !== 'praise');
  render(<StrategyMapView map={map} onSelect={() => {}} />);
  const opacity = (title: RegExp) => card(title).parentElement!.style.opacity;
  fireEvent.mouseEnter(card(/^Deliver/));
  expect(opacity(/^Grow sales/)).toBe('0.18');
  expect(opacity(/^Be recommended/)).toBe('1');
  expect(opacity(/^People who know/)).toBe('1');
  fireEvent.mouseLeave(card(/^Deliver/));
  expect(opacity(/^Grow sales/)).toBe('1');
});

it('fades nothing for an objective that was removed under the pointer', () => {
  const map = strategyMap();
  const { rerender } = render(<StrategyMapView map={map} onSelect={() => {}} />);
  fireEvent.mouseEnter(card(/^Deliver/));
  const without = map.perspectives.map((lane) => ({
    ...lane,
    objectives: lane.objectives.filter(({ ref }) => ref.name !== 'delivery'),
  }));
  rerender(<StrategyMapView map={{ ...map, perspectives: without }} onSelect={() => {}} />);
  expect(card(/^Grow sales/).parentElement!.style.opacity).toBe('1');
});

it('tells with each arrow its hypothesis, state and strength', () => {
  render(<StrategyMapView map={strategyMap()} onSelect={() => {}} />);
  expect(
    screen.getByText(
      'Late parcels turn promoters into detractors · supported · 0.42 (0.10 to 0.71), from 24 pairs of periods'
    )
  ).toBeInTheDocument();
});
