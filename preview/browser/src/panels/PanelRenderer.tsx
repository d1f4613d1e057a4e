import {
  applyFieldOverrides,
  type DataFrame,
  EventBusSrv,
  type FieldConfigSource,
  getDefaultTimeRange,
  getPanelOptionsWithDefaults,
  LoadingState,
  type PanelData,
  type PanelPlugin,
} from '@grafana/data';
import { config, getTemplateSrv, type PanelRendererProps } from '@grafana/runtime';
import { useEffect, useMemo, useState } from 'react';
import { importPanelPlugin, loadedPanelPlugin } from '../plugins/load';

const eventBus = new EventBusSrv();
const noFieldConfig: FieldConfigSource = { defaults: {}, overrides: [] };

/** Shows data in a panel plugin outside of scenes. */
export function PanelRenderer(props: PanelRendererProps) {
  const { pluginId } = props;
  const [plugin, setPlugin] = useState<PanelPlugin | undefined>(() => loadedPanelPlugin(pluginId));
  const [error, setError] = useState<string>();
  useEffect(() => {
    let current = true;
    importPanelPlugin(pluginId).then(
      (loaded) => current && setPlugin(loaded),
      (reason: Error) => current && setError(reason.message)
    );
    return () => {
      current = false;
    };
  }, [pluginId]);
  if (error) {
    return <div role="alert">{error}</div>;
  }
  return plugin ? <Loaded {...props} plugin={plugin} /> : null;
}

function Loaded({ plugin, ...props }: PanelRendererProps & { plugin: PanelPlugin }) {
  const { data, options, fieldConfig = noFieldConfig, timeZone = 'browser', width, height, title } = props;
  const withDefaults = useMemo(
    () =>
      getPanelOptionsWithDefaults({
        plugin,
        currentOptions: (options ?? {}) as Record<string, unknown>,
        currentFieldConfig: fieldConfig as FieldConfigSource,
        isAfterPluginChange: false,
      }),
    [plugin, options, fieldConfig]
  );
  const drawn = useDrawnData(plugin, data, withDefaults.fieldConfig, timeZone);
  const Panel = plugin.panel;
  if (!Panel) {
    return null;
  }
  return (
    <Panel
      id={1}
      title={title}
      transparent={false}
      width={width}
      height={height}
      data={drawn}
      options={withDefaults.options}
      fieldConfig={withDefaults.fieldConfig}
      timeRange={drawn.timeRange}
      timeZone={timeZone}
      renderCounter={0}
      eventBus={eventBus}
      replaceVariables={(text) => getTemplateSrv().replace(text)}
      onOptionsChange={(changed) => props.onOptionsChange?.(changed)}
      onFieldConfigChange={(changed) => props.onFieldConfigChange?.(changed)}
      onChangeTimeRange={(range) => props.onChangeTimeRange?.(range)}
    />
  );
}

/** The data with units, thresholds and colours applied. */
function useDrawnData(
  plugin: PanelPlugin,
  data: PanelData | undefined,
  fieldConfig: FieldConfigSource,
  timeZone: string
): PanelData {
  return useMemo(() => {
    const series = applyFieldOverrides({
      data: data?.series,
      fieldConfig,
      fieldConfigRegistry: plugin.fieldConfigRegistry,
      replaceVariables: (text) => getTemplateSrv().replace(text),
      theme: config.theme2,
      timeZone,
    });
    const timeRange = data?.timeRange ?? getDefaultTimeRange();
    return { ...data, state: data?.state ?? LoadingState.Done, series, timeRange, structureRev: structureOf(series) };
  }, [plugin, data, fieldConfig, timeZone]);
}

/** A number that is the same for frames with the same fields. */
function structureOf(frames: DataFrame[]): number {
  const text = JSON.stringify(frames.map(({ fields }) => fields.map(({ name, type, config }) => [name, type, config])));
  return [...text].reduce((hash, character) => (Math.imul(hash, 31) + character.charCodeAt(0)) | 0, 0);
}
