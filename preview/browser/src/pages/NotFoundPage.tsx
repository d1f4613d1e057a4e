import { PluginPage } from '../chrome/PluginPage';

export function NotFoundPage() {
  return (
    <PluginPage pageNav={{ text: 'Page not found' }}>
      <p>The preview has no page at this address. In Grafana there may be one.</p>
    </PluginPage>
  );
}
