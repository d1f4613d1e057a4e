import { type DataClose, type Occurrence, type ReviewCalendar, type Tier } from '../../../api/cadence';
import { dateFormat } from '../../../components/format';

/** Tiers as lanes, the strategic one on top. */
export const LANES: Tier[] = ['strategic', 'tactical', 'operational'];

/** One series within the lane of its tier. */
export interface SeriesRow {
  series: string;
  occurrences: Occurrence[];
}

export interface Lane {
  tier: Tier;
  rows: SeriesRow[];
}

/** The lanes that have anything, with one row per series, by the first occurrence of each. */
export function lanesOf(occurrences: Occurrence[]): Lane[] {
  return LANES.map((tier) => {
    const rows = new Map<string, Occurrence[]>();
    for (const occurrence of occurrences.filter((one) => one.tier === tier)) {
      rows.set(occurrence.series, [...(rows.get(occurrence.series) ?? []), occurrence]);
    }
    return { tier, rows: [...rows].map(([series, own]) => ({ series, occurrences: own })) };
  }).filter(({ rows }) => rows.length > 0);
}

/** A year in the browser's zone, `to` excluded. */
export function yearRange(year: number): { from: string; to: string } {
  return { from: new Date(year, 0, 1).toISOString(), to: new Date(year + 1, 0, 1).toISOString() };
}

/** Where an instant lies within a range, as a share of it from 0 to 1. */
export function shareOf(instant: string, { from, to }: { from: string; to: string }): number {
  const [at, start, end] = [instant, from, to].map((text) => new Date(text).getTime());
  return Math.min(1, Math.max(0, (at - start) / (end - start)));
}

/** The beginnings of the months of a year, in the browser's zone. */
export function monthsOf(year: number): Array<{ start: string; label: string }> {
  const format = dateFormat({ month: 'short' });
  return Array.from({ length: 12 }, (_, month) => {
    const start = new Date(year, month, 1);
    return { start: start.toISOString(), label: format.format(start) };
  });
}

/** Closes worth a tick: those of months and longer periods. Those of weeks and days would be a carpet. */
export const ticksOf = (closes: DataClose[]) => closes.filter(({ frequency }) => !['day', 'week'].includes(frequency));

/** What is shown of a calendar: of one tier, of one scorecard, or all. */
export function filtered(calendar: ReviewCalendar, { tier, scorecard }: { tier?: Tier; scorecard?: string }) {
  const items = calendar.items.filter(
    (one) => (!tier || one.tier === tier) && (!scorecard || one.scorecards.includes(scorecard))
  );
  const shown = new Set(items.flatMap(({ scorecards }) => scorecards));
  return { items, dataCloses: calendar.dataCloses.filter((close) => shown.has(close.scorecard)) };
}
