import { type NavModelItem } from '@grafana/data';
import { config } from '@grafana/runtime';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';

/** The way to the current page: the app, its page in the navigation, then what the plugin says with pageNav. */
export function usePageNav(pageNav: NavModelItem | undefined): NavModelItem[] {
  const { pathname } = useLocation();
  return useMemo(() => {
    const trail = [...inNavigation(pathname), ...chain(pageNav)];
    return trail.filter((item, index) => trail.findIndex((other) => other.text === item.text) === index);
  }, [pathname, pageNav]);
}

function inNavigation(pathname: string): NavModelItem[] {
  const apps = config.bootData.navTree as unknown as NavModelItem[];
  const app = apps.find(({ url }) => url && pathname.startsWith(url));
  if (!app) {
    return [];
  }
  const page = app.children?.find(({ url }) => url && (pathname === url || pathname.startsWith(`${url}/`)));
  return page ? [app, page] : [app];
}

function chain(item: NavModelItem | undefined): NavModelItem[] {
  return item ? [...chain(item.parentItem), item] : [];
}
