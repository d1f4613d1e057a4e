import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type View } from '../../api/types';
import { formatScore } from '../../components/format';
import { StatusMark } from '../../components/StatusMark';
import { TrendMark } from '../../components/TrendMark';
import { ScoreLines } from '../../features/scorecards/components/ScoreLines';
import { t } from '../../i18n';

interface Props {
  view: View;
  /** Address of a row's place in the detail view. */
  detailOf: (row: string) => string;
}

/** The score of a scorecard and its perspectives, for small places. */
export function ScoreTile({ view: { node, scheme }, detailOf }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <div className={styles.whole}>
        <strong className={styles.score}>{formatScore(node.score)}</strong>
        <StatusMark status={node.status} scheme={scheme} reason={node.reason} override={node.override} />
        <TrendMark trend={node.trend} />
      </div>
      <ScoreLines
        label={t('panels.scorecard.perspectives', 'Perspectives')}
        lines={node.children.map((child) => ({ node: child, to: detailOf(child.ref.name) }))}
        scheme={scheme}
      />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  whole: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: theme.spacing(0, 1.5) }),
  score: css({ fontSize: theme.typography.h2.fontSize, lineHeight: 1.2 }),
});
