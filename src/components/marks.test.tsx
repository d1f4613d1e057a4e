import { render, screen } from '@testing-library/react';
import { kpi, node, scheme } from '../testing/nodes';
import { BulletBar } from './BulletBar';
import { Coverage, coverageOf } from './Coverage';
import { formatDelta, formatScore, formatValue } from './format';
import { StateMark } from './StateMark';
import { StatusMark } from './StatusMark';
import { TrendMark } from './TrendMark';

describe('StatusMark', () => {
  it('shows shape and words', () => {
    render(<StatusMark status="red" scheme={scheme} />);
    expect(screen.getByText('■')).toBeVisible();
    expect(screen.getByText('off track')).toBeVisible();
  });

  it('tells screen readers why there is no status', () => {
    const { container } = render(
      <StatusMark status={null} scheme={scheme} reason={{ code: 'noValue', message: 'not collected yet' }} compact />
    );
    expect(container).toHaveTextContent('○no value: not collected yet');
  });

  it('names the author of an override and keeps the computed status', () => {
    const override = { status: 'green', author: 'ceo', reason: 'one-off', expires: null };
    const { container } = render(<StatusMark status="red" scheme={scheme} override={override} />);
    expect(container).toHaveTextContent('●on track*: Set by ceo: one-off. Computed: off track');
  });
});

it.each([
  [{ score: 60, delta: 4.4, direction: 'up' as const }, '▲ +4up 4 points'],
  [{ score: 60, delta: -8, direction: 'down' as const }, '▼ −8down 8 points'],
  [{ score: 60, delta: 0.2, direction: 'flat' as const }, '▶ ±0unchanged'],
  [{ score: null, delta: null, direction: 'none' as const }, '–no comparison'],
])('reads the trend %j', (trend, text) => {
  const { container } = render(<TrendMark trend={trend} />);
  expect(container).toHaveTextContent(text);
});

describe('StateMark', () => {
  it('says what is not final, and from which period a value comes', () => {
    render(<StateMark state="restated" carried="1997-08" />);
    expect(screen.getByRole('img', { name: 'value of August 1997, restated: changed after the close' })).toBeVisible();
  });

  it('is silent about final values', () => {
    const { container } = render(<StateMark state="final" />);
    expect(container).toBeEmptyDOMElement();
  });
});

describe('Coverage', () => {
  const children = [kpi('a', 50), kpi('b', null), kpi('c', null, { weight: 0 })];

  it('counts the children that have a score among those that count', () => {
    expect(coverageOf({ children })).toEqual({ scored: 1, total: 2 });
    const { container } = render(<Coverage node={node('Objective', 'o', { children })} />);
    expect(container).toHaveTextContent('1 of 2 have a score');
  });

  it('is silent when nothing is missing', () => {
    const { container } = render(<Coverage node={node('Objective', 'o', { children: [kpi('a', 50)] })} />);
    expect(container).toBeEmptyDOMElement();
  });
});

it.each([
  [153938, 153000, 'locale 153938 against a target of locale 153000, 0.6% above target'],
  [90, 100, 'locale 90 against a target of locale 100, 10% below target'],
  [null, 100, 'no value, target locale 100'],
  [5, null, 'locale 5, no target'],
])('reads the bullet graph of %s and %s', (value, target, name) => {
  render(<BulletBar value={value} target={target} bands={[]} scheme={scheme} format={(n) => `locale ${n}`} />);
  expect(screen.getByRole('img', { name })).toBeVisible();
});

describe('numbers', () => {
  it.each([
    [66.5, '67'],
    [0, '0'],
    [null, '–'],
  ])('shows the score %s as %s', (score, text) => expect(formatScore(score)).toBe(text));

  it.each([
    [3.6, '+4'],
    [-3.6, '−4'],
    [0.4, '±0'],
    [null, '–'],
  ])('shows the change %s as %s', (delta, text) => expect(formatDelta(delta)).toBe(text));

  it.each([
    [153938.4, null, 0, '153,938'],
    [0.123, 'percentunit', 1, '12.3%'],
    [12.345, 'currencyUSD', 2, '$12.35'],
    [null, 'currencyUSD', 2, '–'],
  ])('shows the value %s %s with %s decimals as %s', (value, unit, decimals, text) =>
    expect(formatValue(value, unit, decimals)).toBe(text)
  );
});
