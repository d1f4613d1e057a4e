import { useTheme2 } from '@grafana/ui';
import { t } from '../i18n';
import { ABSENT } from './format';
import { formatPeriod } from './period';

/** A period by its id, and its value; null where there is none. */
export interface SparklinePoint {
  period: string;
  value: number | null;
}

interface Props {
  points: SparklinePoint[];
  /** What the numbers are, such as "Score". */
  label: string;
  format: (value: number | null) => string;
  width?: number;
  height?: number;
}

const PAD = 2;

/** A word-sized history: a line with gaps where there is no number, the newest marked. Its name reads out every point. */
export function Sparkline({ points, label, format, width = 88, height = 20 }: Props) {
  const theme = useTheme2();
  const placed = placePoints(points, width, height);
  const last = placed.at(-1)?.at(-1);
  const ends = last && points.at(-1)?.value !== null ? last : undefined;
  return (
    <svg width={width} height={height} role="img" aria-label={describe(points, label, format)}>
      {placed.map((run, index) =>
        run.length === 1 ? (
          <circle key={index} cx={run[0].x} cy={run[0].y} r={1} fill={theme.colors.text.secondary} />
        ) : (
          <polyline
            key={index}
            points={run.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="none"
            stroke={theme.colors.text.secondary}
            strokeWidth={1.25}
          />
        )
      )}
      {ends && <circle cx={ends.x} cy={ends.y} r={2} fill={theme.colors.text.primary} />}
    </svg>
  );
}

interface Placed {
  x: number;
  y: number;
}

/** Points on the canvas, one run for each stretch without gaps; equal values lie in the middle. */
export function placePoints(points: SparklinePoint[], width: number, height: number): Placed[][] {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const step = points.length > 1 ? (width - 2 * PAD) / (points.length - 1) : 0;
  const runs: Placed[][] = [];
  let run: Placed[] = [];
  points.forEach(({ value }, index) => {
    if (value === null) {
      run = [];
      return;
    }
    if (run.length === 0) {
      runs.push(run);
    }
    const share = span === 0 ? 0.5 : (value - low) / span;
    run.push({ x: round(PAD + index * step), y: round(height - PAD - share * (height - 2 * PAD)) });
  });
  return runs;
}

const round = (coordinate: number) => Math.round(coordinate * 100) / 100;

function describe(points: SparklinePoint[], label: string, format: Props['format']): string {
  if (points.every(({ value }) => value === null)) {
    return t('components.sparkline.empty', '{{label}}: no history', { label });
  }
  const list = points.map(({ period, value }) => `${formatPeriod(period)} ${value === null ? ABSENT : format(value)}`);
  return `${label}: ${list.join(', ')}`;
}
