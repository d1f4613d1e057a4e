import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { LinkButton, TextLink, useStyles2 } from '@grafana/ui';
import { useServerStatus } from '../../../api/measurement';
import { type ServerStatus } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { formatInstant } from '../../../components/format';
import { appUrl } from '../../../components/links';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { t } from '../../../i18n';
import { PLUGIN_ID } from '../../../pluginId';
import { DataSourceHealth } from './DataSourceHealth';
import { DataSourceSection } from './DataSourceSection';
import { ProvisioningTable } from './ProvisioningTable';
import { Section } from './Section';

/** The running server, part by part: is it well, and what to do where it isn't. */
export function StatusView() {
  const styles = useStyles2(getStyles);
  const { data, error, refetch } = useServerStatus();
  if (error && !data) {
    return <ErrorState error={error} onRetry={refetch} />;
  }
  if (!data) {
    return <PageSkeleton />;
  }
  return (
    <div className={styles.grid}>
      <Store store={data.store} />
      <Connection grafana={data.grafana} />
      <Schedule schedule={data.schedule} />
      <DataSourceSection />
      <div className={styles.wide}>
        <DataSourceHealth dataSources={data.dataSources} />
      </div>
      <div className={styles.wide}>
        <ProvisioningTable provisioning={data.provisioning} />
      </div>
      <p className={styles.wide}>{t('settings.version', 'Version {{version}}', { version: data.version })}</p>
    </div>
  );
}

function Store({ store: { engine, ok, message } }: Pick<ServerStatus, 'store'>) {
  return (
    <Section
      title={t('settings.store.title', 'Store')}
      ok={ok}
      message={message}
      facts={[
        {
          term: t('settings.store.engine', 'Engine'),
          text: engine === 'postgres' ? 'PostgreSQL' : 'SQLite',
        },
      ]}
    >
      {engine === 'sqlite' ? (
        <p>
          {t(
            'settings.store.sqlite',
            'SQLite serves one Grafana with a persistent disk. For production, and wherever several instances of Grafana run, use PostgreSQL: set database_url in the section [plugin.bsc-scorecard-app] of Grafana’s configuration.'
          )}
        </p>
      ) : (
        <p>
          {t(
            'settings.store.postgres',
            'PostgreSQL serves any number of Grafana instances. Include its database in your backups.'
          )}
        </p>
      )}
    </Section>
  );
}

function Connection({ grafana: { ok, credentials, message } }: Pick<ServerStatus, 'grafana'>) {
  return (
    <Section
      title={t('settings.grafana.title', 'Connection to Grafana')}
      ok={ok}
      message={message}
      facts={[{ term: t('settings.grafana.credentials', 'Credentials'), text: credentialsLabel(credentials) }]}
    >
      {credentials === 'none' && (
        <>
          <p>
            {t(
              'settings.grafana.none',
              'Without credentials nothing is collected in the background. Turn on managed service accounts in Grafana’s configuration, or enter a service account token.'
            )}
          </p>
          <div>
            <LinkButton variant="secondary" href={`/plugins/${PLUGIN_ID}?page=configuration`}>
              {t('settings.grafana.token', 'Enter a token')}
            </LinkButton>
          </div>
        </>
      )}
    </Section>
  );
}

function credentialsLabel(credentials: ServerStatus['grafana']['credentials']): string {
  switch (credentials) {
    case 'managedServiceAccount':
      return t('settings.credentials.managed', 'managed service account');
    case 'configuredToken':
      return t('settings.credentials.configured', 'token in Grafana’s configuration (grafana_token)');
    case 'secureSettings':
      return t('settings.credentials.secure', 'token in the app’s secure settings');
    case 'none':
      return t('settings.credentials.none', 'none');
  }
}

function Schedule({ schedule: { ok, nextDue, lastRun, message } }: Pick<ServerStatus, 'schedule'>) {
  const when = (instant: string | null) => (instant ? formatInstant(instant) : t('settings.schedule.never', 'not yet'));
  return (
    <Section
      title={t('settings.schedule.title', 'Schedule')}
      ok={ok}
      message={message}
      facts={[
        { term: t('settings.schedule.next', 'Next collection due'), text: when(nextDue) },
        { term: t('settings.schedule.last', 'Last collection'), text: when(lastRun) },
      ]}
    >
      <TextLink href={appUrl('collections')} inline={false}>
        {t('settings.schedule.runs', 'All collections')}
      </TextLink>
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(380px, 100%), 1fr))',
    gap: theme.spacing(2),
  }),
  wide: css({ gridColumn: '1 / -1' }),
});
