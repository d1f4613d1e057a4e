import { type ComponentType, lazy } from 'react';
import { PLUGIN_ID } from '../pluginId';

type Load = () => Promise<{ default: ComponentType }>;

interface Feature {
  /** First segment of the addresses of its pages, as in plugin.json's includes. */
  path: string;
  load: Load;
  Routes: ComponentType;
}

const feature = (path: string, load: Load): Feature => ({ path, load, Routes: lazy(load) });

/** Capability areas with pages; each is loaded when one of its pages is opened. The first one is the home page. */
export const features = [
  feature('home', () => import(/* webpackChunkName: 'home' */ '../features/home/routes')),
  feature('scorecards', () => import(/* webpackChunkName: 'scorecards' */ '../features/scorecards/routes')),
  feature('strategies', () => import(/* webpackChunkName: 'strategy' */ '../features/strategy/routes')),
  feature('kpis', () => import(/* webpackChunkName: 'kpis' */ '../features/kpis/routes')),
  feature('collections', () => import(/* webpackChunkName: 'collection' */ '../features/collection/routes')),
  feature('reviews', () => import(/* webpackChunkName: 'reviews' */ '../features/reviews/routes')),
  feature('register', () => import(/* webpackChunkName: 'register' */ '../features/register/routes')),
  feature('settings', () => import(/* webpackChunkName: 'settings' */ '../features/settings/routes')),
];

/** Begins to load the area of a page, so that it comes together with the app; what fails is loaded again to be shown. */
export function preload(pathname: string): void {
  const [, page = features[0].path] = pathname.split(`/${PLUGIN_ID}/`);
  const area = features.find(({ path }) => path === page.split('/')[0]);
  area?.load().catch(() => undefined);
}
