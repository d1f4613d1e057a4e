import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { useResources } from '../../api/resources';
import { ErrorState } from '../../components/ErrorState';
import { PageSkeleton } from '../../components/PageSkeleton';

export function ScorecardsPage() {
  const { data, error, refetch } = useResources('Scorecard');
  return (
    <PluginPage pageNav={{ text: t('scorecards.list.title', 'Scorecards') }}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageSkeleton />}
      <ul>
        {data?.map(({ metadata, spec }) => (
          <li key={metadata.name}>{spec.title}</li>
        ))}
      </ul>
    </PluginPage>
  );
}
