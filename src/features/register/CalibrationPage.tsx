import { PluginPage } from '@grafana/runtime';
import { Stack } from '@grafana/ui';
import { useParams } from 'react-router-dom';
import { useCalibration } from '../../api/followUp';
import { useResource } from '../../api/resources';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { CommitteeCalibrationView } from './components/CommitteeCalibrationView';
import { TrialsTable } from './components/TrialsTable';

/** How well the committees of a charter foresee what their decisions do. */
export function CalibrationPage() {
  const { charter = '' } = useParams();
  const { data, error, refetch } = useCalibration(charter);
  const title = useResource('GovernanceCharter', charter).data?.spec.title ?? charter;
  return (
    <PluginPage
      pageNav={{ text: t('register.calibration.title', 'Decisions on trial') }}
      subTitle={t('register.calibration.subtitle', '{{charter}}: what was expected, and what came of it', {
        charter: title,
      })}
    >
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageSkeleton />}
      {data && data.decisions.length === 0 && (
        <EmptyState title={t('register.calibration.empty', 'No decision is on trial yet')}>
          {t(
            'register.calibration.empty-text',
            'Write into a decision which KPI it is expected to move, which way, by when and how likely. When the time has come, the values tell.'
          )}
        </EmptyState>
      )}
      {data && data.decisions.length > 0 && (
        <Stack direction="column" gap={3}>
          {data.committees.map((committee) => (
            <CommitteeCalibrationView key={committee.committee} committee={committee} />
          ))}
          <TrialsTable calibration={data} />
        </Stack>
      )}
    </PluginPage>
  );
}
