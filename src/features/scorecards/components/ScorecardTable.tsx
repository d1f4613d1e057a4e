import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import { LAST_ENDED, viewQuery } from '../../../api/measurement';
import { type ResourceOf, type ScorecardSpec, type View } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { Coverage } from '../../../components/Coverage';
import { ABSENT, formatScore } from '../../../components/format';
import { scorecardUrl } from '../../../components/links';
import { formatPeriod } from '../../../components/period';
import { Sparkline } from '../../../components/Sparkline';
import { StatusMark } from '../../../components/StatusMark';
import { TrendMark } from '../../../components/TrendMark';
import { useUnits } from '../../../components/UnitPicker';
import { t } from '../../../i18n';
import { scoreHistory } from '../tree';

type Scorecard = ResourceOf<ScorecardSpec>;

/** Periods of history beside each score. */
const HISTORY = 13;

/** Scorecards with the score of their current period; each score comes when it is there. */
export function ScorecardTable({ scorecards }: { scorecards: Scorecard[] }) {
  const styles = useStyles2(getStyles);
  const { units = [] } = useUnits();
  const titles = new Map(units.map(({ name, title }) => [name, title]));
  return (
    <table className={styles.table} aria-label={t('scorecards.list.title', 'Scorecards')}>
      <thead>
        <tr>
          <th scope="col">{t('scorecards.list.scorecard', 'Scorecard')}</th>
          <th scope="col">{t('scorecards.list.unit', 'Unit')}</th>
          <th scope="col">{t('scorecards.list.period', 'Period')}</th>
          <th scope="col" className={styles.number}>
            {t('scorecards.score', 'Score')}
          </th>
          <th scope="col">{t('scorecards.list.status', 'Status')}</th>
          <th scope="col">{t('scorecards.list.trend', 'Trend')}</th>
          <th scope="col">{t('scorecards.list.history', 'History')}</th>
          <th scope="col">{t('scorecards.list.perspectives', 'Perspectives')}</th>
          <th scope="col">{t('scorecards.list.owner', 'Owner')}</th>
        </tr>
      </thead>
      <tbody>
        {scorecards.map((scorecard) => (
          <ScorecardRow
            key={scorecard.metadata.name}
            scorecard={scorecard}
            unit={titles.get(scorecard.spec.unit) ?? scorecard.spec.unit}
          />
        ))}
      </tbody>
    </table>
  );
}

function ScorecardRow({ scorecard: { metadata, spec }, unit }: { scorecard: Scorecard; unit: string }) {
  const styles = useStyles2(getStyles);
  const { data: view, error } = useQuery(viewQuery(metadata.name, { period: LAST_ENDED, sparkline: HISTORY }));
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <AppLink to={scorecardUrl(metadata.name)}>{spec.title}</AppLink>
      </th>
      <td>{unit}</td>
      {view ? (
        <ScoreCells view={view} />
      ) : (
        <td colSpan={6} className={styles.pending}>
          {error ? error.message : t('scorecards.list.loading', 'Loading…')}
        </td>
      )}
      <td>{spec.owner ?? ABSENT}</td>
    </tr>
  );
}

function ScoreCells({ view: { node, scheme, period } }: { view: View }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <td>{formatPeriod(period.id)}</td>
      <td className={styles.number}>{formatScore(node.score)}</td>
      <td>
        <StatusMark status={node.status} scheme={scheme} reason={node.reason} override={node.override} />{' '}
        <Coverage node={node} />
      </td>
      <td>
        <TrendMark trend={node.trend} />
      </td>
      <td>
        <Sparkline points={scoreHistory(node)} label={t('scorecards.score', 'Score')} format={formatScore} />
      </td>
      <td>
        <ul className={styles.perspectives}>
          {node.children.map(({ ref, title, status, override, reason }) => (
            <li key={ref.name}>
              <span>{title}</span>{' '}
              <StatusMark status={status} scheme={scheme} override={override} reason={reason} compact />
            </li>
          ))}
        </ul>
      </td>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    'td, th': {
      padding: theme.spacing(0.75, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
      verticalAlign: 'middle',
    },
  }),
  name: css({ fontWeight: theme.typography.fontWeightMedium }),
  number: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums' }),
  pending: css({ color: theme.colors.text.secondary }),
  perspectives: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
