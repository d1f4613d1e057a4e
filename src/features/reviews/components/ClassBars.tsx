import { useStyles2 } from '@grafana/ui';
import { type Discipline } from '../../../api/meetings';
import { AppLink } from '../../../components/AppLink';
import { formatDay, numberFormat } from '../../../components/format';
import { reviewUrl } from '../../../components/links';
import { reasonText } from '../../../components/reasonText';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { classLabel, itemClasses } from '../model/classes';
import { classTimes } from '../model/classMinutes';
import { PlannedActual } from './PlannedActual';

/** Planned against actual minutes per class of items, one row per meeting, newest first: the picture with its numbers. */
export function ClassBars({ meetings }: { meetings: Discipline[] }) {
  const styles = useStyles2(tableStyles);
  const rows = [...meetings].reverse().map((meeting) => ({ meeting, times: classTimes(meeting) }));
  const longest = Math.max(
    1,
    ...rows.flatMap(({ times }) => times.flatMap(({ planned, actual }) => [planned, actual]))
  );
  const label = t('reviews.series.classes', 'Where the time went: planned and actual minutes');
  return (
    <section aria-label={label}>
      <h2>{label}</h2>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t('reviews.series.meeting', 'Meeting')}</th>
              {itemClasses.map((itemClass) => (
                <th key={itemClass} scope="col">
                  {classLabel(itemClass)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ meeting, times }) => (
              <tr key={meeting.review}>
                <th scope="row">
                  <AppLink to={reviewUrl(meeting.review)}>{formatDay(meeting.start)}</AppLink>
                </th>
                {meeting.reasons.adherence ? (
                  <td colSpan={times.length} className={styles.muted}>
                    {reasonText(meeting.reasons.adherence)}
                  </td>
                ) : (
                  times.map(({ class: itemClass, planned, actual }) => (
                    <td key={itemClass}>
                      <PlannedActual planned={planned} actual={actual} longest={longest} />
                      {t('reviews.series.planned-actual', '{{planned}} planned, {{actual}} spent', {
                        planned: rounded(planned),
                        actual: rounded(actual),
                      })}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const rounded = (minutes: number) => numberFormat({ maximumFractionDigits: 1 }).format(minutes);
