import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Scheme, type SeriesPoint } from '../../../api/types';
import { formatScore } from '../../../components/format';
import { StateMark } from '../../../components/StateMark';
import { StatusMark } from '../../../components/StatusMark';
import { t } from '../../../i18n';
import { sentence, type SentenceInput } from '../model/sentence';

interface Props extends SentenceInput {
  point: SeriesPoint;
  scheme: Scheme;
}

/** How the KPI is doing: a sentence, its status and its score. */
export function KpiSentence({ point, scheme, ...input }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.box} aria-live="polite">
      <p className={styles.sentence}>{sentence(input)}</p>
      <span className={styles.marks}>
        <StatusMark status={point.status} scheme={scheme} reason={point.reason} />
        <span>{t('kpis.sentence.score', 'score {{score}}', { score: formatScore(point.score) })}</span>
        <StateMark state={point.state} carried={point.carried} closesAt={point.closesAt} />
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: theme.spacing(1, 3) }),
  sentence: css({ ...theme.typography.h4, margin: 0 }),
  marks: css({ display: 'inline-flex', alignItems: 'baseline', gap: theme.spacing(1.5) }),
});
