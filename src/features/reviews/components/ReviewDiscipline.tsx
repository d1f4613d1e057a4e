import { useStyles2 } from '@grafana/ui';
import { useDiscipline } from '../../../api/meetings';
import { type Clock } from '../../../api/measurement';
import { ErrorState } from '../../../components/ErrorState';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { classLabel } from '../model/classes';
import { Figures } from './Figures';
import { disciplineFigures, minutesText } from './disciplineFigures';
import { PlannedActual } from './PlannedActual';

interface Props {
  /** Name of the review. */
  review: string;
  clock?: Clock;
}

/** How a meeting kept to its plan: the figures, and planned against actual minutes of everything that was talked about. */
export function ReviewDiscipline({ review, clock }: Props) {
  const styles = useStyles2(tableStyles);
  const { data, error, refetch } = useDiscipline(review, clock);
  if (error) {
    return <ErrorState error={error} onRetry={refetch} />;
  }
  if (!data) {
    return <PageSkeleton rows={3} />;
  }
  const quorum = data.quorum;
  const figures = [
    ...disciplineFigures(data),
    {
      label: t('reviews.discipline.quorum', 'Quorum'),
      value:
        quorum.required === null
          ? null
          : t('reviews.discipline.of-quorum', '{{present}} of {{required}}', {
              present: quorum.present,
              required: quorum.required,
            }),
      note: quorumNote(quorum),
    },
  ];
  const rows = [
    ...data.minutes.map(({ item, class: itemClass, planned, actual }) => ({ title: item, itemClass, planned, actual })),
    ...data.offAgenda.map(({ title, class: itemClass, minutes }) => ({
      title: t('reviews.discipline.off-agenda', '{{title}} (off the agenda)', { title }),
      itemClass,
      planned: 0,
      actual: minutes,
    })),
  ];
  const longest = Math.max(1, ...rows.flatMap(({ planned, actual }) => [planned, actual]));
  return (
    <section aria-label={t('reviews.discipline.title', 'Discipline')}>
      <Figures figures={figures} />
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
              <th scope="col" aria-hidden />
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
    </section>
  );
}

function quorumNote({ required, met }: { required: number | null; met: boolean | null }): string {
  if (required === null) {
    return t('reviews.discipline.no-quorum', 'None is set.');
  }
  if (met === null) {
    return t('reviews.discipline.quorum-unknown', 'Nobody noted who was there.');
  }
  return met ? t('reviews.discipline.quorum-met', 'Met') : t('reviews.discipline.quorum-missed', 'Not met');
}
