import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type View } from '../../../api/types';
import { Coverage } from '../../../components/Coverage';
import { formatScore } from '../../../components/format';
import { Sparkline } from '../../../components/Sparkline';
import { StatusMark } from '../../../components/StatusMark';
import { TrendMark } from '../../../components/TrendMark';
import { t } from '../../../i18n';
import { type Place, scoreHistory } from '../tree';
import { cardStyle, headingStyle } from './card';
import { ChangesList } from './ChangesList';
import { OffTrackList } from './OffTrackList';
import { ScoreLines } from './ScoreLines';

interface Props {
  view: View;
  places: Place[];
  /** Address of a row's place in the detail view. */
  detailOf: (row: string) => string;
  /** Address of the detail view with the restated values only. */
  restatedUrl: string;
}

/** The whole scorecard on one screen: how are we doing, what is off track, what changed. */
export function ExecutiveView({ view, places, detailOf, restatedUrl }: Props) {
  const styles = useStyles2(getStyles);
  const { scheme, themes } = view;
  return (
    <div className={styles.grid}>
      <section className={styles.card} aria-label={t('scorecards.executive.whole', 'Score')}>
        <Whole view={view} />
        <ScoreLines
          label={t('scorecards.executive.perspectives', 'Perspectives')}
          lines={places.map(({ id, node }) => ({ node, to: detailOf(id) }))}
          scheme={scheme}
        />
      </section>
      <OffTrackList places={places} scheme={scheme} unit={view.unit} period={view.period} detailOf={detailOf} />
      <div className={styles.column}>
        <ChangesList places={places} scheme={scheme} detailOf={detailOf} restatedUrl={restatedUrl} />
        {themes.length > 0 && (
          <section className={styles.card} aria-labelledby="scorecard-themes">
            <h2 id="scorecard-themes" className={styles.heading}>
              {t('scorecards.executive.themes', 'Themes')}
            </h2>
            <ScoreLines
              label={t('scorecards.executive.themes', 'Themes')}
              lines={themes.map((node) => ({ node }))}
              scheme={scheme}
            />
          </section>
        )}
      </div>
    </div>
  );
}

function Whole({ view: { node, scheme } }: { view: View }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.whole}>
      <span className={styles.score}>{formatScore(node.score)}</span>
      <StatusMark status={node.status} scheme={scheme} reason={node.reason} override={node.override} />
      <TrendMark trend={node.trend} />
      <Coverage node={node} />
      <Sparkline
        points={scoreHistory(node)}
        label={t('scorecards.score', 'Score')}
        format={formatScore}
        width={140}
        height={32}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
  }),
  card: css(cardStyle(theme)),
  whole: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1),
  }),
  score: css({ fontSize: 44, lineHeight: 1, fontWeight: theme.typography.fontWeightMedium }),
  column: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
  heading: css(headingStyle(theme)),
});
