/** Parts of the published runtime package that its entry doesn't export; the build finds them in its folder. */
declare module '@grafana/runtime/esm/components/PluginPage' {
  export function setPluginPage(component: import('@grafana/runtime').PluginPageType): void;
}
declare module '@grafana/runtime/esm/components/PanelRenderer' {
  export function setPanelRenderer(component: import('@grafana/runtime').PanelRendererType): void;
}
declare module '@grafana/runtime/esm/components/PanelDataErrorView' {
  export function setPanelDataErrorView(component: import('@grafana/runtime').PanelDataErrorViewType): void;
}
declare module '@grafana/runtime/esm/services/pluginExtensions/getObservablePluginLinks' {
  export function setGetObservablePluginLinks(find: unknown): void;
}
declare module '@grafana/runtime/esm/services/pluginExtensions/getObservablePluginComponents' {
  export function setGetObservablePluginComponents(find: unknown): void;
}

/** SystemJS, as far as the preview uses it. */
interface ModuleLoader {
  import(address: string): Promise<Record<string, unknown>>;
  set(id: string, module: object): void;
  constructor: { prototype: { resolve(id: string, parent?: string): string } };
}
interface Window {
  System: ModuleLoader;
  __grafana_public_path__: string;
}
declare module 'systemjs/dist/system.js';
declare module 'systemjs/dist/extras/amd.js';
declare module 'systemjs/dist/extras/named-register.js';
declare module '*.css';

/** Shared with plugins as they are; nothing here looks inside. */
declare module 'd3';
declare module 'prismjs';
