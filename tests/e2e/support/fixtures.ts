/** The test function of all page specs: Grafana's fixtures, and a check that no page complains in the console. */
import { expect, test as grafana } from '@grafana/plugin-e2e';
import { type ConsoleMessage, type Page } from '@playwright/test';
import { AppPages } from './appPages';
import { Api } from './api';

interface Fixtures {
  /** The plugin's own API, as the logged-in person. */
  api: Api;
  /** The pages of the app. */
  app: AppPages;
  /** Runs for every test: errors in the console and uncaught errors fail it. */
  quietConsole: void;
}

export const test = grafana.extend<Fixtures>({
  api: async ({ page }, use) => {
    await use(new Api(page.request));
  },
  app: async ({ page }, use) => {
    await use(new AppPages(page));
  },
  quietConsole: [
    async ({ page }, use) => {
      const complaints = listen(page);
      await use();
      expect(complaints, 'complaints in the console').toEqual([]);
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
