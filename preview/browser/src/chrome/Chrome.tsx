import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Button, LinkButton, Stack, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { chooseLanguage, otherLanguage } from '../services/language';
import { switchTheme } from './theme';
import { Sidebar } from './Sidebar';

/** The frame around every page: a banner that says what this is, the navigation, who is logged in. */
export function Chrome({ children }: { children: ReactNode }) {
  const styles = useStyles2(getStyles);
  const { user } = config.bootData;
  const other = otherLanguage();
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <p className={styles.banner}>
          <strong>Preview, not Grafana.</strong> The plugin runs here with Grafana {config.buildInfo.version}&apos;s
          packages for trying it out. Dashboards, alerting, Explore, fine-grained permissions and live data are
          Grafana&apos;s and missing; time series, stat and table panels are stand-ins.
        </p>
        <Stack alignItems="center" gap={1}>
          <span>
            {user.login} ({user.orgRole})
          </span>
          <Button size="sm" variant="secondary" lang={other.code} onClick={() => void chooseLanguage(other.code)}>
            {other.name}
          </Button>
          <Button size="sm" variant="secondary" onClick={switchTheme}>
            {config.theme2.isDark ? 'Light theme' : 'Dark theme'}
          </Button>
          <LinkButton href="/logout" target="_self" size="sm" variant="secondary">
            Log out
          </LinkButton>
        </Stack>
      </header>
      <div className={styles.body}>
        <Sidebar />
        <main className={styles.page} id="pageContent">
          {children}
        </main>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'flex', flexDirection: 'column', minHeight: '100vh' }),
  header: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    padding: theme.spacing(0.5, 2),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    background: theme.colors.background.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    '& > :last-child': { flexShrink: 0 },
  }),
  banner: css({ margin: 0, color: theme.colors.text.secondary }),
  body: css({ display: 'flex', flexGrow: 1, minHeight: 0 }),
  page: css({
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    background: theme.colors.background.primary,
  }),
});
