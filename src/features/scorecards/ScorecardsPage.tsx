import { PluginPage } from '@grafana/runtime';
import { Input, Stack } from '@grafana/ui';
import { useSearchParams } from 'react-router-dom';
import { useMay, useResources } from '../../api/resources';
import { AppLinkButton } from '../../components/AppLink';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { appUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { FirstRun } from './components/FirstRun';
import { ScorecardTable } from './components/ScorecardTable';
import { matchesSearch } from './search';

/** All scorecards that the caller may see, with how each is doing now. */
export function ScorecardsPage() {
  const { data, error, refetch } = useResources('Scorecard');
  const mayWrite = useMay('Scorecard', 'write');
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const found = data?.filter((scorecard) => matchesSearch(scorecard, search));

  return (
    <PluginPage
      pageNav={{ text: t('scorecards.list.title', 'Scorecards'), url: appUrl('scorecards') }}
      actions={
        mayWrite && (
          <AppLinkButton to={appUrl('scorecards/new')} icon="plus">
            {t('scorecards.list.new', 'New scorecard')}
          </AppLinkButton>
        )
      }
    >
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageSkeleton />}
      {data?.length === 0 && <FirstRun mayWrite={mayWrite} />}
      {found && data && data.length > 0 && (
        <Stack direction="column" gap={2}>
          <Input
            aria-label={t('scorecards.list.search', 'Search scorecards')}
            placeholder={t('scorecards.list.search-placeholder', 'Search by title, unit or owner')}
            width={50}
            value={search}
            onChange={({ currentTarget: { value } }) => setParams(value ? { q: value } : {}, { replace: true })}
          />
          {found.length > 0 ? (
            <ScorecardTable scorecards={found} />
          ) : (
            <EmptyState title={t('scorecards.list.no-match', 'No scorecard matches “{{search}}”', { search })} />
          )}
        </Stack>
      )}
    </PluginPage>
  );
}
