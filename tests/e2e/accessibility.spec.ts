import { everyView, share } from './support/appPages';
import { expect, test } from './support/fixtures';

/** What the app itself draws, in Grafana as in the preview. */
const appContent = '#pageContent, main';

/** Themes differ in their colours only, so that one of them is checked for everything else as well. */
const themes = [
  { theme: 'dark', rules: undefined },
  { theme: 'light', rules: ['color-contrast'] },
];

const parts = 4;

for (const { theme, rules } of themes) {
  for (let part = 0; part < parts; part++) {
    test(`no page breaks the rules of WCAG 2.1 AA in the ${theme} theme, part ${part + 1} of ${parts}`, async ({
      app,
      api,
      scanForA11yViolations,
      page,
    }) => {
      test.setTimeout(240_000);
      for (const path of share(await everyView(api), part, parts)) {
        await test.step(path, async () => {
          await app.open(`${path}${path.includes('?') ? '&' : '?'}theme=${theme}`);
          const include = (await page.locator(appContent).count()) > 0 ? appContent : 'body';
          const { violations } = await scanForA11yViolations({
            include,
            ...(rules && { options: { runOnly: { type: 'rule', values: rules } } }),
          });
          const found = violations.map(
            ({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`
          );
          expect.soft(found).toEqual([]);
        });
      }
    });
  }
}
