import { expect, test } from './support/fixtures';
import { loginOf, viewer } from './support/users';

test.use({ user: viewer, storageState: loginOf(viewer.user) });

const writing = /^(New (KPI|scorecard)|Edit|Save|Delete|Collect now|Start a collection|Submit values|Create .*)$/;

const pages = [
  { path: 'scorecards', heading: 'Scorecards' },
  { path: 'scorecards/corporate', heading: 'Aurelia corporate scorecard' },
  { path: 'strategies/aurelia-2028?scorecard=corporate', heading: 'Aurelia 2028' },
  { path: 'kpis', heading: 'KPIs' },
  { path: 'kpis/revenue', heading: 'Revenue' },
];

for (const { path, heading } of pages) {
  test(`a viewer reads ${path} and is offered nothing to write`, async ({ app, page }) => {
    await app.open(path);
    await expect(app.heading).toHaveText(heading);
    await expect(page.getByRole('button', { name: writing })).toHaveCount(0);
    await expect(page.getByRole('link', { name: writing })).toHaveCount(0);
  });
}

test('a viewer who follows a link to an editor is told so, and can’t write', async ({ app, page }) => {
  await app.open('kpis/new');
  await expect(page.getByText('You may look, but not change anything here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
});
