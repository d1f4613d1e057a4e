import { useTheme2 } from '@grafana/ui';
import { type VolatilityDriver } from '../../../api/intensity';
import { ABSENT } from '../../../components/format';
import { formatPeriod } from '../../../components/period';
import { t } from '../../../i18n';

interface Props {
  points: VolatilityDriver['points'];
  label: string;
  format: (value: number | null) => string;
}

const WIDTH = 140;
const HEIGHT = 32;
const PAD = 3;

/** A word-sized control chart: the judged values within their limits; those outside stand out. Its name reads out every one. */
export function ControlLine({ points, label, format }: Props) {
  const theme = useTheme2();
  const numbers = points.flatMap(({ value, lower, upper }) => [value, lower, upper].filter((n) => n !== null));
  const low = Math.min(...numbers);
  const span = Math.max(...numbers) - low || 1;
  const x = (index: number) => PAD + (index / Math.max(1, points.length - 1)) * (WIDTH - 2 * PAD);
  const y = (value: number) => HEIGHT - PAD - ((value - low) / span) * (HEIGHT - 2 * PAD);
  const line = (pick: (point: Props['points'][number]) => number | null) =>
    points.flatMap((point, index) => {
      const value = pick(point);
      return value === null ? [] : [`${x(index)},${y(value)}`];
    });
  const limits = [line(({ upper }) => upper), line(({ lower }) => lower)];
  const said = points.map(
    ({ period, value, outside }) =>
      `${formatPeriod(period)} ${value === null ? ABSENT : format(value)}${outside ? ` (${t('reviews.outside', 'outside')})` : ''}`
  );
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={`${label}: ${said.join(', ')}`}>
      {limits.map((way, index) => (
        <polyline
          key={index}
          points={way.join(' ')}
          fill="none"
          stroke={theme.colors.border.strong}
          strokeDasharray="3 2"
        />
      ))}
      <polyline
        points={line(({ value }) => value).join(' ')}
        fill="none"
        stroke={theme.colors.text.secondary}
        strokeWidth={1.25}
      />
      {points.map(
        ({ period, value, outside }, index) =>
          value !== null &&
          (outside || index === points.length - 1) && (
            <circle
              key={period}
              cx={x(index)}
              cy={y(value)}
              r={2.5}
              fill={outside ? theme.colors.warning.text : theme.colors.text.primary}
            />
          )
      )}
    </svg>
  );
}
