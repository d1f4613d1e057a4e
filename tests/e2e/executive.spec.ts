import { expect, test } from './support/fixtures';

const corporate = 'Aurelia corporate scorecard';

test('an executive finds the scorecard and sees how the company does', async ({ scorecards, scorecard }) => {
  await scorecards.open();
  await expect(scorecards.row(corporate)).toContainText('Aurelia Outdoor');
  await scorecards.link(corporate).click();

  await expect(scorecard.heading).toHaveText(corporate);
  await expect(scorecard.score).toContainText(/^\d{1,3}\s*.\s*(on track|at risk|off track)/);
  await expect(scorecard.perspectives.getByRole('listitem')).toHaveText([
    /^Financial .*\d/,
    /^Customer .*\d/,
    /^Internal process .*\d/,
    /^Learning and growth .*\d/,
  ]);
  await expect(scorecard.offTrack.getByRole('listitem').first()).toContainText(/target/);
  await expect(scorecard.changes.getByRole('listitem').first()).toContainText('→');
});

test('an item that is off track leads to its place in the detail', async ({ scorecard, page }) => {
  await scorecard.open('corporate');
  const item = scorecard.offTrack.getByRole('link').first();
  const title = await item.innerText();
  await item.click();
  await expect(page).toHaveURL(/view=detail/);
  await expect(scorecard.row(title).and(page.locator('[tabindex="0"]'))).toBeInViewport();
});

test('another period, frequency or unit changes the address, and back works', async ({ scorecard, page }) => {
  await scorecard.open('corporate', '?period=2026-05');
  await expect(scorecard.period).toContainText('May 2026');

  await scorecard.previousPeriod();
  await expect(scorecard.period).toContainText('April 2026');
  await expect(page).toHaveURL(/period=2026-04/);

  await scorecard.chooseFrequency('Quarter');
  await expect(scorecard.period).toContainText('Q2 2026');
  await expect(page).toHaveURL(/period=2026-Q2/);

  await scorecard.chooseUnit('North');
  await expect(page).toHaveURL(/unit=north/);
  await expect(page.getByRole('navigation', { name: 'Unit' })).toContainText('Aurelia Outdoor');

  await page.goBack();
  await page.goBack();
  await expect(page).not.toHaveURL(/unit=/);
  await expect(scorecard.period).toContainText('April 2026');
  await page.goBack();
  await expect(scorecard.period).toContainText('May 2026');
});

test('the detail is walked, opened and closed by keys', async ({ scorecard, page }) => {
  await scorecard.open('corporate', '?view=detail&period=2026-05');
  const rows = scorecard.tree.getByRole('row');
  const financial = scorecard.row('Financial').first();

  await financial.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(financial).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowDown');
  await scorecard.expectFocusOn('Customer');

  await page.keyboard.press('Home');
  await scorecard.expectFocusOn('Financial');
  await page.keyboard.press('ArrowRight');
  await expect(financial).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await scorecard.expectFocusOn('Grow sales faster than the market');

  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.type('lea');
  await expect(rows.and(page.locator(':focus'))).toHaveAccessibleName(/^Lea/);
});

test('columns can be hidden, rows filtered, and the address holds both', async ({ scorecard, page }) => {
  await scorecard.open('corporate', '?view=detail&period=2026-05');
  await scorecard.hideColumn('Owner');
  await expect(scorecard.column('Owner')).toHaveCount(0);

  await expect(scorecard.column('Trend')).toBeVisible();

  const leaves = scorecard.tree.getByRole('row').filter({ has: page.getByRole('link') });
  await expect(leaves.filter({ hasText: 'on track' })).not.toHaveCount(0);
  await expect(leaves.filter({ hasText: 'at risk' })).not.toHaveCount(0);
  await scorecard.filterByStatus('on track');
  await expect(leaves.filter({ hasText: 'at risk' })).toHaveCount(0);
  await expect(leaves.filter({ hasText: 'on track' })).not.toHaveCount(0);

  await page.reload();
  await expect(leaves.first()).toBeVisible();
  await expect(leaves.filter({ hasText: 'at risk' })).toHaveCount(0);
  await expect(scorecard.column('Owner')).toHaveCount(0);
});

test('a cell of the heat map leads to its KPI in that period', async ({ scorecard, kpi, page }) => {
  await scorecard.open('corporate', '?view=heatmap&period=2026-05');
  await scorecard
    .heatMap('period')
    .getByRole('button', { name: /^Revenue, February 2026: / })
    .first()
    .click();
  await expect(page).toHaveURL(/view=detail/);
  await expect(scorecard.period).toContainText('February 2026');
  await scorecard.row('Revenue').first().getByRole('link', { name: 'Revenue' }).click();
  await expect(kpi.heading).toHaveText('Revenue');
  await expect(kpi.sentence(/^Revenue was .* in February 2026/)).toBeVisible();
});
