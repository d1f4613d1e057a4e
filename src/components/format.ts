import { formattedValueToString, getValueFormat } from '@grafana/data';

/** What stands where a number is absent. */
export const ABSENT = '–';

/**
 * A value as people read it: in its Grafana unit, with the KPI's decimals (as many as tell it apart when it names none).
 */
export function formatValue(value: number | null, unit: string | null, decimals: number | null): string {
  if (value === null) {
    return ABSENT;
  }
  return formattedValueToString(getValueFormat(unit || 'locale')(value, decimals ?? undefined)).trim();
}

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
