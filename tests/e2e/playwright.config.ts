import { dirname, join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { type PluginOptions } from '@grafana/plugin-e2e';
import { editor, loginOf, viewer } from './support/users';

/** Specs that take the time: nothing else may run beside them. */
const timed = /speed\.spec\.ts/;
const asAdmin = {
  ...devices['Desktop Chrome'],
  viewport: { width: 1366, height: 768 },
  storageState: loginOf('admin'),
};
const logins = ['login', 'login-editor', 'login-viewer'];

/**
 * Everything that talks to a running server. `npm test` starts the preview and sets E2E_URL; against a real Grafana run
 *   GRAFANA_URL=http://localhost:3000 npx playwright test -c tests/e2e/playwright.config.ts --project pages
 */
const baseURL = process.env.GRAFANA_URL ?? process.env.E2E_URL ?? 'http://127.0.0.1:3000';
const root = join(__dirname, '..', '..');
const login = join(dirname(require.resolve('@grafana/plugin-e2e')), 'auth');

export default defineConfig<PluginOptions>({
  outputDir: process.env.E2E_OUTPUT ?? join(root, 'test-results'),
  fullyParallel: true,
  workers: 2,
  // A loaded machine may miss a time limit once; what fails twice fails.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.E2E_REPORT ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]] : 'list',
  use: {
    baseURL,
    viewport: { width: 1366, height: 768 },
    trace: 'retain-on-failure',
    provisioningRootDir: join(root, 'provisioning'),
    launchOptions: {
      executablePath: process.env.E2E_CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  projects: [
    { name: 'login', testDir: login, testMatch: /.*\.js/ },
    { name: 'login-editor', testDir: login, testMatch: /.*\.js/, use: { user: editor } },
    { name: 'login-viewer', testDir: login, testMatch: /.*\.js/, use: { user: viewer } },
    { name: 'pages', testDir: __dirname, testIgnore: timed, use: asAdmin, dependencies: logins },
    // A trace takes a snapshot of the page at every step: that is not to be timed.
    { name: 'speed', testDir: __dirname, testMatch: timed, use: { ...asAdmin, trace: 'off' }, dependencies: logins },
    { name: 'api', testDir: join(root, 'tests', 'api'), use: { trace: 'off' } },
    { name: 'northwind', testDir: join(root, 'tests', 'northwind'), timeout: 120_000 },
  ],
});
