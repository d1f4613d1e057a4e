import { PluginPage } from '@grafana/runtime';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { useObservations, useSeries } from '../../api/measurement';
import { useResource } from '../../api/resources';
import { AppLinkButton } from '../../components/AppLink';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { kpiUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { unitTree } from '../../components/units';
import { useUnits } from '../../components/UnitPicker';
import { t } from '../../i18n';
import { SubmissionForm } from './components/SubmissionForm';
import { cellsOf, newestOf, submittedUnits } from './model/submission';

/** Most revisions that are read to show what stands already. */
const REVISIONS = 1000;

/** Values of a KPI that no system holds, reported by people: one row for each unit and period. */
export function SubmitPage() {
  const { name = '' } = useParams();
  const kpi = useResource('Kpi', name);
  const { units } = useUnits();
  const order = useMemo(() => unitTree(units ?? []).map((unit) => unit.name), [units]);
  const mine = useMemo(() => (kpi.data && units ? submittedUnits(kpi.data.spec, order) : []), [kpi.data, units, order]);
  const series = useSeries(name, { unit: mine[0] }, mine.length > 0);
  const periods = useMemo(() => series.data?.points.map(({ period }) => period) ?? [], [series.data]);
  const known = useObservations(
    name,
    { from: periods[0], to: periods[periods.length - 1], limit: REVISIONS },
    periods.length > 0
  );
  const error = kpi.error ?? series.error ?? known.error;
  const title = kpi.data?.spec.title ?? name;

  return (
    <PluginPage
      pageNav={{
        text: t('kpis.submit.title', 'Submit values: {{title}}', { title }),
        parentItem: { text: title, url: kpiUrl(name) },
      }}
    >
      {error && (
        <ErrorState error={error} onRetry={() => Promise.all([kpi.refetch(), series.refetch(), known.refetch()])} />
      )}
      {kpi.data && kpi.data.spec.source?.type !== 'manual' && (
        <EmptyState
          title={t('kpis.submit.not-manual', 'Nobody needs to submit this KPI')}
          action={<AppLinkButton to={kpiUrl(name)}>{t('kpis.submit.back', 'Back to the KPI')}</AppLinkButton>}
        >
          {t('kpis.submit.not-manual-text', 'Its values are collected or calculated.')}
        </EmptyState>
      )}
      {kpi.data?.spec.source?.type === 'manual' &&
        (known.data ? (
          <SubmissionForm
            kpi={kpi.data}
            cells={cellsOf(mine, periods)}
            periods={periods.toReversed()}
            known={newestOf(known.data.items)}
          />
        ) : (
          !error && <PageSkeleton />
        ))}
    </PluginPage>
  );
}
