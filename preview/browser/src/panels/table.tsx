import { cacheFieldDisplayNames, PanelPlugin, type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { TableCellHeight } from '@grafana/schema';
import { TableNG } from '@grafana/ui/unstable';

interface Options {
  cellHeight?: TableCellHeight;
  showHeader?: boolean;
}

function TablePanel({ id, data, options, fieldConfig, width, height, timeRange, title }: PanelProps<Options>) {
  const frame = data.series[0];
  if (!frame || frame.fields.length === 0) {
    return <PanelDataErrorView panelId={id} data={data} fieldConfig={fieldConfig} />;
  }
  cacheFieldDisplayNames(data.series);
  return (
    <TableNG
      ariaLabel={title}
      data={frame}
      width={width}
      height={height}
      noHeader={options.showHeader === false}
      cellHeight={options.cellHeight ?? TableCellHeight.Sm}
      structureRev={data.structureRev}
      timeRange={timeRange}
      fieldConfig={fieldConfig}
    />
  );
}

/** How a column is shown unless the panel says otherwise. */
const columns = {
  align: 'auto',
  cellOptions: { type: 'auto' },
  inspect: false,
  filterable: undefined,
  width: undefined,
  minWidth: undefined,
};

export const tablePlugin = new PanelPlugin<Options>(TablePanel).useFieldConfig({
  useCustomConfig: (builder) => {
    Object.entries(columns).forEach(([path, defaultValue]) =>
      builder.addCustomEditor({
        id: path,
        path,
        name: path,
        defaultValue,
        editor: () => null,
        override: () => null,
        process: (value: unknown) => value,
        shouldApply: () => true,
      } as never)
    );
  },
});
