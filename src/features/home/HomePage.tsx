import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Alert, useStyles2 } from '@grafana/ui';
import { useMyWork } from '../../api/followUp';
import { AppLinkButton } from '../../components/AppLink';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { appUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { ChangesList } from './components/ChangesList';
import { WorkList } from './components/WorkList';
import { groupLabel, groupsOf } from './model';

/** My work: what waits for the person who looks, the most urgent first, and what changed since they were here. */
export function HomePage() {
  const styles = useStyles2(getStyles);
  const { data, error, refetch } = useMyWork();
  return (
    <PluginPage
      pageNav={{ text: t('home.title', 'My work') }}
      actions={
        <AppLinkButton variant="secondary" icon="list-ul" to={appUrl('register', { mine: 'true' })}>
          {t('home.register', 'My entries in the register')}
        </AppLinkButton>
      }
    >
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageSkeleton />}
      {data && (
        <div className={styles.columns}>
          <div className={styles.work}>
            {!data.teamsKnown && (
              <Alert severity="info" title={t('home.teams-unknown', 'Grafana doesn’t say who is in which team')}>
                {t('home.teams-unknown-text', 'What waits for your teams is missing here. Everything else is there.')}
              </Alert>
            )}
            {data.items.length === 0 && (
              <EmptyState
                title={t('home.empty', 'Nothing waits for you')}
                action={
                  <AppLinkButton to={appUrl('scorecards')}>
                    {t('home.scorecards', 'See how we are doing')}
                  </AppLinkButton>
                }
              >
                {t(
                  'home.empty-text',
                  'Your actions and decisions, reviews to prepare, values to submit or release and what failed in your care come together here.'
                )}
              </EmptyState>
            )}
            {groupsOf(data.items, data.now).map(({ group, items }) => (
              <section key={group} aria-labelledby={`work-${group}`}>
                <h2 id={`work-${group}`} className={styles.title}>
                  {`${groupLabel(group)} (${items.length})`}
                </h2>
                <WorkList items={items} />
              </section>
            ))}
          </div>
          <ChangesList work={data} />
        </div>
      )}
    </PluginPage>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(260px, 1fr)',
    gap: theme.spacing(4),
    alignItems: 'start',
    [theme.breakpoints.down('lg')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
  work: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(3) }),
  title: css({ ...theme.typography.h4, margin: theme.spacing(0, 0, 1) }),
});
