import { type Clock } from '../../../api/measurement';
import { type Discipline, useDiscipline } from '../../../api/meetings';
import { ErrorState } from '../../../components/ErrorState';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { t } from '../../../i18n';
import { disciplineFigures } from './disciplineFigures';
import { type Figure, Figures } from './Figures';
import { MinutesTable } from './MinutesTable';

interface Props {
  /** Name of the review. */
  review: string;
  clock?: Clock;
  /** Leaves out the table, where the minutes stand beside it anyway. */
  figuresOnly?: boolean;
}

/** How a meeting kept to its plan: the figures, and planned against actual minutes of everything that was talked about. */
export function ReviewDiscipline({ review, clock, figuresOnly }: Props) {
  const { data, error, refetch } = useDiscipline(review, clock);
  if (error) {
    return <ErrorState error={error} onRetry={refetch} />;
  }
  if (!data) {
    return <PageSkeleton rows={3} />;
  }
  return (
    <section aria-label={t('reviews.discipline.title', 'Discipline')}>
      <Figures figures={[...disciplineFigures(data), quorumFigure(data.quorum)]} />
      {!figuresOnly && <MinutesTable discipline={data} />}
    </section>
  );
}

function quorumFigure({ required, present, met }: Discipline['quorum']): Figure {
  const label = t('reviews.discipline.quorum', 'Quorum');
  if (required === null) {
    return { label, value: null, note: t('reviews.discipline.no-quorum', 'None is set.') };
  }
  const value = t('reviews.discipline.of-quorum', '{{present}} there, {{required}} needed', { present, required });
  if (met === null) {
    return { label, value, note: t('reviews.discipline.quorum-unknown', 'Nobody noted who was there.') };
  }
  return {
    label,
    value,
    note: met ? t('reviews.discipline.quorum-met', 'Met') : t('reviews.discipline.quorum-missed', 'Not met'),
  };
}
