import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Node, type StrategyMap } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { BulletBar } from '../../../components/BulletBar';
import { formatScore, formatValue } from '../../../components/format';
import { kpiUrl } from '../../../components/links';
import { reasonText } from '../../../components/reasonText';
import { StateMark } from '../../../components/StateMark';
import { StatusMark } from '../../../components/StatusMark';
import { t } from '../../../i18n';

interface Props {
  kpis: Node[];
  map: StrategyMap;
}

/** KPIs of an objective, each with its value against its own scale and a way to its page. */
export function KpiList({ kpis, map }: Props) {
  const styles = useStyles2(getStyles);
  if (kpis.length === 0) {
    return <p>{t('strategy.panel.no-kpis', 'No KPI measures this objective.')}</p>;
  }
  const place = { scorecard: map.scorecard, unit: map.unit, period: map.period.id, asOf: map.asOf ?? undefined };
  return (
    <ul className={styles.list}>
      {kpis.map((kpi) => {
        const format = (value: number | null) => formatValue(value, kpi.unitOfMeasure, kpi.decimals);
        return (
          <li key={`${kpi.ref.kind}/${kpi.ref.name}`} className={styles.item}>
            <span className={styles.line}>
              <StatusMark status={kpi.status} scheme={map.scheme} reason={kpi.reason} override={kpi.override} compact />
              {kpi.ref.kind === 'Kpi' ? <AppLink to={kpiUrl(kpi.ref.name, place)}>{kpi.title}</AppLink> : kpi.title}
              <span className={styles.score}>{formatScore(kpi.score)}</span>
            </span>
            {kpi.ref.kind === 'Kpi' && (
              <span className={styles.line}>
                <BulletBar
                  value={kpi.value}
                  target={kpi.target}
                  bands={kpi.bands ?? []}
                  scheme={map.scheme}
                  format={format}
                />
                <span className={styles.value}>
                  {format(kpi.value)} <StateMark state={kpi.state} carried={kpi.carried} closesAt={kpi.closesAt} />
                </span>
              </span>
            )}
            {kpi.score === null && kpi.reason && <span className={styles.reason}>{reasonText(kpi.reason)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0 }),
  item: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.25),
    padding: theme.spacing(0.75, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  score: css({ marginLeft: 'auto', fontVariantNumeric: 'tabular-nums' }),
  value: css({ marginLeft: 'auto', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  reason: css({ fontSize: theme.typography.size.sm, color: theme.colors.text.secondary }),
});
