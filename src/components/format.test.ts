import { locale } from '../i18n';
import { formatChange, formatDay, formatDelta, formatLastDay, formatPercent, formatScore, formatValue } from './format';

jest.mock('../i18n', () => ({ ...jest.requireActual('../i18n'), locale: jest.fn() }));

const inGerman = () => jest.mocked(locale).mockReturnValue('de-DE');

afterEach(() => jest.mocked(locale).mockReset());

describe('formatValue', () => {
  it.each([
    [153_937.9, 'currencyUSD', 0, '$153,938'],
    [1463.4, 'currencyUSD', 0, '$1,463'],
    [-1463.4, 'currencyEUR', 1, '−€1,463.4'],
    [0.0681, 'percentunit', 1, '6.8%'],
    [0.0681, 'percentunit', null, '6.81%'],
    [28.5, 'percent', 0, '29%'],
    [-0.0681, 'percentunit', 1, '−6.8%'],
    [-0.0001, 'percentunit', 1, '0.0%'],
    [8.4, 'd', 1, '8.4 days'],
    [1, 'd', 0, '1 day'],
    [3.25, 'h', null, '3.25 hours'],
    [12, 'kwatth', 0, '12 kWh'],
    [1_234_567, 'short', 0, '1,234,567'],
    [-0.2, 'short', 0, '0'],
    [27.25, null, null, '27.25'],
    [null, 'short', 0, '–'],
  ])('writes %s of %s with %s decimals as %s', (value, unit, decimals, text) => {
    expect(formatValue(value, unit, decimals)).toBe(text);
  });

  it.each([
    [1463.4, 'currencyUSD', 0, '1.463 $'],
    [-1463.4, 'currencyEUR', 1, '−1.463,4 €'],
    [0.0681, 'percentunit', 1, '6,8 %'],
    [6.81, 'percent', 1, '6,8 %'],
    [8.4, 'd', 1, '8,4 Tage'],
    [1, 'h', 0, '1 Stunde'],
    [1_234_567, 'short', 0, '1.234.567'],
  ])('writes %s of %s with %s decimals as %s in German', (value, unit, decimals, text) => {
    inGerman();
    expect(formatValue(value, unit, decimals).replace(/\s/g, ' ')).toBe(text);
  });
});

it('writes shares as the page’s language does', () => {
  expect(formatPercent(0.1234)).toBe('12.3%');
  inGerman();
  expect(formatPercent(0.1234).replace(/\s/g, ' ')).toBe('12,3 %');
});

it('rounds scores and says changes with their sign', () => {
  expect([formatScore(66.6), formatScore(null)]).toEqual(['67', '–']);
  expect([formatDelta(0.4), formatDelta(2.6), formatDelta(-1.2), formatDelta(null)]).toEqual(['±0', '+3', '−1', '–']);
});

it.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland'])('writes a day as the day that it is (%s)', (zone) => {
  const { DateTimeFormat } = Intl;
  const inZone = jest
    .spyOn(Intl, 'DateTimeFormat')
    .mockImplementation((locales, options) => new DateTimeFormat(locales, { timeZone: zone, ...options }));
  try {
    jest.mocked(locale).mockReturnValue('en-US');
    expect(formatDay('2026-03-01')).toBe('Mar 1, 2026');
    inGerman();
    expect(formatDay('2026-03-01')).toBe('01.03.2026');
  } finally {
    inZone.mockRestore();
  }
});

it('gives the last day before something ends', () => {
  jest.mocked(locale).mockReturnValue('en-US');
  const midnight = new Date(2026, 11, 7).toISOString();
  expect(formatDay(midnight)).toBe('Dec 7, 2026');
  expect(formatLastDay(midnight)).toBe('Dec 6, 2026');
});
describe('formatChange', () => {
  it.each([
    [-0.7245, 'percentunit', 1, '−72.5 percentage points'],
    [3, 'percent', 0, '3 percentage points'],
    [-12.5, 'currencyUSD', 2, '−$12.50'],
    [null, 'percent', null, '–'],
  ])('writes %p in %p as a difference', (change, unit, decimals, text) => {
    expect(formatChange(change, unit, decimals)).toBe(text);
  });
});
