import { RadioButtonGroup } from '@grafana/ui';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { viewQuery } from '../../../api/measurement';
import { type View } from '../../../api/types';
import { EmptyState } from '../../../components/EmptyState';
import { formatPeriod, formatPeriodShort } from '../../../components/period';
import { useUnits } from '../../../components/UnitPicker';
import { t } from '../../../i18n';
import { byPeriod, byUnit, periodsOf } from '../heatmap';
import { type Place, placesOf } from '../tree';
import { heatAxes, type HeatAxis, type UrlState } from '../urlState';
import { type Update } from '../useUrlState';
import { type HeatColumn, HeatTable } from './HeatTable';

interface Props {
  view: View;
  places: Place[];
  state: UrlState;
  update: Update;
}

/** Scores of all KPIs at a glance, over the last periods or over the units below the shown one. */
export function HeatMapView(props: Props) {
  const { state, update } = props;
  return (
    <>
      <RadioButtonGroup<HeatAxis>
        aria-label={t('scorecards.heatmap.columns', 'Columns')}
        value={state.heat}
        options={heatAxes.map((value) => ({ value, label: axisLabel(value) }))}
        onChange={(heat) => update({ heat })}
      />
      {state.heat === 'period' ? <PeriodHeatMap {...props} /> : <UnitHeatMap {...props} />}
    </>
  );
}

function axisLabel(axis: HeatAxis): string {
  return axis === 'unit'
    ? t('scorecards.heatmap.by-unit', 'KPI × unit')
    : t('scorecards.heatmap.by-period', 'KPI × period');
}

function PeriodHeatMap({ view, places, update }: Props) {
  const periods = periodsOf(view.node);
  const columns = periods.map((period): HeatColumn => ({
    key: period,
    title: formatPeriodShort(period),
    name: formatPeriod(period),
  }));
  return (
    <HeatTable
      label={t('scorecards.heatmap.period-label', 'Scores of KPIs by period')}
      columns={columns}
      groups={byPeriod(places, periods, view.scheme)}
      scheme={view.scheme}
      onCell={(row, period) => update({ tab: 'detail', period, row })}
    />
  );
}

const dataOf = (results: Array<{ data?: View }>) => results.map(({ data }) => data);

function UnitHeatMap({ view, places, state, update }: Props) {
  const { units = [] } = useUnits();
  const children = units.filter(({ parent }) => parent === view.unit).sort((a, b) => a.title.localeCompare(b.title));
  const { asOf, now } = state;
  const views = useQueries({
    queries: children.map(({ name }) => viewQuery(view.scorecard, { period: view.period.id, unit: name, asOf, now })),
    combine: dataOf,
  });
  const trees = useMemo(() => views.map((data) => data && placesOf(data.node)), [views]);
  if (children.length === 0) {
    return (
      <EmptyState title={t('scorecards.heatmap.no-units', 'There are no units below this one')}>
        {t('scorecards.heatmap.no-units-text', 'Choose a unit further up, or look at the KPIs by period.')}
      </EmptyState>
    );
  }
  return (
    <HeatTable
      label={t('scorecards.heatmap.unit-label', 'Scores of KPIs by unit')}
      columns={children.map(({ name, title }): HeatColumn => ({ key: name, title, name: title }))}
      groups={byUnit(places, trees)}
      scheme={view.scheme}
      onCell={(row, unit) => update({ tab: 'detail', unit, row })}
    />
  );
}
