import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import { type Scheme, type SeriesPoint } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { formatScore } from '../../../components/format';
import { formatPeriod } from '../../../components/period';
import { reasonText } from '../../../components/reasonText';
import { StateMark, stateText } from '../../../components/StateMark';
import { StatusMark } from '../../../components/StatusMark';
import { t } from '../../../i18n';
import { type Format } from '../useFormats';
import { tableStyles } from '../../../components/tableStyles';

interface Props {
  points: SeriesPoint[];
  /** Id of the period that the page is about. */
  shown: string;
  scheme: Scheme;
  format: Format;
  /** Query of the page with another period. */
  searchOf: (period: string) => string;
}

/** The chart as a table, newest period first. */
export function PeriodsTable({ points, shown, scheme, format, searchOf }: Props) {
  const styles = useStyles2(tableStyles);
  const hasStretch = points.some(({ stretch }) => stretch !== null);
  const hasReason = points.some(({ reason }) => reason);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('kpis.periods.label', 'Periods')}>
        <thead>
          <tr>
            <th scope="col">{t('kpis.periods.period', 'Period')}</th>
            <th scope="col" className={styles.number}>
              {t('kpis.periods.value', 'Value')}
            </th>
            <th scope="col" className={styles.number}>
              {t('kpis.periods.target', 'Target')}
            </th>
            {hasStretch && (
              <th scope="col" className={styles.number}>
                {t('kpis.periods.stretch', 'Stretch')}
              </th>
            )}
            <th scope="col" className={styles.number}>
              {t('kpis.periods.score', 'Score')}
            </th>
            <th scope="col">{t('kpis.periods.status', 'Status')}</th>
            <th scope="col">{t('kpis.periods.state', 'State')}</th>
            {hasReason && <th scope="col">{t('kpis.periods.reason', 'Why there is no score')}</th>}
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.period} aria-current={point.period === shown || undefined} className={current}>
              <th scope="row">
                <AppLink to={`?${searchOf(point.period)}`}>{formatPeriod(point.period)}</AppLink>
              </th>
              <td className={styles.number}>{format(point.value)}</td>
              <td className={styles.number}>{format(point.target)}</td>
              {hasStretch && <td className={styles.number}>{format(point.stretch)}</td>}
              <td className={styles.number}>{formatScore(point.score)}</td>
              <td>
                <StatusMark status={point.status} scheme={scheme} />
              </td>
              <td>
                <StateMark state={point.state} carried={point.carried} closesAt={point.closesAt} tabIndex={-1} />{' '}
                {point.carried ? formatPeriod(point.carried) : stateText(point.state, point.closesAt)}
              </td>
              {hasReason && <td className={styles.muted}>{point.reason && reasonText(point.reason)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const current = css({ '&[aria-current]': { boxShadow: 'inset 3px 0 currentColor' } });
