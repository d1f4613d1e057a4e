import { useStyles2 } from '@grafana/ui';
import { type Intensity } from '../../../api/intensity';
import { ABSENT, formatPercent } from '../../../components/format';
import { formatPeriod } from '../../../components/period';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { moodOfShift, moodOfVolatility } from '../model/intensity';
import { times } from './DriversTable';
import { MoodMark } from './Gauge';

/** Both readings over the judged periods, the newest first: a step up needs two lively ones in a row, a step down four calm ones. */
export function CourseTable({ history }: { history: Intensity['history'] }) {
  const styles = useStyles2(tableStyles);
  return (
    <details>
      <summary>
        {t('reviews.course', '', {
          count: history.length,
          defaultValue_one: 'Reading of the last {{count}} period',
          defaultValue_other: 'Readings of the last {{count}} periods',
        })}
      </summary>
      <table className={styles.table} aria-label={t('reviews.course.label', 'Readings over time')}>
        <thead>
          <tr>
            <th scope="col">{t('reviews.course.period', 'Period')}</th>
            <th scope="col" className={styles.number}>
              {t('reviews.course.volatility', 'Variation')}
            </th>
            <th scope="col">{t('reviews.course.says', 'Says')}</th>
            <th scope="col" className={styles.number}>
              {t('reviews.course.shift', 'Outside limits')}
            </th>
            <th scope="col">{t('reviews.course.says', 'Says')}</th>
          </tr>
        </thead>
        <tbody>
          {history.toReversed().map(({ period, volatility, shiftShare }) => (
            <tr key={period}>
              <th scope="row">{formatPeriod(period)}</th>
              <td className={styles.number}>{volatility === null ? ABSENT : times(volatility)}</td>
              <td>
                <MoodMark mood={moodOfVolatility(volatility)} />
              </td>
              <td className={styles.number}>{shiftShare === null ? ABSENT : formatPercent(shiftShare)}</td>
              <td>
                <MoodMark mood={moodOfShift(shiftShare)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
