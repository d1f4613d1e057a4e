/** Loads plugins: nested ones and the app through the module loader, Grafana's own core plugins from this bundle. */
import {
  type AppPlugin,
  type AppPluginMeta,
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourcePlugin,
  type PanelPlugin,
  type PanelPluginMeta,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import { corePanels } from '../panels/core';
import { postgresPlugin } from '../postgres/plugin';

type AnyDataSourcePlugin = DataSourcePlugin<DataSourceApi>;

const corePrefix = 'core:';
const exportsOf = new Map<string, Promise<Record<string, unknown>>>();

function importModule(address: string): Promise<Record<string, unknown>> {
  let loading = exportsOf.get(address);
  if (!loading) {
    // A module that waits for something at its top level is a promise in AMD: wait for it too, as Grafana does.
    loading = window.System.import(`/${address}`).then(async (module) => {
      const awaited = (await (module.default ?? module)) as Record<string, unknown>;
      return { ...module, ...awaited };
    });
    exportsOf.set(address, loading);
  }
  return loading;
}

async function importPlugin(address: string): Promise<unknown> {
  const { plugin } = await importModule(address);
  if (!plugin) {
    throw new Error(`${address} exports no plugin`);
  }
  return plugin;
}

const loadedPanels = new Map<string, PanelPlugin>();

export async function importPanelPlugin(id: string): Promise<PanelPlugin> {
  const known = loadedPanels.get(id);
  if (known) {
    return known;
  }
  const meta = config.panels[id] as PanelPluginMeta | undefined;
  if (!meta) {
    throw new Error(`The preview has no panel ${id}`);
  }
  const plugin = meta.module.startsWith(corePrefix)
    ? corePanels[id]
    : ((await importPlugin(meta.module)) as PanelPlugin);
  plugin.meta = meta;
  loadedPanels.set(id, plugin);
  return plugin;
}

export function loadedPanelPlugin(id: string): PanelPlugin | undefined {
  return loadedPanels.get(id);
}

export async function importDataSourcePlugin(settings: DataSourceInstanceSettings): Promise<AnyDataSourcePlugin> {
  const { meta } = settings;
  const plugin = meta.module.startsWith(corePrefix)
    ? (postgresPlugin as unknown as AnyDataSourcePlugin)
    : ((await importPlugin(meta.module)) as AnyDataSourcePlugin);
  plugin.meta = meta;
  return plugin;
}

/** The app with the settings that the server has now. */
export async function importAppPlugin(meta: AppPluginMeta): Promise<AppPlugin> {
  const plugin = (await importPlugin(meta.module)) as AppPlugin;
  plugin.meta = meta;
  plugin.init(meta);
  return plugin;
}
