import { type Page } from '@playwright/test';
import { expect, test } from './support/fixtures';

/** Presses Tab until the focus is on what is looked for; more presses than that is not reachable for anybody. */
async function tabTo(page: Page, role: 'link' | 'tab' | 'row', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).and(page.locator(':focus'));
  for (let presses = 0; presses < 60 && (await wanted.count()) === 0; presses++) {
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeVisible();
}

test('somebody without a mouse gets from the scorecards to a KPI and its query', async ({
  scorecards,
  scorecard,
  kpi,
  page,
}) => {
  await scorecards.open();
  await tabTo(page, 'link', 'Aurelia corporate scorecard');
  await page.keyboard.press('Enter');
  await expect(scorecard.score).toBeVisible();

  await tabTo(page, 'tab', 'Detail');
  await page.keyboard.press('Enter');
  await expect(scorecard.tree).toBeVisible();
  await tabTo(page, 'row', /^.*Financial/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await scorecard.expectFocusOn('Revenue');
  await page.keyboard.press('Enter');
  await expect(kpi.heading).toHaveText('Revenue');

  await kpi.ready();
  await tabTo(page, 'tab', 'Why this value?');
  await page.keyboard.press('Enter');
  await expect(kpi.why.getByRole('treeitem').first()).toContainText('Score of Revenue');
});
