import { PluginContextProvider } from '@grafana/data';
import { getBackendSrv, locationSearchToObject } from '@grafana/runtime';
import { Alert, Button, LoadingPlaceholder, Stack } from '@grafana/ui';
import { useLocation, useParams } from 'react-router-dom';
import { PluginPage } from '../chrome/PluginPage';
import { useAppPlugin } from './AppPage';

/** The settings of an app, as Grafana shows them under Administration › Plugins. */
export function PluginConfigPage() {
  const { pluginId = '' } = useParams();
  const { search } = useLocation();
  const query = locationSearchToObject(search);
  const { plugin, error } = useAppPlugin(pluginId);
  if (error) {
    return <Alert title="The plugin can’t be loaded">{error}</Alert>;
  }
  if (!plugin) {
    return <LoadingPlaceholder text="Loading…" />;
  }
  const { meta } = plugin;
  const pages = plugin.configPages ?? [];
  const shown = pages.find(({ id }) => id === query.page) ?? pages[0];
  const tabs = pages.map(({ id, title }) => ({
    text: title,
    url: `/plugins/${pluginId}?page=${id}`,
    active: id === shown?.id,
  }));
  const setEnabled = async (enabled: boolean) => {
    await getBackendSrv().post(`/api/plugins/${pluginId}/settings`, {
      enabled,
      pinned: enabled,
      jsonData: meta.jsonData ?? {},
    });
    window.location.reload();
  };
  return (
    <PluginPage
      pageNav={{ text: meta.name, children: tabs }}
      actions={
        <Button variant={meta.enabled ? 'secondary' : 'primary'} onClick={() => void setEnabled(!meta.enabled)}>
          {meta.enabled ? 'Disable' : 'Enable'}
        </Button>
      }
    >
      <Stack direction="column" gap={2}>
        {shown ? (
          <PluginContextProvider meta={meta}>
            <shown.body plugin={plugin as never} query={query} />
          </PluginContextProvider>
        ) : (
          <p>The plugin has no configuration page.</p>
        )}
      </Stack>
    </PluginPage>
  );
}
