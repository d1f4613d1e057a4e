import { AppPage } from '../pages/AppPage';
import { type Api } from './api';

/** Whatever page an address leads to. */
export class AnyPage extends AppPage {
  /** Opens a page by its path under the app and waits until it shows what it loads. */
  async open(path: string): Promise<void> {
    await this.goTo(path);
  }
}

/** Every page of the app that an administrator can open, with names from the organisation at hand. */
export async function everyPage(api: Api): Promise<string[]> {
  const [scorecard, strategy, kpi, charters, series, run] = await Promise.all([
    api.firstName('scorecards'),
    api.firstName('strategies'),
    api.firstName('kpis'),
    api.firstNames('governancecharters'),
    api.firstNames('reviewseries'),
    api.newestRun(),
  ]);
  return [
    'scorecards',
    `scorecards/${scorecard}`,
    'strategies',
    `strategies/${strategy}`,
    'kpis',
    `kpis/${kpi}`,
    'collections',
    `collections/${run}`,
    'settings',
    'home',
    'register',
    'reviews',
    ...charters.map((name) => `reviews/charters/${name}`),
    ...series.map((name) => `reviews/series/${name}`),
    `reviews/intensity/${scorecard}`,
  ];
}

/** Every page, and what its tabs and forms show. */
export async function everyView(api: Api): Promise<string[]> {
  const pages = await everyPage(api);
  const [, scorecard, , strategy, , kpi] = pages;
  return [
    ...pages,
    `${scorecard}?view=detail`,
    `${scorecard}?view=heatmap`,
    `${scorecard}/edit`,
    `${strategy}?view=table`,
    `${kpi}?tab=why`,
    `${kpi}?tab=provenance`,
    `${kpi}?tab=followup`,
    `${kpi}?tab=lineage`,
    `${kpi}/edit`,
    'kpis/new',
    'register?state=all',
    'register/actions/new',
    'register/decisions/new',
    'reviews/templates',
    'reviews/templates/new',
    'reviews/series/new',
    'reviews/charters/new',
    'reviews/meetings/new',
    'reviews/items/new',
    'settings?tab=export',
    'settings?tab=import',
  ];
}

/** The share of a list that one of several tests looks at, so that they can run side by side. */
export function share<T>(all: T[], part: number, parts: number): T[] {
  return all.filter((_, index) => index % parts === part);
}
