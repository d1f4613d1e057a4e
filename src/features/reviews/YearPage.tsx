import { PluginPage } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { useResources } from '../../api/resources';
import { type ResourceOf, type ReviewSeriesSpec } from '../../api/types';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { ABSENT } from '../../components/format';
import { PageSkeleton } from '../../components/PageSkeleton';
import { tableStyles } from '../../components/tableStyles';
import { t } from '../../i18n';

/** The reviews that recur, and when. */
export function YearPage() {
  const { data, error, refetch } = useResources('ReviewSeries');
  return (
    <PluginPage pageNav={{ text: t('reviews.year.title', 'Reviews') }}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageSkeleton rows={3} />}
      {data?.length === 0 && (
        <EmptyState title={t('reviews.year.empty', 'No review recurs yet')}>
          {t(
            'reviews.year.empty-text',
            'A series of reviews says which committee looks at which scorecards, how often and with what agenda.'
          )}
        </EmptyState>
      )}
      {data && data.length > 0 && <SeriesTable series={data} />}
    </PluginPage>
  );
}

function SeriesTable({ series }: { series: Array<ResourceOf<ReviewSeriesSpec>> }) {
  const styles = useStyles2(tableStyles);
  return (
    <table className={styles.table} aria-label={t('reviews.year.series', 'Series of reviews')}>
      <thead>
        <tr>
          <th scope="col">{t('reviews.column.series', 'Series')}</th>
          <th scope="col">{t('reviews.column.tier', 'Tier')}</th>
          <th scope="col">{t('reviews.column.committee', 'Committee')}</th>
          <th scope="col">{t('reviews.column.recurrence', 'Recurs')}</th>
        </tr>
      </thead>
      <tbody>
        {series.map(({ metadata, spec }) => (
          <tr key={metadata.name}>
            <th scope="row">{spec.title}</th>
            <td>{spec.tier}</td>
            <td>{spec.committee ?? ABSENT}</td>
            <td>{spec.recurrence.rrule}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
