import { config } from '@grafana/runtime';
import { PluginPage } from '../chrome/PluginPage';

/** The data sources that the provisioning files declare; they are changed there. */
export function DataSourcePage() {
  return (
    <PluginPage pageNav={{ text: 'Data sources' }}>
      <p>Data sources come from the provisioning folder and can only be changed there.</p>
      <ul>
        {Object.values(config.datasources).map((source) => (
          <li key={source.uid}>
            {source.name} ({source.type}, uid <code>{source.uid}</code>)
          </li>
        ))}
      </ul>
    </PluginPage>
  );
}
