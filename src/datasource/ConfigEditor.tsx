import { Alert, TextLink } from '@grafana/ui';
import { appUrl } from '../components/links';
import { t } from '../i18n';

/** Says that there is nothing to set: the data source reads the scorecards of the app. */
export default function ConfigEditor() {
  return (
    <Alert severity="info" title={t('datasource.config.title', 'Nothing to set up here')}>
      <p>
        {t(
          'datasource.config.text',
          'This data source reads the scorecards of the Balanced Scorecard app in the same Grafana. Both need the same database: where the app’s section of grafana.ini sets database_url or data_path, the section plugin.bsc-scorecard-datasource sets the same.'
        )}
      </p>
      <TextLink href={appUrl('settings')}>{t('datasource.config.settings', 'Settings of the app')}</TextLink>
    </Alert>
  );
}
