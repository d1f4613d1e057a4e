import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { type StrategyMap } from '../../../api/types';
import { t } from '../../../i18n';

/** What arrows and stripes mean. */
export function MapLegend({ themes }: Pick<StrategyMap, 'themes'>) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const plain = theme.colors.text.secondary;
  return (
    <ul className={styles.list} aria-label={t('strategy.legend.label', 'Legend')}>
      <Entry text={t('strategy.legend.strength', 'the thicker, the stronger')}>
        <line x1={0} x2={28} y1={6} y2={6} stroke={plain} strokeWidth={4} />
      </Entry>
      <Entry text={t('strategy.legend.untested', 'untested')}>
        <line x1={0} x2={28} y1={6} y2={6} stroke={plain} strokeWidth={1.5} strokeDasharray="6 5" />
      </Entry>
      <Entry text={t('strategy.legend.broken', 'broken')}>
        <g stroke={theme.colors.error.text} strokeWidth={1.5}>
          <line x1={0} x2={28} y1={6} y2={6} />
          <path d="M 11 3 l 6 6 m 0 -6 l -6 6" />
        </g>
      </Entry>
      {themes.map(({ name, title, color }) => (
        <Entry key={name} text={title}>
          <rect x={11} width={6} height={12} fill={color ?? theme.colors.border.strong} />
        </Entry>
      ))}
    </ul>
  );
}

function Entry({ text, children }: { text: string; children: React.ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.entry}>
      <svg width={28} height={12} aria-hidden>
        {children}
      </svg>
      {text}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    listStyle: 'none',
    fontSize: theme.typography.size.sm,
    color: theme.colors.text.secondary,
  }),
  entry: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.75) }),
});
