import { type DataFrame, type Field, FieldType, toDataFrame } from '@grafana/data';
import { type Scheme, type SeriesPoint } from '../../../api/types';
import { type Band } from '../../../components/bullet';
import { type Rank, rankOf } from '../../../components/status';

/** Names of the fields as the legend shows them. */
export interface ChartNames {
  value: string;
  target: string;
  stretch: string;
  restated: string;
  carried: string;
}

/** An area of the chart: values of one level over time, between two fields of the frame. */
export interface BandArea {
  level: string;
  rank: Rank;
  /** Names of the fields that bound it. */
  low: string;
  high: string;
}

export interface Chart {
  frame: DataFrame;
  areas: BandArea[];
  /** Lowest and highest value that the axis shows. */
  range: { min: number; max: number };
}

/** Room above and below what is drawn, as a share of what it spans. */
const MARGIN = 0.08;

/**
 * The chart of a series: value, target and stretch over time, restated and carried values once more as marks, and the levels
 * of the scale as areas that follow the target. Undefined when no point has a number.
 */
export function chartOf(points: SeriesPoint[], scheme: Scheme, names: ChartNames): Chart | undefined {
  const range = rangeOf(points);
  if (!range || points.length === 0) {
    return undefined;
  }
  const levels = levelsOf(points);
  const areas = levels.map((level, index) => ({
    level,
    rank: rankOf(level, scheme),
    low: boundName(index),
    high: boundName(index + 1),
  }));
  const bounds = boundFields(points, levels, range);
  const number = (name: string, pick: (point: SeriesPoint) => number | null) => ({
    name,
    type: FieldType.number,
    values: [...points.map(pick), null],
  });
  // One more instant, the end of the last period, lets steps run to where their period ends.
  const fields = [
    {
      name: 'time',
      type: FieldType.time,
      values: [...points.map(({ start }) => start), points[points.length - 1].end].map(Date.parse),
    },
    ...bounds,
    { ...number(names.target, ({ target }) => target), values: extended(points.map(({ target }) => target)) },
    { ...number(names.stretch, ({ stretch }) => stretch), values: extended(points.map(({ stretch }) => stretch)) },
    number(names.value, ({ value }) => value),
    number(names.restated, ({ value, state }) => (state === 'restated' ? value : null)),
    number(names.carried, ({ value, carried }) => (carried ? value : null)),
  ];
  const frame = toDataFrame({ name: names.value, fields: fields.filter(isDrawn) });
  return { frame, areas, range };
}

const boundName = (index: number) => `level ${index}`;
const extended = <T>(values: T[]): T[] => [...values, values[values.length - 1]];

/** Fields without a single number would only lengthen the legend. */
const isDrawn = ({ values }: { values: Array<number | null> }) => values.some((value) => value !== null);

/** Levels from the lowest values up, as the newest scale has them; areas are drawn where the scale has the same. */
function levelsOf(points: SeriesPoint[]): string[] {
  return points.findLast(({ bands }) => bands?.length)?.bands?.map(({ level }) => level) ?? [];
}

function boundFields(points: SeriesPoint[], levels: string[], { min, max }: Chart['range']) {
  const clamp = (value: number) => Math.min(max, Math.max(min, value));
  const edges = (bands: Band[] = []): Array<number | null> => {
    const alike = bands.length === levels.length && bands.every(({ level }, index) => level === levels[index]);
    return alike
      ? [min, ...bands.map(({ to }) => clamp(to ?? max))]
      : Array.from({ length: levels.length + 1 }, () => null);
  };
  const rows = points.map(({ bands }) => edges(bands));
  return levels.length === 0
    ? []
    : Array.from({ length: levels.length + 1 }, (_, index) => ({
        name: boundName(index),
        type: FieldType.number,
        values: extended(rows.map((row) => row[index])),
      }));
}

function rangeOf(points: SeriesPoint[]): Chart['range'] | undefined {
  const numbers = points
    .flatMap(({ value, target, stretch, bands }) => [value, target, stretch, ...edgesWithin(bands)])
    .filter((number): number is number => number !== null);
  if (numbers.length === 0) {
    return undefined;
  }
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const margin = (high - low) * MARGIN || Math.abs(high) * MARGIN || 1;
  return { min: low >= 0 && low < margin ? 0 : low - margin, max: high + margin };
}

const edgesWithin = (bands: Band[] = []) => bands.flatMap(({ from, to }) => [from, to]);

/** A field of the chart by its name. */
export function fieldOf({ frame }: Chart, name: string): Field | undefined {
  return frame.fields.find((field) => field.name === name);
}
