import { PluginPage } from '@grafana/runtime';
import { AppLinkButton } from './AppLink';
import { EmptyState } from './EmptyState';
import { appUrl } from './links';
import { t } from '../i18n';

/** Says that an address leads nowhere, and where to go instead. */
export function NotFoundPage() {
  return (
    <PluginPage pageNav={{ text: t('app.not-found.title', 'Page not found') }}>
      <EmptyState
        title={t('app.not-found.heading', 'There is no page at this address')}
        action={
          <AppLinkButton to={appUrl('scorecards')}>{t('app.not-found.action', 'Go to the scorecards')}</AppLinkButton>
        }
      >
        {t('app.not-found.text', 'The link may be old, or a part of the address is missing.')}
      </EmptyState>
    </PluginPage>
  );
}
