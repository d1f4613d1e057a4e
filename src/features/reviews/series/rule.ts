import { dateFormat } from '../../../components/format';
import { t } from '../../../i18n';

/** How often meetings are, as people say it. Rules that say more are kept as they are. */
export interface Rhythm {
  every: Every;
  /** Two letters, such as TU. */
  weekday: string;
  /** Which such weekday of the month, -1 for the last; 1 where the rhythm counts in weeks. */
  nth: number;
}

export const rhythms = ['week', 'twoWeeks', 'month', 'quarter', 'half', 'year'] as const;
export type Every = (typeof rhythms)[number];

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export const places = [1, 2, 3, 4, -1];

const WEEKS: Partial<Record<Every, number>> = { week: 1, twoWeeks: 2 };
const MONTHS: Partial<Record<Every, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The recurrence rule of a rhythm (RFC 5545). */
export function ruleOf({ every, weekday, nth }: Rhythm): string {
  const weeks = WEEKS[every];
  const interval = (n: number) => (n === 1 ? '' : `;INTERVAL=${n}`);
  return weeks === undefined
    ? `FREQ=MONTHLY${interval(MONTHS[every] ?? 1)};BYDAY=${nth}${weekday}`
    : `FREQ=WEEKLY${interval(weeks)};BYDAY=${weekday}`;
}

/** The rhythm of a rule; undefined of one that says more, or something else. */
export function rhythmOf(rule: string): Rhythm | undefined {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const day = /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(parts.get('BYDAY') ?? '');
  if (!day || [...parts.keys()].some((key) => !['FREQ', 'INTERVAL', 'BYDAY'].includes(key))) {
    return undefined;
  }
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const table = parts.get('FREQ') === 'WEEKLY' ? WEEKS : parts.get('FREQ') === 'MONTHLY' ? MONTHS : {};
  const every = rhythms.find((one) => table[one] === interval);
  const nth = day[1] === undefined ? undefined : Number(day[1]);
  if (!every || (table === WEEKS) !== (nth === undefined) || (nth !== undefined && !places.includes(nth))) {
    return undefined;
  }
  return { every, weekday: day[2], nth: nth ?? 1 };
}

export function everyText(every: Every): string {
  switch (every) {
    case 'week':
      return t('reviews.rhythm.week', 'every week');
    case 'twoWeeks':
      return t('reviews.rhythm.two-weeks', 'every two weeks');
    case 'month':
      return t('reviews.rhythm.month', 'every month');
    case 'quarter':
      return t('reviews.rhythm.quarter', 'every quarter');
    case 'half':
      return t('reviews.rhythm.half', 'every half-year');
    case 'year':
      return t('reviews.rhythm.year', 'every year');
  }
}

export function placeText(nth: number): string {
  switch (nth) {
    case 1:
      return t('reviews.rhythm.first', 'first');
    case 2:
      return t('reviews.rhythm.second', 'second');
    case 3:
      return t('reviews.rhythm.third', 'third');
    case 4:
      return t('reviews.rhythm.fourth', 'fourth');
    default:
      return t('reviews.rhythm.last', 'last');
  }
}

const WORKDAYS = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';

/** A rule in a few words, as far as words can say it. */
export function ruleText(rule: string): string {
  const rhythm = rhythmOf(rule);
  if (!rhythm) {
    return rule === WORKDAYS
      ? t('reviews.rhythm.workdays', 'every working day')
      : t('reviews.rhythm.own', 'by a rule of its own');
  }
  const { every, weekday, nth } = rhythm;
  const words = { every: everyText(every), nth: placeText(nth), weekday: weekdayText(weekday) };
  return countsMonths(every)
    ? t('reviews.rhythm.on-nth', '{{every}}, on the {{nth}} {{weekday}}', words)
    : t('reviews.rhythm.on-day', '{{every}}, on {{weekday}}', words);
}

/** A weekday in the user's language. */
export function weekdayText(weekday: string): string {
  const monday = Date.UTC(2024, 0, 1);
  const day = new Date(monday + weekdays.indexOf(weekday as (typeof weekdays)[number]) * 86_400_000);
  return dateFormat({ weekday: 'long', timeZone: 'UTC' }).format(day);
}

export const countsMonths = (every: Every) => MONTHS[every] !== undefined;
