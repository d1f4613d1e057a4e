import { type DataQuery, locationUtil } from '@grafana/data';

export interface ExploreTarget {
  datasource: { uid: string; type?: string };
  query: Record<string, unknown>;
  /** The period, a half-open interval of ISO instants. */
  start: string;
  end: string;
}

/** Address of Grafana's Explore with a KPI's query over one period: the rows behind a value. */
export function exploreUrl({ datasource, query, start, end }: ExploreTarget): string {
  const { refId = 'A', ...model } = query as Partial<DataQuery>;
  const pane = {
    datasource: datasource.uid,
    queries: [{ ...model, refId, datasource: model.datasource ?? datasource }],
    // Macros include both ends, so the last millisecond of the period is the last that is asked for.
    range: { from: String(Date.parse(start)), to: String(Date.parse(end) - 1) },
  };
  const params = new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify({ kpi: pane }) });
  return locationUtil.assureBaseUrl(`/explore?${params}`);
}
