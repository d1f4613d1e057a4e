import { type Frequency } from '../api/types';
import { t } from '../i18n';
import { dateFormat } from './format';

const SHAPE = /^(FY)?(\d{4})(?:-(?:(\d{2})-(\d{2})|(\d{2})|([WPQH])(\d{1,2})))?$/;

interface Parts {
  frequency: Frequency;
  fiscal: boolean;
  year: number;
  /** Month of a day or month; number of the week, period, quarter or half. */
  number: number;
  day: number;
}

const LETTERS: Record<string, Frequency> = { W: 'week', P: 'month', Q: 'quarter', H: 'half' };

function parse(id: string): Parts | undefined {
  const match = SHAPE.exec(id);
  if (!match) {
    return undefined;
  }
  const [, fiscal, year, dayMonth, day, month, letter, number] = match;
  const frequency = dayMonth ? 'day' : month ? 'month' : letter ? LETTERS[letter] : 'year';
  return {
    frequency,
    fiscal: Boolean(fiscal),
    year: Number(year),
    number: Number(dayMonth ?? month ?? number ?? 0),
    day: Number(day ?? 0),
  };
}

/** Frequency of a period id, by its shape; undefined for what is no period id. */
export function frequencyOf(id: string): Frequency | undefined {
  return parse(id)?.frequency;
}

/** The last number that a period of a frequency has in any year: month, week, quarter or half; that of a day is its month's. */
const LAST: Record<Frequency, number> = { year: 0, half: 2, quarter: 4, month: 12, week: 53, day: 12 };

/** Whether a text is the id of a period that some calendar may have: no month 13, no 30 February, no year of fewer than four digits. */
export function isPeriod(id: string): boolean {
  const parts = parse(id);
  if (!parts || parts.year < 1000 || parts.number > LAST[parts.frequency]) {
    return false;
  }
  if (parts.frequency === 'day') {
    const day = new Date(`${id}T00:00:00Z`);
    return !parts.fiscal && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(id);
  }
  return parts.frequency === 'year' || parts.number > 0;
}

/** Whether a period comes before another of the same frequency and kind of year; false where they can't be compared. */
export function isEarlierPeriod(id: string, than: string): boolean {
  const [a, b] = [parse(id), parse(than)];
  if (!a || !b || a.frequency !== b.frequency || a.fiscal !== b.fiscal) {
    return false;
  }
  return [a.year - b.year, a.number - b.number, a.day - b.day].find((difference) => difference !== 0)! < 0;
}

/** A period id as people say it: `Q3 1997`, `March 2026`, `FY2026 P03`. What is no period id stays as it is. */
export function formatPeriod(id: string): string {
  const parts = parse(id);
  if (!parts) {
    return id;
  }
  const { frequency, fiscal, year, number, day } = parts;
  const named = fiscal ? `FY${year}` : String(year);
  switch (frequency) {
    case 'day':
      return utc({ dateStyle: 'medium' }, year, number, day);
    case 'week':
      return t('components.period.week', 'week {{number}}, {{year}}', { number, year: named });
    case 'month':
      return fiscal ? `${named} P${pad(number)}` : utc({ month: 'long', year: 'numeric' }, year, number, 1);
    case 'quarter':
      return `Q${number} ${named}`;
    case 'half':
      return `H${number} ${named}`;
    case 'year':
      return named;
  }
}

/** As `formatPeriod`, short enough for the head of a narrow column. */
export function formatPeriodShort(id: string): string {
  const parts = parse(id);
  if (!parts) {
    return id;
  }
  const { frequency, fiscal, year, number, day } = parts;
  switch (frequency) {
    case 'day':
      return utc({ month: 'short', day: 'numeric' }, year, number, day);
    case 'week':
      return `W${pad(number)}`;
    case 'month':
      return fiscal ? `P${pad(number)}` : utc({ month: 'short', year: '2-digit' }, year, number, 1);
    case 'quarter':
    case 'half':
      return `${frequency === 'quarter' ? 'Q' : 'H'}${number} ${String(year).slice(2)}`;
    case 'year':
      return String(year);
  }
}

const pad = (number: number) => String(number).padStart(2, '0');

function utc(options: Intl.DateTimeFormatOptions, year: number, month: number, day: number): string {
  return dateFormat({ ...options, timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day));
}

/** Frequencies from the finest to the coarsest, as people call them. */
export function frequencyLabel(frequency: Frequency): string {
  switch (frequency) {
    case 'day':
      return t('components.frequency.day', 'Day');
    case 'week':
      return t('components.frequency.week', 'Week');
    case 'month':
      return t('components.frequency.month', 'Month');
    case 'quarter':
      return t('components.frequency.quarter', 'Quarter');
    case 'half':
      return t('components.frequency.half', 'Half-year');
    case 'year':
      return t('components.frequency.year', 'Year');
  }
}

/** A frequency in a sentence about how often something comes: `every quarter`. */
export function everyPeriod(frequency: Frequency): string {
  switch (frequency) {
    case 'day':
      return t('components.every.day', 'every day');
    case 'week':
      return t('components.every.week', 'every week');
    case 'month':
      return t('components.every.month', 'every month');
    case 'quarter':
      return t('components.every.quarter', 'every quarter');
    case 'half':
      return t('components.every.half', 'every half-year');
    case 'year':
      return t('components.every.year', 'every year');
  }
}

/** A number of periods in a sentence: `2 quarters`. */
export function periodCount(count: number, frequency: Frequency): string {
  switch (frequency) {
    case 'day':
      return t('components.count.day', '', {
        count,
        defaultValue_one: '{{count}} day',
        defaultValue_other: '{{count}} days',
      });
    case 'week':
      return t('components.count.week', '', {
        count,
        defaultValue_one: '{{count}} week',
        defaultValue_other: '{{count}} weeks',
      });
    case 'month':
      return t('components.count.month', '', {
        count,
        defaultValue_one: '{{count}} month',
        defaultValue_other: '{{count}} months',
      });
    case 'quarter':
      return t('components.count.quarter', '', {
        count,
        defaultValue_one: '{{count}} quarter',
        defaultValue_other: '{{count}} quarters',
      });
    case 'half':
      return t('components.count.half', '', {
        count,
        defaultValue_one: '{{count}} half-year',
        defaultValue_other: '{{count}} half-years',
      });
    case 'year':
      return t('components.count.year', '', {
        count,
        defaultValue_one: '{{count}} year',
        defaultValue_other: '{{count}} years',
      });
  }
}

/** Instants within the periods beside one; periods are half-open, so the end belongs to the next. */
export function neighbourInstant({ start, end }: { start: string; end: string }, step: 'previous' | 'next'): string {
  return step === 'next' ? end : new Date(Date.parse(start) - 1).toISOString();
}

/**
 * The instant by which another frequency finds its period: the last one of the shown period, or the present while the
 * period is in progress.
 */
export function anchorInstant({ start, end }: { start: string; end: string }, now: string): string {
  const last = Date.parse(end) - 1;
  const present = Date.parse(now);
  return new Date(present >= Date.parse(start) && present < last ? present : last).toISOString();
}
