import { type KpiSpec } from '../../../api/types';
import { type Draft, slugOf } from '../../../components/editor/document';
import { type PanelSource } from './panelSource';

type Source = NonNullable<KpiSpec['source']>;

/**
 * What a new KPI starts from: nothing, or what a dashboard panel reads. `calendar` is the organisation's when it has only
 * one.
 */
export function newKpi(panel?: PanelSource, calendar?: string): Draft {
  const title = panel?.title ?? '';
  return {
    metadata: { name: slugOf(title) },
    spec: {
      title,
      frequency: 'month',
      ...(calendar && { calendar }),
      ...(panel?.dashboard && { dashboards: [panel.dashboard] }),
      ...(panel && { source: panelKpiSource(panel) }),
    },
  };
}

function panelKpiSource({ datasource, query }: PanelSource): Source {
  const mode = query?.format === 'table' ? 'table' : 'series';
  return { type: 'query', ...(datasource && { datasource }), ...(query && { query }), extract: { mode } };
}

/** An empty source of a type. */
export function newSource(type: Source['type']): Source {
  switch (type) {
    case 'query':
      return { type, extract: { mode: 'table' } };
    case 'manual':
      return { type };
    case 'calculated':
      return { type, formula: '' };
  }
}
