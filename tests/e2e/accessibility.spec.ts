import { everyPage } from './support/appPages';
import { expect, test } from './support/fixtures';

/** What the app itself draws, in Grafana as in the preview. */
const appContent = '#pageContent, main';

test('no page breaks the rules of WCAG 2.1 AA', async ({ app, api, scanForA11yViolations, page }) => {
  test.setTimeout(180_000);
  for (const path of await everyPage(api)) {
    await test.step(path, async () => {
      await app.open(path);
      const include = (await page.locator(appContent).count()) > 0 ? appContent : 'body';
      const { violations } = await scanForA11yViolations({ include });
      const found = violations.map(
        ({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`
      );
      expect.soft(found).toEqual([]);
    });
  }
});
