import { css } from '@emotion/css';
import { type GrafanaTheme2, type NavModelItem, PageLayoutType } from '@grafana/data';
import { type PluginPageProps } from '@grafana/runtime';
import { Stack, useStyles2 } from '@grafana/ui';
import { Fragment, useEffect } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { usePageNav } from './pageNav';

/** The page that Grafana puts around what a plugin shows: breadcrumbs, title, actions, tabs. */
export function PluginPage({ actions, children, info, layout, pageNav, renderTitle, subTitle }: PluginPageProps) {
  const styles = useStyles2(getStyles);
  const trail = usePageNav(pageNav);
  const current = trail[trail.length - 1];
  const title = current?.text ?? '';
  useEffect(() => {
    document.title = `${trail
      .map((item) => item.text)
      .reverse()
      .join(' - ')} - Preview`;
  }, [trail]);
  const standard = layout === undefined || layout === PageLayoutType.Standard;
  return (
    <div className={layout === PageLayoutType.Custom ? styles.custom : styles.page}>
      <Breadcrumbs trail={trail} />
      {standard && (
        <Stack alignItems="flex-start" justifyContent="space-between" wrap="wrap">
          <div>
            {renderTitle ? renderTitle(title) : <h1>{title}</h1>}
            {(subTitle ?? current?.subTitle) && <div className={styles.subTitle}>{subTitle ?? current?.subTitle}</div>}
          </div>
          <Stack alignItems="center">
            {info?.map(({ label, value }) => (
              <span key={label}>
                {label}: {value}
              </span>
            ))}
            {actions}
          </Stack>
        </Stack>
      )}
      <Tabs item={pageNav} />
      <div className={styles.content}>{children}</div>
    </div>
  );
}

function Breadcrumbs({ trail }: { trail: NavModelItem[] }) {
  const styles = useStyles2(getStyles);
  return (
    <nav aria-label="Breadcrumbs" className={styles.breadcrumbs}>
      {trail.map((item, index) => {
        const last = index === trail.length - 1;
        return (
          <Fragment key={`${item.url}-${item.text}`}>
            {index > 0 && <span aria-hidden>›</span>}
            {item.url && !last ? (
              <Link to={item.url}>{item.text}</Link>
            ) : (
              <span aria-current={last ? 'page' : undefined}>{item.text}</span>
            )}
          </Fragment>
        );
      })}
    </nav>
  );
}

function Tabs({ item }: { item: NavModelItem | undefined }) {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const tabs = item?.children?.filter((tab) => !tab.hideFromTabs) ?? [];
  if (tabs.length === 0) {
    return null;
  }
  return (
    <nav className={styles.tabs} aria-label="Tabs">
      {tabs.map((tab) => {
        const active = tab.active ?? pathname === tab.url?.split('?')[0];
        return (
          <Link
            key={tab.url ?? tab.text}
            to={tab.url ?? ''}
            aria-current={active ? 'page' : undefined}
            className={active ? styles.activeTab : undefined}
          >
            {tab.text}
          </Link>
        );
      })}
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    gap: theme.spacing(1),
    padding: theme.spacing(1, 3, 3),
  }),
  custom: css({ display: 'flex', flexDirection: 'column', flexGrow: 1 }),
  content: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 }),
  subTitle: css({ color: theme.colors.text.secondary }),
  breadcrumbs: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.5, 0),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  tabs: css({
    display: 'flex',
    gap: theme.spacing(2),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    '& a': { padding: theme.spacing(1, 0) },
  }),
  activeTab: css({ borderBottom: `2px solid ${theme.colors.primary.main}` }),
});
