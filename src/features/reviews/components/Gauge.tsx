import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../../../i18n';
import { type Mood } from '../model/intensity';

interface Props {
  /** What is measured. */
  title: string;
  value: number | null;
  /** The right end; greater values stand there. */
  max: number;
  /** Up to here it is calm; left out where nothing is. */
  calm?: number;
  /** From here on it is lively. */
  lively: number;
  mood: Mood;
  format: (value: number) => string;
  /** What the number is, in a sentence. */
  children: string;
}

const WIDTH = 320;
const HEIGHT = 36;
const BAR = { y: 12, height: 12 };

/** One measured number on a scale with its limits: a dial laid flat, with the same in words below. */
export function Gauge({ title, value, max, calm, lively, mood, format, children }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const x = (at: number) => (Math.min(at, max) / max) * WIDTH;
  const limits = [calm, lively].filter((limit) => limit !== undefined);
  const said = value === null ? t('reviews.gauge.none', 'not measured') : format(value);
  return (
    <section className={styles.box} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.reading}>
        <strong className={styles.value}>{said}</strong> <MoodMark mood={mood} />
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={styles.scale}
        role="img"
        aria-label={`${title}: ${said}, ${t('reviews.gauge.limits', 'limits {{limits}}', {
          limits: limits.map(format).join(', '),
        })}`}
      >
        <rect y={BAR.y} width={WIDTH} height={BAR.height} rx={2} fill={theme.colors.background.secondary} />
        <rect
          x={x(lively)}
          y={BAR.y}
          width={WIDTH - x(lively)}
          height={BAR.height}
          rx={2}
          fill={theme.colors.warning.transparent}
        />
        {limits.map((limit) => (
          <g key={limit}>
            <line
              x1={x(limit)}
              x2={x(limit)}
              y1={BAR.y - 3}
              y2={BAR.y + BAR.height + 3}
              stroke={theme.colors.text.secondary}
            />
            <text x={x(limit)} y={HEIGHT} textAnchor="middle" fontSize={9} fill={theme.colors.text.secondary}>
              {format(limit)}
            </text>
          </g>
        ))}
        {value !== null && (
          <>
            <rect y={BAR.y + 3} width={x(value)} height={BAR.height - 6} fill={theme.colors.text.secondary} />
            <path
              d={`M ${x(value)} ${BAR.y} l -5 -8 h 10 z`}
              fill={theme.colors.text.primary}
              transform={`translate(0 -2)`}
            />
          </>
        )}
      </svg>
      <p className={styles.text}>{children}</p>
    </section>
  );
}

/** What a reading says, as shape, word and colour. */
export function MoodMark({ mood }: { mood: Mood }) {
  const theme = useTheme2();
  const { shape, color, label } = {
    calm: { shape: '▼', color: theme.colors.info.text, label: t('reviews.mood.calm', 'calm') },
    usual: { shape: '●', color: theme.colors.success.text, label: t('reviews.mood.usual', 'as usual') },
    lively: { shape: '▲', color: theme.colors.warning.text, label: t('reviews.mood.lively', 'lively') },
    unknown: { shape: '○', color: theme.colors.text.secondary, label: t('reviews.mood.unknown', 'unknown') },
  }[mood];
  return (
    <span>
      <span aria-hidden style={{ color }}>
        {shape}
      </span>{' '}
      {label}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ flex: '1 1 300px', maxWidth: 460 }),
  title: css({ ...theme.typography.h5, margin: 0 }),
  reading: css({ margin: 0 }),
  value: css({ fontSize: theme.typography.h2.fontSize, fontVariantNumeric: 'tabular-nums' }),
  scale: css({ width: '100%', maxWidth: 400, display: 'block', overflow: 'visible' }),
  text: css({ color: theme.colors.text.secondary, margin: theme.spacing(0.5, 0, 0) }),
});
