import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Tab, TabContent, TabsBar, useStyles2 } from '@grafana/ui';
import { lazy, Suspense, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useLineage, useSeries } from '../../api/measurement';
import { useResource } from '../../api/resources';
import { type Scheme, type Series } from '../../api/types';
import { ErrorState } from '../../components/ErrorState';
import { FollowUpList } from '../../components/followup/FollowUpList';
import { type Place } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { frequencyOf } from '../../components/period';
import { UnitPicker, useUnits } from '../../components/UnitPicker';
import { largestTop } from '../../components/units';
import { t } from '../../i18n';
import { DefinitionCard } from './components/DefinitionCard';
import { ExplainView } from './components/ExplainView';
import { KpiActions } from './components/KpiActions';
import { KpiExplanation } from './components/KpiExplanation';
import { KpiHeader } from './components/KpiHeader';
import { KpiSentence } from './components/KpiSentence';
import { LineageView } from './components/LineageView';
import { ObservationsTable } from './components/ObservationsTable';
import { PeriodsTable } from './components/PeriodsTable';
import { type Kpi } from './model/catalogue';
import { shownPoint } from './model/history';
import { type KpiState, type KpiTab, kpiTabs, writeState } from './model/kpiState';
import { DEFAULT_SCHEME } from './model/scheme';
import { formatOf } from './useFormats';
import { useKpiState } from './useKpiState';

const KpiChart = lazy(() => import(/* webpackChunkName: 'kpi-chart' */ './components/KpiChart'));

/** One KPI: how it is doing, over time, why, on which data, and what it means. The URL holds everything that it shows. */
export function KpiPage() {
  const { name = '' } = useParams();
  const [state, update] = useKpiState();
  const kpi = useResource('Kpi', name, state.asOf);
  const scorecard = useResource('Scorecard', state.scorecard);
  const { unit, known } = useShownUnit(kpi.data, state);
  const series = useSeries(
    name,
    {
      unit,
      from: state.from,
      to: state.to ?? state.period,
      frequency: frequencyOf(state.period ?? '') ?? state.frequency,
      scorecard: state.scorecard,
      asOf: state.asOf,
      now: state.now,
    },
    known
  );
  const error = kpi.error ?? (series.data ? null : series.error);

  return (
    <PluginPage pageNav={{ text: kpi.data?.spec.title ?? name }} actions={kpi.data && <KpiActions kpi={kpi.data} />}>
      {error && (
        <>
          {kpi.data && <UnitPicker unit={state.unit ?? ''} onChange={(unit) => update({ unit })} />}
          <ErrorState
            error={error}
            onRetry={() => {
              kpi.refetch();
              series.refetch();
            }}
          />
        </>
      )}
      {!error && !(kpi.data && series.data) && <PageSkeleton rows={14} />}
      {kpi.data && series.data && !error && (
        <Measured
          kpi={kpi.data}
          series={series.data}
          scheme={scorecard.data?.spec.scheme ?? DEFAULT_SCHEME}
          fetching={series.isFetching}
          state={state}
          update={update}
        />
      )}
    </PluginPage>
  );
}

/**
 * The unit to show: the address's, or that of its scorecard, or the KPI's only one, which the server finds by itself. Where the
 * organisation has several trees of units, the top of the largest. `known` is false while that can't be told.
 */
function useShownUnit(kpi: Kpi | undefined, { unit, scorecard }: KpiState): { unit?: string; known: boolean } {
  const { units, error } = useUnits();
  if (unit !== undefined || scorecard !== undefined || kpi?.spec.units?.length === 1 || error) {
    return { unit, known: true };
  }
  return { unit: units && largestTop(units), known: units !== undefined && kpi !== undefined };
}

interface Props {
  kpi: Kpi;
  series: Series;
  scheme: Scheme;
  fetching: boolean;
  state: KpiState;
  update: (change: Partial<KpiState>) => void;
}

function Measured({ kpi, series, scheme, fetching, state, update }: Props) {
  const styles = useStyles2(getStyles);
  const { metadata, spec } = kpi;
  const { points } = series;
  const shown = shownPoint(points, state.period);
  const format = useMemo(() => formatOf(spec), [spec]);
  const [params] = useSearchParams();
  const { data: lineage } = useLineage(metadata.name);
  const at = useMemo(
    (): Place => ({
      unit: series.unit,
      period: shown?.period,
      scorecard: state.scorecard,
      asOf: state.asOf,
      now: state.now,
    }),
    [series.unit, shown?.period, state.scorecard, state.asOf, state.now]
  );
  if (!shown) {
    return null;
  }
  const searchOf = (change: Partial<KpiState>) => writeState({ ...state, ...change }, params).toString();
  return (
    <div className={styles.page} aria-busy={fetching}>
      <KpiHeader spec={spec} series={series} shown={shown} state={state} update={update} />
      <KpiSentence
        title={spec.title}
        points={points.slice(0, points.indexOf(shown) + 1)}
        point={shown}
        scheme={scheme}
        format={format}
      />
      <KpiExplanation kpi={metadata.name} title={spec.title} unit={series.unit} point={shown} scheme={scheme} />
      <div className={styles.columns}>
        <Suspense fallback={<PageSkeleton rows={10} />}>
          <KpiChart title={spec.title} points={points} scheme={scheme} unit={spec.unitOfMeasure?.unit} />
        </Suspense>
        <DefinitionCard kpi={kpi} lineage={lineage} />
      </div>
      <TabsBar>
        {kpiTabs.map((tab) => (
          <Tab
            key={tab}
            label={tabLabel(tab)}
            active={tab === state.tab}
            href={`?${searchOf({ tab })}`}
            onChangeTab={(event) => {
              event.preventDefault();
              update({ tab });
            }}
          />
        ))}
      </TabsBar>
      <TabContent>
        {state.tab === 'periods' && (
          <PeriodsTable
            points={points}
            shown={shown.period}
            scheme={scheme}
            format={format}
            searchOf={(period) => searchOf({ period, from: points[0].period, to: points[points.length - 1].period })}
          />
        )}
        {state.tab === 'why' && <ExplainView kpi={metadata.name} at={at} />}
        {state.tab === 'provenance' && (
          <ObservationsTable kpi={metadata.name} at={at} period={shown.carried ?? shown.period} format={format} />
        )}
        {state.tab === 'followup' && <FollowUpList subject={{ kpi: metadata.name }} />}
        {state.tab === 'lineage' && lineage && <LineageView lineage={lineage} at={at} />}
      </TabContent>
    </div>
  );
}

function tabLabel(tab: KpiTab): string {
  switch (tab) {
    case 'periods':
      return t('kpis.tab.periods', 'Periods');
    case 'why':
      return t('kpis.tab.why', 'Why this value?');
    case 'provenance':
      return t('kpis.tab.provenance', 'Recorded values');
    case 'followup':
      return t('kpis.tab.follow-up', 'Decisions and actions');
    case 'lineage':
      return t('kpis.tab.lineage', 'Where it is used');
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(280px, 360px)',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.down('lg')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
});
