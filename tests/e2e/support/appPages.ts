import { expect, type Locator, type Page } from '@playwright/test';
import { type Api } from './api';

/** The pages of the app, addressed and recognised as a person would. */
export class AppPages {
  readonly heading: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
  }

  /** Opens a page by its path under the app and waits until it shows what it loads. */
  async open(path: string): Promise<void> {
    await this.page.goto(`/a/bsc-scorecard-app/${path}`);
    await this.ready();
  }

  /** Waits until the page has a heading and nothing on it is still loading. */
  async ready(): Promise<void> {
    await expect(this.heading.first()).toBeVisible();
    await expect(this.page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  }
}

/** Every page of the app that an administrator can open, with names from the organisation at hand. */
export async function everyPage(api: Api): Promise<string[]> {
  const [scorecard, strategy, kpi, run] = await Promise.all([
    api.firstName('scorecards'),
    api.firstName('strategies'),
    api.firstName('kpis'),
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
  ];
}
