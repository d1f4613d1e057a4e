import { formatDelta, formatScore, formatValue } from './format';

describe('formatValue', () => {
  it.each([
    [153_937.9, 'currencyUSD', 0, '$153,938'],
    [1463.4, 'currencyUSD', 0, '$1,463'],
    [-1463.4, 'currencyEUR', 1, '−€1,463.4'],
    [0.0681, 'percentunit', 1, '6.8%'],
    [8.4, 'd', 1, '8.4 days'],
    [1_234_567, 'short', 0, '1,234,567'],
    [-0.2, 'short', 0, '0'],
    [27.25, null, null, '27.25'],
    [null, 'short', 0, '–'],
  ])('writes %s of %s with %s decimals as %s', (value, unit, decimals, text) => {
    expect(formatValue(value, unit, decimals)).toBe(text);
  });
});

it('rounds scores and says changes with their sign', () => {
  expect([formatScore(66.6), formatScore(null)]).toEqual(['67', '–']);
  expect([formatDelta(0.4), formatDelta(2.6), formatDelta(-1.2), formatDelta(null)]).toEqual(['±0', '+3', '−1', '–']);
});
