import { PluginPage } from '@grafana/runtime';
import { Button, Pagination, Stack } from '@grafana/ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useMay, useResources } from '../../api/resources';
import { AppLink, AppLinkButton } from '../../components/AppLink';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { appUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { CatalogueFilters } from './components/CatalogueFilters';
import { CatalogueTable } from './components/CatalogueTable';
import { type CatalogueFilter, catalogueOf, filterCatalogue, pageOf, readFilter, writeFilter } from './model/catalogue';

/** All KPIs that the caller may see: what each measures, who answers for it, where it comes from and what it lacks. */
export function KpisPage() {
  const kpis = useResources('Kpi');
  const { data: datasets } = useResources('Dataset');
  const { data: objectives } = useResources('Objective');
  const mayWrite = useMay('Kpi', 'write');
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const entries = useMemo(
    () => catalogueOf(kpis.data ?? [], datasets ?? [], objectives ?? []),
    [kpis.data, datasets, objectives]
  );
  const found = filterCatalogue(entries, filter);
  const shown = pageOf(found, filter.page);
  const update = (change: Partial<CatalogueFilter>) =>
    setParams(writeFilter({ ...filter, page: 1, ...change }), { replace: 'q' in change });

  return (
    <PluginPage
      pageNav={{ text: t('kpis.list.title', 'KPIs'), url: appUrl('kpis') }}
      actions={
        mayWrite && (
          <AppLinkButton to={appUrl('kpis/new')} icon="plus">
            {t('kpis.list.new', 'New KPI')}
          </AppLinkButton>
        )
      }
    >
      {kpis.error && !kpis.data && <ErrorState error={kpis.error} onRetry={kpis.refetch} />}
      {kpis.isPending && <PageSkeleton />}
      {kpis.data?.length === 0 && <NoKpis mayWrite={mayWrite} />}
      {entries.length > 0 && (
        <Stack direction="column" gap={2}>
          <CatalogueFilters entries={entries} filter={filter} onChange={update} />
          <span role="status">
            {t('kpis.list.count', '{{shown}} of {{all}} KPIs', { shown: found.length, all: entries.length })}
          </span>
          {found.length > 0 ? (
            <>
              <CatalogueTable entries={shown.entries} />
              <Pagination
                hideWhenSinglePage
                currentPage={shown.page}
                numberOfPages={shown.pages}
                onNavigate={(page) => update({ page })}
              />
            </>
          ) : (
            <EmptyState
              title={t('kpis.list.no-match', 'No KPI matches')}
              action={
                <Button variant="secondary" onClick={() => setParams({})}>
                  {t('kpis.list.clear', 'Show all KPIs')}
                </Button>
              }
            />
          )}
        </Stack>
      )}
    </PluginPage>
  );
}

function NoKpis({ mayWrite }: { mayWrite: boolean }) {
  return (
    <EmptyState
      title={t('kpis.list.empty', 'There is no KPI yet')}
      action={
        mayWrite && (
          <AppLinkButton to={appUrl('kpis/new')} icon="plus">
            {t('kpis.list.first', 'Define the first KPI')}
          </AppLinkButton>
        )
      }
    >
      <p>
        {t(
          'kpis.list.empty-text',
          'The catalogue holds every measure: what it means, who answers for it, and the query, submission or formula that its values come from.'
        )}
      </p>
      <AppLink to={appUrl('scorecards')}>
        {t('kpis.list.example', 'The scorecards page offers a demo organisation as an example.')}
      </AppLink>
    </EmptyState>
  );
}
