import { type KpiSpec, type Observation, type Submission, type SubmissionResult } from '../../../api/types';

/** A cell that somebody may fill in. */
export interface Cell {
  unit: string;
  period: string;
}

/** What stands in a row of the form; empty text is no value. */
export interface Entry {
  value: string;
  note: string;
}

export type Outcome = SubmissionResult['rows'][number];

export const keyOf = ({ unit, period }: Cell) => `${unit} ${period}`;

/** Rows of the form: each unit in each period, newest period first. */
export function cellsOf(units: string[], periods: string[]): Cell[] {
  return periods.toReversed().flatMap((period) => units.map((unit) => ({ unit, period })));
}

/** Units that values are submitted for: the contributors' or the KPI's own, else every unit. */
export function submittedUnits({ units, source }: KpiSpec, all: string[]): string[] {
  const named =
    source?.type === 'manual' ? (source.contributors ?? []).flatMap((contributor) => contributor.units ?? []) : [];
  const everywhere =
    source?.type !== 'manual' || source.contributors?.some((contributor) => !contributor.units?.length);
  const wanted = named.length > 0 && !everywhere ? named : (units ?? all);
  return all.filter((unit) => wanted.includes(unit));
}

/** The newest revision of each cell, from a list with the newest first. */
export function newestOf(observations: Observation[]): Map<string, Observation> {
  const newest = new Map<string, Observation>();
  for (const observation of observations) {
    const key = keyOf(observation);
    newest.set(key, newest.get(key) ?? observation);
  }
  return newest;
}

/** A number as people type it, with a point or a comma before the decimals; undefined for what is none. */
export function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(/[\s\u202f']/g, '');
  const decimal = /^[-+−]?\d*,\d+$/.test(plain) ? plain.replace(',', '.') : plain;
  const value = Number(decimal.replace('−', '-'));
  return plain === '' || !Number.isFinite(value) ? undefined : value;
}

/** Keys of rows that hold something that isn't a number. */
export function unreadable(entries: Record<string, Entry>): string[] {
  return Object.entries(entries)
    .filter(
      ([, { value, note }]) =>
        (value.trim() !== '' && numberOf(value) === undefined) || (value.trim() === '' && note.trim() !== '')
    )
    .map(([key]) => key);
}

/** The filled rows with their keys, in the order in which they are sent and answered. */
export function submissionOf(
  kpi: string,
  cells: Cell[],
  entries: Record<string, Entry>
): { keys: string[]; body: Submission } {
  const filled = cells.flatMap((cell) => {
    const { value = '', note = '' } = entries[keyOf(cell)] ?? {};
    const number = numberOf(value);
    const row = { kpi, ...cell, value: number ?? NaN, ...(note.trim() && { note: note.trim() }) };
    return number === undefined ? [] : [{ key: keyOf(cell), row }];
  });
  return { keys: filled.map(({ key }) => key), body: { rows: filled.map(({ row }) => row) } };
}
