import { statSync } from 'node:fs';
import { ReviewPage } from './pages/ReviewPage';
import { expect, test } from './support/fixtures';
import { ReviewedOrganisation } from './support/reviewed';

const LONG_CLOSE = 90;

test('the strategy office prepares, freezes, compares and hands out the report of a review', async ({
  page,
  scorecard,
  kpi,
}) => {
  test.slow(); // a whole month of preparation
  const org = new ReviewedOrganisation(page.request, `rep-${Date.now().toString(36)}`);
  await org.make(LONG_CLOSE);
  const sales = `Sales ${org.id}`;
  const review = new ReviewPage(page);

  await test.step('values that are not final are named, and want a reason', async () => {
    await review.open(org.review);
    await expect(review.premature).toHaveCount(2);
    await expect(review.premature.first()).toContainText(sales);
    await review.freeze.click();
    await expect(page.getByText('This is needed.')).toBeVisible();
    await expect(review.reason).toBeFocused();
  });

  await test.step('a red KPI without a plan shows, and is explained right there', async () => {
    await expect(review.commentary(sales)).toContainText('No explanation yet');
    await review.explain(sales, 'Two customers left', 'Visit the ten largest', '2030-01-31');
  });

  await test.step('what was written there is read on the scorecard and on the KPI’s page', async () => {
    await page.goto(`/a/bsc-scorecard-app/scorecards/${org.id}?unit=${org.north}&period=${org.period}`);
    await scorecard.ready();
    await expect(page.getByRole('region', { name: 'Off track' })).toContainText('plan due');
    await page.goto(`/a/bsc-scorecard-app/kpis/${org.kpi}?unit=${org.north}&period=${org.period}&scorecard=${org.id}`);
    await kpi.ready();
    await expect(review.commentary(sales)).toContainText('Visit the ten largest');
  });

  await test.step('freezing with a reason', async () => {
    await review.open(org.review);
    await review.reason.fill('The board meets early');
    await review.freeze.click();
    await expect(review.report(`North ${org.id}`)).toContainText('The board meets early');
    await expect(review.section('Commentary')).toContainText('Two customers left');
    await expect(review.section('Scorecard')).toContainText('20');
  });

  await test.step('a restatement changes nothing', async () => {
    await org.submit(org.north, 95);
    await page.reload();
    await review.ready();
    await expect(review.row(sales).first()).toContainText('20');
    await expect(page.getByText('95', { exact: true })).toHaveCount(0);
  });

  await test.step('another unit’s report, which the address names', async () => {
    await review.chooseUnit(`South ${org.id}`);
    await expect(review.report(`South ${org.id}`)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`unit=${org.south}`));
  });

  await test.step('the same section of all units side by side', async () => {
    await review.openTab('Compare units');
    await review.chooseSection('Exceptions');
    await expect(review.section(`North ${org.id}`)).toContainText(sales);
    await expect(review.section(`South ${org.id}`)).toContainText('No KPI is off track.');
  });

  await test.step('files', async () => {
    await review.openTab('Downloads');
    const archive = await review.saveArchive();
    expect(archive.suggestedFilename()).toBe(`${org.review}.zip`);
    expect(statSync(await archive.path()).size).toBeGreaterThan(10_000);
    const popup = page.waitForEvent('popup');
    await page.getByRole('link', { name: `Page of North ${org.id} to print` }).click();
    await expect((await popup).getByRole('heading', { name: 'Commentary' })).toBeVisible();
  });
});
