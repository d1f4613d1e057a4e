import { type PanelDataErrorViewProps } from '@grafana/runtime';

/** What a panel shows when the data isn't of the kind that it needs. */
export function PanelDataErrorView({ message, data }: PanelDataErrorViewProps) {
  const reason = message ?? (data.series.length === 0 ? 'No data' : 'The data does not fit this visualization');
  return <div role="status">{reason}</div>;
}
