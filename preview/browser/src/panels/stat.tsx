import {
  type FieldDisplay,
  getFieldDisplayValues,
  PanelPlugin,
  type PanelProps,
  type ReduceDataOptions,
  VizOrientation,
} from '@grafana/data';
import { config, PanelDataErrorView } from '@grafana/runtime';
import { BigValueColorMode, BigValueGraphMode, type BigValueJustifyMode, type BigValueTextMode } from '@grafana/schema';
import { BigValue, VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';

interface Options {
  reduceOptions: ReduceDataOptions;
  orientation: VizOrientation;
  colorMode: BigValueColorMode;
  graphMode: BigValueGraphMode;
  justifyMode?: BigValueJustifyMode;
  textMode?: BigValueTextMode;
}

const defaults: Options = {
  reduceOptions: { values: false, calcs: ['lastNotNull'] },
  orientation: VizOrientation.Auto,
  colorMode: BigValueColorMode.Value,
  graphMode: BigValueGraphMode.Area,
};

function StatPanel({
  id,
  data,
  options,
  fieldConfig,
  width,
  height,
  timeZone,
  replaceVariables,
  renderCounter,
}: PanelProps<Options>) {
  const given = { ...defaults, ...options };
  const getValues = () =>
    getFieldDisplayValues({
      fieldConfig,
      reduceOptions: given.reduceOptions,
      replaceVariables,
      theme: config.theme2,
      data: data.series,
      sparkline: given.graphMode !== BigValueGraphMode.None,
      timeZone,
    });
  if (data.series.length === 0) {
    return <PanelDataErrorView panelId={id} data={data} fieldConfig={fieldConfig} needsNumberField />;
  }
  const renderValue = ({ value, width, height, count }: VizRepeaterRenderValueProps<FieldDisplay>) => (
    <BigValue
      value={value.display}
      count={count}
      sparkline={value.sparkline}
      colorMode={given.colorMode}
      graphMode={given.graphMode}
      justifyMode={given.justifyMode}
      textMode={given.textMode}
      width={width}
      height={height}
      theme={config.theme2}
    />
  );
  return (
    <VizRepeater
      getValues={getValues}
      renderValue={renderValue}
      width={width}
      height={height}
      source={data}
      autoGrid
      renderCounter={renderCounter}
      orientation={given.orientation}
    />
  );
}

export const statPlugin = new PanelPlugin<Options>(StatPanel).useFieldConfig();
