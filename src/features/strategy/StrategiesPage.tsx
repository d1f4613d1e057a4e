import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { Navigate } from 'react-router-dom';
import { useResources } from '../../api/resources';
import { type ResourceOf, type StrategySpec } from '../../api/types';
import { AppLink, AppLinkButton } from '../../components/AppLink';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { appUrl, strategyUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';

/** All strategies; a single one opens its map at once. */
export function StrategiesPage() {
  const { data, error, refetch } = useResources('Strategy');
  if (data?.length === 1) {
    return <Navigate to={strategyUrl(data[0].metadata.name)} replace />;
  }
  return (
    <PluginPage pageNav={{ text: t('strategy.list.title', 'Strategy maps'), url: appUrl('strategies') }}>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageSkeleton rows={3} />}
      {data?.length === 0 && (
        <EmptyState
          title={t('strategy.list.empty', 'There is no strategy yet')}
          action={
            <AppLinkButton to={appUrl('scorecards')}>
              {t('strategy.list.action', 'Start with a scorecard')}
            </AppLinkButton>
          }
        >
          {t(
            'strategy.list.empty-text',
            'A strategy map shows what an organisation wants to achieve, and what it believes leads to what.'
          )}
        </EmptyState>
      )}
      {data && data.length > 1 && <StrategyList strategies={data} />}
    </PluginPage>
  );
}

function StrategyList({ strategies }: { strategies: Array<ResourceOf<StrategySpec>> }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {strategies.map(({ metadata, spec }) => (
        <li key={metadata.name} className={styles.item}>
          <AppLink to={strategyUrl(metadata.name)} className={styles.title}>
            {spec.title}
          </AppLink>
          <span className={styles.detail}>
            {[statusText(spec.status), spanText(spec), spec.owner].filter(Boolean).join(' · ')}
          </span>
          {spec.vision && <p className={styles.vision}>{spec.vision}</p>}
        </li>
      ))}
    </ul>
  );
}

function statusText(status: StrategySpec['status']): string | undefined {
  switch (status) {
    case 'draft':
      return t('strategy.status.draft', 'draft');
    case 'active':
      return t('strategy.status.active', 'active');
    case 'retired':
      return t('strategy.status.retired', 'retired');
    default:
      return undefined;
  }
}

function spanText({ from, to }: StrategySpec): string | undefined {
  return from === undefined && to === undefined ? undefined : `${from ?? ''} – ${to ?? ''}`.trim();
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0 }),
  item: css({ padding: theme.spacing(1.5, 0), borderBottom: `1px solid ${theme.colors.border.weak}` }),
  title: css({ ...theme.typography.h4 }),
  detail: css({ marginLeft: theme.spacing(2), color: theme.colors.text.secondary }),
  vision: css({ margin: 0 }),
});
