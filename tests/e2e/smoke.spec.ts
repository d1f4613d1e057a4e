import { everyPage } from './support/appPages';
import { expect, test } from './support/fixtures';

test.describe('every page', { tag: '@smoke' }, () => {
  test('opens with a heading and without a complaint in the console', async ({ app, api, page }) => {
    test.setTimeout(120_000);
    for (const path of await everyPage(api)) {
      await test.step(path, async () => {
        await app.open(path);
        await expect(page.getByRole('alert')).toHaveCount(0);
      });
    }
  });

  test('is offered in the navigation', async ({ app, page }) => {
    await app.open('scorecards');
    for (const name of [
      'My work',
      'Scorecards',
      'Strategy maps',
      'KPIs',
      'Reviews',
      'Register',
      'Collections',
      'Settings',
    ]) {
      await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible();
    }
  });
});

test('an unknown address under the app says so', { tag: '@smoke' }, async ({ app, page }) => {
  await app.open('no-such-page');
  await expect(page.getByText(/not found/i).first()).toBeVisible();
});

test('the configuration of the plugin opens', { tag: '@smoke' }, async ({ gotoAppConfigPage }) => {
  const config = await gotoAppConfigPage({ pluginId: 'bsc-scorecard-app' });
  await expect(config.ctx.page.getByRole('heading', { name: 'Balanced Scorecard' }).first()).toBeVisible();
});
