/** The test function of all page specs: Grafana's fixtures, and a check that no page complains in the console. */
import { expect, test as grafana } from '@grafana/plugin-e2e';
import { type ConsoleMessage, type Page } from '@playwright/test';
import { CollectionPage } from '../pages/CollectionPage';
import { CollectionsPage } from '../pages/CollectionsPage';
import { KpiEditor } from '../pages/KpiEditor';
import { KpiPage } from '../pages/KpiPage';
import { KpisPage } from '../pages/KpisPage';
import { ScorecardPage } from '../pages/ScorecardPage';
import { ScorecardsPage } from '../pages/ScorecardsPage';
import { SettingsPage } from '../pages/SettingsPage';
import { StrategyMapPage } from '../pages/StrategyMapPage';
import { AnyPage } from './appPages';
import { Api } from './api';

interface Fixtures {
  /** Complaints in the console that belong to what a spec does, such as the refusal that it provokes. */
  expectedComplaint: RegExp | undefined;
  scorecards: ScorecardsPage;
  scorecard: ScorecardPage;
  strategyMap: StrategyMapPage;
  kpis: KpisPage;
  kpi: KpiPage;
  kpiEditor: KpiEditor;
  collections: CollectionsPage;
  collection: CollectionPage;
  settings: SettingsPage;
  /** The plugin's own API, as the logged-in person. */
  api: Api;
  /** The pages of the app. */
  app: AnyPage;
  /** Runs for every test: errors in the console and uncaught errors fail it. */
  quietConsole: void;
}

export const test = grafana.extend<Fixtures>({
  api: async ({ page }, use) => {
    await use(new Api(page.request));
  },
  app: async ({ page }, use) => {
    await use(new AnyPage(page));
  },
  expectedComplaint: [undefined, { option: true }],
  scorecards: ({ page }, use) => use(new ScorecardsPage(page)),
  scorecard: ({ page }, use) => use(new ScorecardPage(page)),
  strategyMap: ({ page }, use) => use(new StrategyMapPage(page)),
  kpis: ({ page }, use) => use(new KpisPage(page)),
  kpi: ({ page }, use) => use(new KpiPage(page)),
  kpiEditor: ({ page }, use) => use(new KpiEditor(page)),
  collections: ({ page }, use) => use(new CollectionsPage(page)),
  collection: ({ page }, use) => use(new CollectionPage(page)),
  settings: ({ page }, use) => use(new SettingsPage(page)),
  quietConsole: [
    async ({ page, expectedComplaint }, use) => {
      const complaints = listen(page);
      await use();
      const unexpected = complaints.filter((text) => !expectedComplaint?.test(text));
      expect(unexpected, 'complaints in the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') {
      complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}
