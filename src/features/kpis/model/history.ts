import { type Frequency, type SeriesPoint } from '../../../api/types';

/** Lengths of history that the page offers, in periods. */
export const HISTORY_LENGTHS = [12, 24, 36, 60];

const DAY_MS = 86_400_000;

/** Mean length of a period in days. */
const DAYS: Record<Frequency, number> = {
  day: 1,
  week: 7,
  month: 30.436875,
  quarter: 91.310625,
  half: 182.62125,
  year: 365.2425,
};

/**
 * An instant in the period `count` periods before another one, counted from its middle so that months and leap years of
 * different lengths don't matter. Which period holds it is the calendar's to say.
 */
export function instantBefore(
  { start, end }: { start: string; end: string },
  frequency: Frequency,
  count: number
): string {
  const middle = (Date.parse(start) + Date.parse(end)) / 2;
  return new Date(middle - count * DAYS[frequency] * DAY_MS).toISOString();
}

/** The point that the page is about: the one that was asked for, else the newest with a value, else the last. */
export function shownPoint(points: SeriesPoint[], period: string | undefined): SeriesPoint | undefined {
  return (
    points.find((point) => point.period === period) ?? points.findLast(({ value }) => value !== null) ?? points.at(-1)
  );
}
