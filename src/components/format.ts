import { formattedValueToString, getValueFormat } from '@grafana/data';

/** What stands where a number is absent. */
export const ABSENT = '–';

/**
 * A value as people read it: in its Grafana unit, unscaled, with the KPI's decimals (as many as tell it apart when it names
 * none). Grafana's own formats shorten: 1,463 USD would read $1K, and 8.4 days 1.2 weeks.
 */
export function formatValue(value: number | null, unit: string | null, decimals: number | null): string {
  if (value === null) {
    return ABSENT;
  }
  const format = getValueFormat(unit || 'locale');
  if (unit?.startsWith('percent')) {
    return formattedValueToString(format(value, decimals ?? undefined)).trim();
  }
  // Two of the unit show what stands before and after an amount that is not scaled, in the plural.
  const { prefix = '', suffix = '' } = format(2, 0);
  const fixed = decimals === null ? { maximumFractionDigits: 3 } : fractionDigits(decimals);
  const number = new Intl.NumberFormat(undefined, fixed).format(Math.abs(value));
  const sign = value < 0 && /[1-9]/.test(number) ? '−' : '';
  return `${sign}${prefix}${number}${suffix}`.trim();
}

const fractionDigits = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

/** A score of 0…100 without decimals. */
export function formatScore(score: number | null): string {
  return score === null ? ABSENT : String(Math.round(score));
}

/** A change in points with its sign, without decimals; a change that rounds to nothing has none. */
export function formatDelta(delta: number | null): string {
  if (delta === null) {
    return ABSENT;
  }
  const rounded = Math.round(delta);
  if (rounded === 0) {
    return '±0';
  }
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}

/** A share of 0…1 or beyond in percent, with at most one decimal. */
export function formatPercent(share: number): string {
  return new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** An instant as date and time of day in the browser's zone. */
export function formatInstant(instant: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** The day of an instant in the browser's zone. */
export function formatDay(instant: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(instant));
}
