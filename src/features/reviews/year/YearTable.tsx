import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import { type Occurrence } from '../../../api/cadence';
import { ABSENT, formatDay, formatInstant } from '../../../components/format';
import { formatPeriod } from '../../../components/period';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { classLabel } from '../model/classes';
import { StateShape } from './StateShape';
import { keyOf } from './urlState';
import { conflictLabel, stateLabel } from './words';

interface Props {
  occurrences: Occurrence[];
  onSelect: (occurrence: Occurrence) => void;
}

/** The same year as a table. */
export function YearTable({ occurrences, onSelect }: Props) {
  const styles = useStyles2(tableStyles);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('reviews.year.table', 'Reviews of the year')}>
        <thead>
          <tr>
            <th scope="col">{t('reviews.column.start', 'Begins')}</th>
            <th scope="col">{t('reviews.column.review', 'Review')}</th>
            <th scope="col">{t('reviews.column.tier', 'Tier')}</th>
            <th scope="col">{t('reviews.column.committee', 'Committee')}</th>
            <th scope="col">{t('reviews.column.period', 'Period')}</th>
            <th scope="col">{t('reviews.column.close', 'Data close')}</th>
            <th scope="col">{t('reviews.column.state', 'State')}</th>
            <th scope="col">{t('reviews.column.conflicts', 'Conflicts')}</th>
          </tr>
        </thead>
        <tbody>
          {occurrences.map((one) => (
            <tr key={keyOf(one) + (one.review ?? '')}>
              <th scope="row" className={styles.narrow}>
                <button type="button" className={linkLike} onClick={() => onSelect(one)}>
                  {formatInstant(one.start)}
                </button>
              </th>
              <td>{one.title}</td>
              <td>{classLabel(one.tier)}</td>
              <td>{one.committeeTitle ?? ABSENT}</td>
              <td className={styles.narrow}>{one.period ? formatPeriod(one.period) : ABSENT}</td>
              <td className={styles.narrow}>{one.dataClose ? formatDay(one.dataClose) : ABSENT}</td>
              <td className={styles.narrow}>
                <StateShape state={one.state} /> {stateLabel(one.state)}
              </td>
              <td>{one.conflicts.map(({ code }) => conflictLabel(code)).join(', ') || ABSENT}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const linkLike = css({
  padding: 0,
  border: 'none',
  background: 'none',
  textDecoration: 'underline',
  fontWeight: 'inherit',
});
