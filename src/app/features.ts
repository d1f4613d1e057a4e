import { type ComponentType, lazy } from 'react';

interface Feature {
  /** First segment of the addresses of its pages, as in plugin.json's includes. */
  path: string;
  Routes: ComponentType;
}

/** Capability areas with pages; each is loaded when one of its pages is opened. The first one is the home page. */
export const features: Feature[] = [
  { path: 'home', Routes: lazy(() => import(/* webpackChunkName: 'home' */ '../features/home/routes')) },
  {
    path: 'scorecards',
    Routes: lazy(() => import(/* webpackChunkName: 'scorecards' */ '../features/scorecards/routes')),
  },
  {
    path: 'strategies',
    Routes: lazy(() => import(/* webpackChunkName: 'strategy' */ '../features/strategy/routes')),
  },
  { path: 'kpis', Routes: lazy(() => import(/* webpackChunkName: 'kpis' */ '../features/kpis/routes')) },
  {
    path: 'collections',
    Routes: lazy(() => import(/* webpackChunkName: 'collection' */ '../features/collection/routes')),
  },
  { path: 'reviews', Routes: lazy(() => import(/* webpackChunkName: 'reviews' */ '../features/reviews/routes')) },
  { path: 'register', Routes: lazy(() => import(/* webpackChunkName: 'register' */ '../features/register/routes')) },
  { path: 'settings', Routes: lazy(() => import(/* webpackChunkName: 'settings' */ '../features/settings/routes')) },
];
