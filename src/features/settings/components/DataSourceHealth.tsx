import { getDataSourceSrv } from '@grafana/runtime';
import { Icon, useStyles2 } from '@grafana/ui';
import { type ServerStatus } from '../../../api/types';
import { formatInstant } from '../../../components/format';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { Section } from './Section';

/** Data sources that KPIs are collected from: what the latest run that asked each got of it. */
export function DataSourceHealth({ dataSources }: Pick<ServerStatus, 'dataSources'>) {
  const styles = useStyles2(tableStyles);
  const broken = dataSources.filter(({ ok }) => !ok).length;
  return (
    <Section
      title={t('settings.sources.title', 'Data sources of the KPIs')}
      ok={dataSources.length === 0 ? undefined : broken === 0}
      message={
        broken > 0
          ? t('settings.sources.broken', '{{broken}} of {{count}} did not answer as they should', {
              broken,
              count: dataSources.length,
            })
          : undefined
      }
    >
      {dataSources.length === 0 ? (
        <p>{t('settings.sources.none', 'None has been asked lately.')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={t('settings.sources.title', 'Data sources of the KPIs')}>
            <thead>
              <tr>
                <th scope="col">{t('settings.sources.name', 'Data source')}</th>
                <th scope="col">{t('settings.sources.state', 'State')}</th>
                <th scope="col">{t('settings.sources.asked', 'Asked')}</th>
                <th scope="col">{t('settings.sources.answer', 'Answer')}</th>
              </tr>
            </thead>
            <tbody>
              {dataSources.map(({ uid, ok, message, at }) => (
                <tr key={uid}>
                  <th scope="row">{getDataSourceSrv().getInstanceSettings(uid)?.name ?? uid}</th>
                  <td className={styles.narrow}>
                    <Icon name={ok ? 'check-circle' : 'exclamation-triangle'} aria-hidden />{' '}
                    {ok ? t('settings.section.well', 'works') : t('settings.section.ill', 'does not work')}
                  </td>
                  <td className={styles.narrow}>{formatInstant(at)}</td>
                  <td>{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
