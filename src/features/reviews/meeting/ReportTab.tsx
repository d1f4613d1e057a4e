import { Stack } from '@grafana/ui';
import { type Snapshot, useReport } from '../../../api/reports';
import { useMay } from '../../../api/resources';
import { type ResourceOf, type ReviewSeriesSpec, type ReviewSpec } from '../../../api/types';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { t } from '../../../i18n';
import { BeforeFreeze } from './BeforeFreeze';
import { FrozenReport } from './FrozenReport';
import { UnitChoice } from './UnitChoice';

interface Props {
  review: ResourceOf<ReviewSpec>;
  series: ReviewSeriesSpec;
  snapshot: Snapshot | null;
  unit: string | undefined;
  onUnit: (unit: string | undefined) => void;
}

/** The pre-read: the frozen report of a unit, or what freezing would keep. */
export function ReportTab({ review, series, snapshot, unit, onUnit }: Props) {
  const mayFreeze = useMay('Review', 'write');
  if (snapshot) {
    return <Frozen snapshot={snapshot} unit={unit} onUnit={onUnit} />;
  }
  if (review.spec.cancelled) {
    return <EmptyState title={t('reviews.report.cancelled', 'A cancelled review has no report')} />;
  }
  if (!mayFreeze) {
    return (
      <EmptyState title={t('reviews.report.none', 'The report is not frozen yet')}>
        {t(
          'reviews.report.none-text',
          'The pre-read of every unit stands here once an editor, or the schedule, has frozen it.'
        )}
      </EmptyState>
    );
  }
  return <BeforeFreeze review={review.metadata.name} series={series} unit={unit} onUnit={onUnit} />;
}

function Frozen({ snapshot, unit, onUnit }: Pick<Props, 'unit' | 'onUnit'> & { snapshot: Snapshot }) {
  const shown = unit && snapshot.units.includes(unit) ? unit : snapshot.units[0];
  const { data, error, refetch } = useReport(snapshot.review, shown);
  return (
    <Stack direction="column" gap={2}>
      <UnitChoice units={snapshot.units} unit={shown} onUnit={onUnit} />
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageSkeleton rows={10} />}
      {data && <FrozenReport report={data} snapshot={snapshot} />}
    </Stack>
  );
}
