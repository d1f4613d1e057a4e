import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useView } from '../../../api/measurement';
import { type Node, type View } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { CommentaryPanel } from '../../../components/commentary/CommentaryPanel';
import { ErrorState } from '../../../components/ErrorState';
import { formatValue } from '../../../components/format';
import { kpiUrl } from '../../../components/links';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { rankOf } from '../../../components/status';
import { StatusMark } from '../../../components/StatusMark';
import { t } from '../../../i18n';
import { usePreparation } from './usePreparation';

interface Props {
  review: string;
  scorecards: string[];
  unit: string;
  period: string;
}

/** The KPIs that are off track, each with its explanation and recovery plan to be written. */
export function ExplainOffTrack({ scorecards, ...props }: Props) {
  return (
    <>
      {scorecards.map((scorecard) => (
        <OfScorecard key={scorecard} scorecard={scorecard} {...props} />
      ))}
    </>
  );
}

/** KPIs on the worst level, each once, in the tree's order. */
export function offTrackKpis({ node, scheme }: Pick<View, 'node' | 'scheme'>): Node[] {
  const found = new Map<string, Node>();
  const visit = (at: Node) => {
    if (at.ref.kind === 'Kpi' && rankOf(at.status, scheme) === 'worst' && !found.has(at.ref.name)) {
      found.set(at.ref.name, at);
    }
    at.children.forEach(visit);
  };
  visit(node);
  return [...found.values()];
}

function OfScorecard({ review, scorecard, unit, period }: Omit<Props, 'scorecards'> & { scorecard: string }) {
  const styles = useStyles2(getStyles);
  const writing = usePreparation(review);
  const { data, error, refetch } = useView(scorecard, { unit, period });
  if (error) {
    return <ErrorState error={error} onRetry={refetch} />;
  }
  if (!data) {
    return <PageSkeleton rows={4} />;
  }
  const kpis = offTrackKpis(data);
  const title = t('reviews.explain.title', 'Off track: {{title}}', { title: data.node.title });
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {kpis.length === 0 && <p>{t('reviews.explain.none', 'No KPI is off track: there is nothing to explain.')}</p>}
      <ul className={styles.list}>
        {kpis.map((kpi) => (
          <li key={kpi.ref.name} className={styles.item}>
            <h4 className={styles.kpi}>
              <AppLink to={kpiUrl(kpi.ref.name, { unit, period, scorecard })}>{kpi.title}</AppLink>
              <StatusMark status={kpi.status} scheme={data.scheme} />
              <span className={styles.value}>
                {t('reviews.explain.value', '{{value}}, target {{target}}', {
                  value: formatValue(kpi.value, kpi.unitOfMeasure, kpi.decimals),
                  target: formatValue(kpi.target, kpi.unitOfMeasure, kpi.decimals),
                })}
              </span>
            </h4>
            <CommentaryPanel
              subject={{ kpi: kpi.ref.name, unit, period, start: data.period.start }}
              title={kpi.title}
              onWriting={writing}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ ...theme.typography.h4 }),
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
  item: css({ borderTop: `1px solid ${theme.colors.border.weak}`, paddingTop: theme.spacing(1.5), maxWidth: 900 }),
  kpi: css({ ...theme.typography.h5, display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1.5) }),
  value: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
});
