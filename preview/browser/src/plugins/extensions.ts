/** What apps add to extension points: links, components, functions, and components that they expose by id. */
import {
  type AppPlugin,
  type ComponentTypeWithExtensionMeta,
  type PluginExtensionAddedLinkConfig,
  type PluginExtensionComponent,
  type PluginExtensionEventHelpers,
  type PluginExtensionLink,
  PluginExtensionTypes,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import { type ComponentType, createElement, useMemo } from 'react';
import { importAppPlugin } from './load';

interface Extending {
  id: string;
  plugin: AppPlugin;
}

let extending: Extending[] = [];

/** Loads the apps that say `preload` or announce extensions in their plugin.json. */
export async function loadExtensions(): Promise<void> {
  const apps = Object.values(config.apps ?? {}) as unknown as Array<Record<string, unknown> & { id: string }>;
  const loaded = apps
    .filter((app) => app.preload || app.extensions)
    .map(async (app): Promise<Extending> => ({ id: app.id, plugin: await importAppPlugin(app as never) }));
  extending = (await Promise.allSettled(loaded)).flatMap((result) => {
    if (result.status === 'fulfilled') {
      return [result.value];
    }
    console.error('An app could not be loaded', result.reason);
    return [];
  });
}

interface Query {
  extensionPointId: string;
  context?: object;
  limitPerPlugin?: number;
}

const isFor = (targets: string | string[], point: string) =>
  Array.isArray(targets) ? targets.includes(point) : targets === point;

export function findLinks({ extensionPointId, context, limitPerPlugin }: Query): PluginExtensionLink[] {
  return extending.flatMap(({ id, plugin }) =>
    plugin.addedLinkConfigs
      .filter((link) => isFor(link.targets, extensionPointId))
      .flatMap((link, index) => toLink(id, index, link, extensionPointId, context))
      .slice(0, limitPerPlugin)
  );
}

function toLink(
  pluginId: string,
  index: number,
  added: PluginExtensionAddedLinkConfig,
  extensionPointId: string,
  context: object | undefined
): PluginExtensionLink[] {
  const configured = added.configure?.(context as never);
  if (added.configure && !configured) {
    return [];
  }
  const { onClick, ...link } = { ...added, ...configured };
  const helpers = { context, extensionPointId } as unknown as PluginExtensionEventHelpers;
  return [
    {
      id: `${pluginId}-${extensionPointId}-${index}`,
      type: PluginExtensionTypes.link,
      pluginId,
      title: link.title,
      description: link.description ?? '',
      path: link.path,
      icon: link.icon,
      category: link.category,
      openInNewTab: link.openInNewTab,
      onClick: onClick ? (event) => onClick(event, helpers as never) : undefined,
    },
  ];
}

export function findComponents({ extensionPointId, limitPerPlugin }: Query): PluginExtensionComponent[] {
  return extending.flatMap(({ id, plugin }) =>
    plugin.addedComponentConfigs
      .filter((added) => isFor(added.targets, extensionPointId))
      .slice(0, limitPerPlugin)
      .map((added, index) => ({
        id: `${id}-${extensionPointId}-${index}`,
        type: PluginExtensionTypes.component,
        pluginId: id,
        title: added.title,
        description: added.description,
        component: added.component as ComponentType<object>,
      }))
  );
}

export function usePluginLinks(query: Query) {
  const { extensionPointId, context, limitPerPlugin } = query;
  const links = useMemo(
    () => findLinks({ extensionPointId, context, limitPerPlugin }),
    [extensionPointId, context, limitPerPlugin]
  );
  return { links, isLoading: false };
}

export function usePluginComponents<Props extends object>(query: Query) {
  const { extensionPointId, limitPerPlugin } = query;
  const components = useMemo(
    () =>
      findComponents({ extensionPointId, limitPerPlugin }).map(({ component, ...meta }) => withMeta(component, meta)),
    [extensionPointId, limitPerPlugin]
  ) as unknown as Array<ComponentTypeWithExtensionMeta<Props>>;
  return { components, isLoading: false };
}

/** A component of its own around the added one, so that the description can hang on it. */
function withMeta(component: ComponentType<object>, meta: object) {
  return Object.assign((props: object) => createElement(component, props), { meta });
}

export function usePluginComponent<Props extends object>(componentId: string) {
  const component = extending
    .flatMap(({ plugin }) => plugin.exposedComponentConfigs)
    .find((exposed) => exposed.id === componentId)?.component;
  return { component: component as unknown as ComponentType<Props> | undefined, isLoading: false };
}

export function usePluginFunctions({ extensionPointId }: Query) {
  const functions = extending.flatMap(({ id, plugin }) =>
    plugin.addedFunctionConfigs
      .filter((added) => isFor(added.targets, extensionPointId))
      .map((added, index) => ({
        id: `${id}-${extensionPointId}-${index}`,
        type: PluginExtensionTypes.function as const,
        pluginId: id,
        title: added.title,
        description: added.description ?? '',
        fn: added.fn,
      }))
  );
  return { functions, isLoading: false };
}
