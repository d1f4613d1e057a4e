import { css, cx } from '@emotion/css';
import { type GrafanaTheme2, type NavModelItem } from '@grafana/data';
import { config } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { Link, useLocation } from 'react-router-dom';

/** The pages of the app that plugin.json puts into the navigation. */
export function Sidebar() {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const apps = config.bootData.navTree as unknown as NavModelItem[];
  return (
    <nav className={styles.nav} aria-label="Pages">
      {apps.map((app) => (
        <div key={app.id}>
          <Link className={styles.app} to={app.url ?? '/'}>
            {app.img && <img className={styles.logo} src={app.img} alt="" />}
            {app.text}
          </Link>
          <ul className={styles.list}>
            {app.children?.map((page) => {
              const active = pathname === page.url || pathname.startsWith(`${page.url}/`);
              return (
                <li key={page.url}>
                  <Link
                    className={cx(styles.link, active && styles.active)}
                    to={page.url ?? '/'}
                    aria-current={active ? 'page' : undefined}
                  >
                    {page.text}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  nav: css({
    width: 200,
    flexShrink: 0,
    padding: theme.spacing(2, 1),
    borderRight: `1px solid ${theme.colors.border.weak}`,
    background: theme.colors.background.primary,
    [theme.breakpoints.down('md')]: { display: 'none' },
  }),
  app: css({
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
    fontWeight: theme.typography.fontWeightMedium,
  }),
  logo: css({ width: 20, height: 20 }),
  list: css({ listStyle: 'none' }),
  link: css({
    display: 'block',
    padding: theme.spacing(0.75, 1, 0.75, 2),
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    '&:hover': { background: theme.colors.action.hover, color: theme.colors.text.primary },
  }),
  active: css({ background: theme.colors.action.selected, color: theme.colors.text.primary }),
});
