import { appUrl } from '../../../components/links';

/** What a dashboard panel hands over when it becomes the source of a KPI. */
export interface PanelSource {
  /** Title of the panel. */
  title?: string;
  datasource?: { uid: string; type?: string };
  /** The panel's query as its data source's editor wrote it. */
  query?: Record<string, unknown>;
  /** The dashboard where the panel stands. */
  dashboard?: { title: string; url: string };
}

/** Query parameter that carries a panel, as JSON. */
export const PANEL_PARAMETER = 'panel';

/** Address of the form for a new KPI that reads what a panel reads. Light on imports: the panel menu loads it early. */
export function newKpiUrl(source: PanelSource): string {
  return appUrl('kpis/new', { [PANEL_PARAMETER]: JSON.stringify(source) });
}
