import { getValueFormat } from '@grafana/data';
import { locale, t } from '../i18n';

/** What stands where a number is absent. */
export const ABSENT = '–';

/** Units of time that Grafana names, as their names in the reader's language are asked for. */
const DURATIONS: Record<string, string> = { ms: 'millisecond', s: 'second', m: 'minute', h: 'hour', d: 'day' };

/**
 * A value as people read it: in its Grafana unit, unscaled, with the KPI's decimals (as many as tell it apart when it names
 * none). Grafana's own formats shorten (1,463 USD would read $1K, and 8.4 days 1.2 weeks) and know English only.
 */
export function formatValue(value: number | null, unit: string | null, decimals: number | null): string {
  if (value === null) {
    return ABSENT;
  }
  if (isPercent(unit)) {
    const digits = fractionDigits(decimals ?? decimalsOf(getValueFormat(unit)(value).text));
    const style: Intl.NumberFormatOptions = unit === 'percent' ? { style: 'unit', unit } : { style: 'percent' };
    return signed(value, (amount) => numberFormat({ ...style, ...digits }).format(amount));
  }
  const digits = decimals === null ? { minimumFractionDigits: 0, maximumFractionDigits: 3 } : fractionDigits(decimals);
  return signed(value, (amount) => inUnit(amount, unit, digits));
}

/** A difference of two values of a KPI: as a value, but of percentages in percentage points. */
export function formatChange(change: number | null, unit: string | null, decimals: number | null): string {
  if (change === null || !isPercent(unit)) {
    return formatValue(change, unit, decimals);
  }
  const points = unit === 'percentunit' ? change * 100 : change;
  return t('format.percentage-points', '{{points}} percentage points', {
    points: formatValue(points, null, decimals ?? 1),
  });
}

const isPercent = (unit: string | null): unit is 'percent' | 'percentunit' =>
  unit === 'percent' || unit === 'percentunit';

/** A number with a minus sign of its own, unless it rounds to nothing. */
function signed(value: number, format: (amount: number) => string): string {
  const amount = format(Math.abs(value));
  return value < 0 && /[1-9]/.test(amount) ? `−${amount}` : amount;
}

/** An amount in its unit, put where the reader's language puts it. */
function inUnit(amount: number, unit: string | null, digits: Intl.NumberFormatOptions): string {
  const currency = /^currency([A-Z]{3})$/.exec(unit ?? '')?.[1];
  if (currency) {
    return numberFormat({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...digits }).format(amount);
  }
  const duration = DURATIONS[unit ?? ''];
  if (duration) {
    return numberFormat({ style: 'unit', unit: duration, unitDisplay: 'long', ...digits }).format(amount);
  }
  // Two of the unit show what stands before and after an amount that is not scaled, in the plural.
  const { prefix = '', suffix = '' } = getValueFormat(unit || 'locale')(2, 0);
  return `${prefix}${numberFormat(digits).format(amount)}${suffix}`.trim();
}

/** Numbers as the reader's language writes them. */
export const numberFormat = perLanguage<Intl.NumberFormatOptions, Intl.NumberFormat>(Intl.NumberFormat);

/** Dates as the reader's language writes them. */
export const dateFormat = perLanguage<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(Intl.DateTimeFormat);

/** A time zone, as Europe/Berlin, if the browser knows it; undefined, which formatters take for that of the browser, if not. */
export function knownZone(timeZone: string | undefined): string | undefined {
  try {
    new Intl.DateTimeFormat(undefined, { timeZone });
    return timeZone;
  } catch {
    return undefined;
  }
}

/** Makes each formatter once: that takes a browser a hundred times as long as to format with it, and a table has many cells. */
function perLanguage<Options, Format>(
  Formatter: new (language: string | undefined, options: Options) => Format
): (options: Options) => Format {
  const made = new Map<string, Format>();
  return (options) => {
    const language = locale();
    const key = JSON.stringify([language, options]);
    const format = made.get(key) ?? new Formatter(language, options);
    made.set(key, format);
    return format;
  };
}

const fractionDigits = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0;

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
  return numberFormat({ style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** An instant as date and time of day in the browser's zone. */
export function formatInstant(instant: string): string {
  return dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** A day (`2026-03-14`), or the day of an instant in the browser's zone. */
export function formatDay(day: string): string {
  // A day without a time is read as one in UTC.
  const zone = /^\d{4}-\d{2}-\d{2}$/.test(day) && { timeZone: 'UTC' };
  return dateFormat({ dateStyle: 'medium', ...zone }).format(new Date(day));
}

/** The last day before an instant at which something ends, such as that of a due date, in the browser's zone. */
export function formatLastDay(end: string): string {
  return formatDay(new Date(new Date(end).getTime() - 1).toISOString());
}
