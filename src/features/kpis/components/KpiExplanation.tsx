import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Scheme, type Series } from '../../../api/types';
import { useCommentary } from '../../../components/commentary/commentary';
import { CommentaryPanel } from '../../../components/commentary/CommentaryPanel';
import { rankOf } from '../../../components/status';

interface Props {
  kpi: string;
  title: string;
  unit: string;
  point: Series['points'][number];
  scheme: Scheme;
}

/** Why the KPI missed and how it recovers. A KPI on the best level, or without a status, needs none; what was written stays. */
export function KpiExplanation({ kpi, title, unit, point, scheme }: Props) {
  const styles = useStyles2(getStyles);
  const lookUp = useCommentary();
  const subject = { kpi, unit, period: point.period, start: point.start };
  const rank = rankOf(point.status, scheme);
  if (rank !== 'worst' && rank !== 'middle' && !lookUp?.on(subject)) {
    return null;
  }
  return (
    <div className={styles}>
      <CommentaryPanel key={JSON.stringify(subject)} subject={subject} title={title} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    maxWidth: 900,
    paddingLeft: theme.spacing(2),
    borderLeft: `2px solid ${theme.colors.border.medium}`,
    '&:empty': { display: 'none' },
  });
