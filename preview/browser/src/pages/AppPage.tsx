import { type AppPlugin, type AppPluginMeta, PluginContextProvider } from '@grafana/data';
import { getBackendSrv, locationSearchToObject } from '@grafana/runtime';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { importAppPlugin } from '../plugins/load';

/** Loads an app with its settings; undefined while it loads. */
export function useAppPlugin(pluginId: string): { plugin?: AppPlugin; error?: string } {
  const [state, setState] = useState<{ plugin?: AppPlugin; error?: string }>({});
  useEffect(() => {
    let current = true;
    getBackendSrv()
      .get<AppPluginMeta>(`/api/plugins/${pluginId}/settings`, undefined, undefined, { showErrorAlert: false })
      .then(importAppPlugin)
      .then(
        (plugin) => current && setState({ plugin }),
        (error: { data?: { message?: string }; message?: string }) =>
          current && setState({ error: error.data?.message ?? error.message ?? 'The plugin can’t be loaded' })
      );
    return () => {
      current = false;
    };
  }, [pluginId]);
  return state;
}

/** A page of an app: everything under /a/<plugin id>. */
export function AppPage() {
  const { pluginId = '' } = useParams();
  const { pathname, search } = useLocation();
  const { plugin, error } = useAppPlugin(pluginId);
  if (error) {
    return <Alert title="The plugin can’t be loaded">{error}</Alert>;
  }
  if (!plugin) {
    return <LoadingPlaceholder text="Loading…" />;
  }
  const Root = plugin.root;
  if (!plugin.meta.enabled || !Root) {
    return (
      <Alert title={plugin.meta.enabled ? 'The plugin has no pages' : 'The plugin is not enabled'} severity="info" />
    );
  }
  return (
    <PluginContextProvider meta={plugin.meta}>
      <Root
        meta={plugin.meta}
        basename={`/a/${pluginId}`}
        path={pathname}
        query={locationSearchToObject(search)}
        onNavChanged={() => undefined}
      />
    </PluginContextProvider>
  );
}
