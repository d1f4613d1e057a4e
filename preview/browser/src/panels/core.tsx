/**
 * Stand-ins for the panels that are part of Grafana itself and in no npm package: time series, stat and table, drawn
 * with the components of @grafana/ui. They know the common options only.
 */
import { type PanelPlugin } from '@grafana/data';
import { statPlugin } from './stat';
import { tablePlugin } from './table';
import { timeSeriesPlugin } from './timeseries';

export const corePanels: Record<string, PanelPlugin> = {
  stat: statPlugin as unknown as PanelPlugin,
  table: tablePlugin as unknown as PanelPlugin,
  timeseries: timeSeriesPlugin as unknown as PanelPlugin,
};
