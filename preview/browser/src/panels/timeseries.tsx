import { type DataFrame, FieldType, PanelPlugin, type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import {
  AxisColorMode,
  AxisPlacement,
  GraphDrawStyle,
  type GraphFieldConfig,
  GraphGradientMode,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LineInterpolation,
  ScaleDistribution,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  type VizLegendOptions,
} from '@grafana/schema';
import { TimeSeries, TooltipPlugin } from '@grafana/ui';

interface Options {
  legend: VizLegendOptions;
  tooltip: { mode: TooltipDisplayMode };
}

const legend: VizLegendOptions = {
  displayMode: LegendDisplayMode.List,
  placement: 'bottom',
  showLegend: true,
  calcs: [],
};

/** How a series is drawn unless the panel says otherwise. */
const drawing: GraphFieldConfig = {
  drawStyle: GraphDrawStyle.Line,
  lineInterpolation: LineInterpolation.Linear,
  lineWidth: 1,
  fillOpacity: 0,
  gradientMode: GraphGradientMode.None,
  pointSize: 5,
  showPoints: VisibilityMode.Auto,
  spanNulls: false,
  axisPlacement: AxisPlacement.Auto,
  axisColorMode: AxisColorMode.Text,
  axisBorderShow: false,
  axisCenteredZero: false,
  axisLabel: '',
  barAlignment: 0,
  barWidthFactor: 0.6,
  insertNulls: false,
  lineStyle: { fill: 'solid' },
  scaleDistribution: { type: ScaleDistribution.Linear },
  stacking: { mode: StackingMode.None, group: 'A' },
  thresholdsStyle: { mode: GraphThresholdsStyleMode.Off },
  hideFrom: { viz: false, legend: false, tooltip: false },
};

/** Drawing properties that have no default but that panels may set. */
const optional = [
  'axisGridShow',
  'axisSoftMin',
  'axisSoftMax',
  'axisWidth',
  'fillBelowTo',
  'lineColor',
  'pointColor',
  'transform',
];

const hasSeries = (frame: DataFrame) =>
  frame.fields.some((field) => field.type === FieldType.time) &&
  frame.fields.some((field) => field.type === FieldType.number);

function TimeSeriesPanel({ id, data, timeRange, timeZone, width, height, options, fieldConfig }: PanelProps<Options>) {
  const frames = data.series.filter(hasSeries);
  if (frames.length === 0) {
    return <PanelDataErrorView panelId={id} data={data} fieldConfig={fieldConfig} needsTimeField needsNumberField />;
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={timeZone}
      width={width}
      height={height}
      legend={{ ...legend, ...options.legend }}
      options={options}
    >
      {(builder, aligned) => (
        <TooltipPlugin
          config={builder}
          data={aligned}
          mode={options.tooltip?.mode ?? TooltipDisplayMode.Multi}
          timeZone={timeZone}
        />
      )}
    </TimeSeries>
  );
}

export const timeSeriesPlugin = new PanelPlugin<Options, GraphFieldConfig>(TimeSeriesPanel).useFieldConfig({
  useCustomConfig: (builder) => {
    const add = (path: string, defaultValue: unknown) =>
      builder.addCustomEditor({
        id: path,
        path,
        name: path,
        defaultValue,
        editor: () => null,
        override: () => null,
        process: (value: unknown) => value,
        shouldApply: () => true,
      } as never);
    Object.entries(drawing).forEach(([path, value]) => add(path, value));
    optional.forEach((path) => add(path, undefined));
  },
});
