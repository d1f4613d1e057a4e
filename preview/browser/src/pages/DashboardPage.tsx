import { PluginPage } from '../chrome/PluginPage';

/** Dashboards belong to Grafana: the preview only says so. */
export function DashboardPage() {
  return (
    <PluginPage pageNav={{ text: 'Dashboards' }}>
      <p>
        Dashboards are part of Grafana and not of this preview. Start Grafana with <code>docker compose up</code> to see
        the bundled dashboard, the panels in it and alert rules on scores.
      </p>
    </PluginPage>
  );
}
