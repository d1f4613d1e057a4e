import { useStyles2 } from '@grafana/ui';
import { type Discipline } from '../../../api/meetings';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { classLabel } from '../model/classes';
import { minutesText } from './disciplineFigures';
import { PlannedActual } from './PlannedActual';

/** Planned against actual minutes of every item, and of what was talked about off the agenda. */
export function MinutesTable({ discipline }: { discipline: Discipline }) {
  const styles = useStyles2(tableStyles);
  const rows = [
    ...discipline.minutes.map(({ item, class: itemClass, planned, actual }) => ({
      title: discipline.titles[item] ?? item,
      itemClass,
      planned,
      actual,
    })),
    ...discipline.offAgenda.map(({ title, class: itemClass, minutes }) => ({
      title: t('reviews.discipline.off-agenda', '{{title}} (off the agenda)', { title }),
      itemClass,
      planned: 0,
      actual: minutes,
    })),
  ];
  const longest = Math.max(1, ...rows.flatMap(({ planned, actual }) => [planned, actual]));
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('reviews.discipline.table', 'Planned and actual minutes')}>
        <thead>
          <tr>
            <th scope="col">{t('reviews.discipline.item', 'Item')}</th>
            <th scope="col">{t('reviews.discipline.class', 'Class')}</th>
            <th scope="col" className={styles.number}>
              {t('reviews.discipline.planned', 'Planned')}
            </th>
            <th scope="col" className={styles.number}>
              {t('reviews.discipline.actual', 'Actual')}
            </th>
            <td aria-hidden />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, itemClass, planned, actual }, index) => (
            <tr key={index}>
              <th scope="row">{title}</th>
              <td>{classLabel(itemClass)}</td>
              <td className={styles.number}>{minutesText(planned)}</td>
              <td className={styles.number}>{minutesText(actual)}</td>
              <td aria-hidden>
                <PlannedActual planned={planned} actual={actual} longest={longest} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
