import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { queryClient } from '../../api/queryClient';
import { t } from '../../i18n';
import { ErrorBoundary } from '../ErrorBoundary';
import { AppLink } from '../AppLink';
import { formatPeriod } from '../period';

interface RootProps {
  width: number;
  height: number;
  children: ReactNode;
}

/** What surrounds a panel's content: server state, and errors that stay within the panel. */
export function PanelRoot({ width, height, children }: RootProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <div style={{ width, height, overflow: 'auto' }}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </div>
    </QueryClientProvider>
  );
}

/** Asks for the one option without which there is nothing to show. */
export function ChooseScorecard() {
  return <p>{t('components.panel.choose', 'Choose a scorecard in the panel’s options.')}</p>;
}

interface FootProps {
  /** Period id. */
  period: string;
  /** Where the app shows the same, and more. */
  to: string;
  text: string;
}

/** Says which period is shown, and leads into the app. */
export function PanelFoot({ period, to, text }: FootProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles}>
      <span>{formatPeriod(period)}</span>
      <AppLink to={to}>{text}</AppLink>
    </div>
  );
}

/** Height of the foot, in pixels. */
export const FOOT_HEIGHT = 22;

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    justifyContent: 'space-between',
    height: FOOT_HEIGHT,
    alignItems: 'center',
    fontSize: theme.typography.size.sm,
    color: theme.colors.text.secondary,
  });
