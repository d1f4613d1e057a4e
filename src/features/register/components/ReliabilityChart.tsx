import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type CommitteeCalibration } from '../../../api/types';
import { formatPercent } from '../../../components/format';
import { t } from '../../../i18n';

const SIZE = 260;
const PAD = 40;
const SPAN = SIZE - 2 * PAD;
const x = (share: number) => PAD + share * SPAN;
const y = (share: number) => SIZE - PAD - share * SPAN;
/** Area, not width, says how many. */
const radius = (n: number) => 4 + 2 * Math.sqrt(n);

/** What was expected against what held: on the diagonal somebody is right as often as they think. The table says the same. */
export function ReliabilityChart({ bins }: { bins: CommitteeCalibration['bins'] }) {
  const styles = useStyles2(getStyles);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="img"
      aria-label={t('register.calibration.chart', 'What was expected against what held')}
    >
      <line className={styles.axis} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(0)} />
      <line className={styles.axis} x1={x(0)} y1={y(0)} x2={x(0)} y2={y(1)} />
      <line className={styles.diagonal} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {[0, 0.5, 1].map((share) => (
        <g key={share} className={styles.text}>
          <text x={x(share)} y={SIZE - PAD + 14} textAnchor="middle">
            {formatPercent(share)}
          </text>
          <text x={PAD - 4} y={y(share) + 4} textAnchor="end">
            {formatPercent(share)}
          </text>
        </g>
      ))}
      <text className={styles.text} x={x(0.5)} y={SIZE - 4} textAnchor="middle">
        {t('register.calibration.axis-expected', 'expected')}
      </text>
      <text className={styles.text} x={x(0)} y={y(1) - 10} textAnchor="middle">
        {t('register.calibration.axis-held', 'held')}
      </text>
      {bins.map(({ from, n, meanProbability, heldShare }) =>
        meanProbability === null || heldShare === null ? null : (
          <circle key={from} className={styles.point} cx={x(meanProbability)} cy={y(heldShare)} r={radius(n)} />
        )
      )}
    </svg>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  chart: css({ width: SIZE, maxWidth: '100%' }),
  axis: css({ stroke: theme.colors.border.strong }),
  diagonal: css({ stroke: theme.colors.border.medium, strokeDasharray: '4 4' }),
  text: css({ fill: theme.colors.text.secondary, fontSize: 11 }),
  point: css({ fill: theme.colors.primary.main, fillOpacity: 0.8 }),
});
