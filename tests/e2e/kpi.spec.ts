import { expect, test } from './support/fixtures';

const may = '?period=2026-05&scorecard=corporate';

test('a KPI says how it does, as a sentence, a chart and a table', async ({ kpi, page }) => {
  await kpi.open('revenue', may);
  await expect(kpi.sentence(/^Revenue was €[\d,]+ in May 2026, [\d.]+% (above|below) target/)).toBeVisible();
  await expect(kpi.chart).toBeVisible();
  await expect(kpi.periods.getByRole('row')).toHaveCount(13);
  await expect(kpi.definition).toContainText('financial-controller');

  await kpi.periods.getByRole('link', { name: 'March 2026' }).click();
  await expect(page).toHaveURL(/period=2026-03/);
  await expect(kpi.sentence(/^Revenue was .* in March 2026/)).toBeVisible();
});

test('“Why this value?” leads down to an observation with its run and query', async ({ kpi, collection, page }) => {
  await kpi.open('gross-margin', may);
  await kpi.openTab('Why this value?');
  const germany = kpi.why.getByRole('treeitem', { name: /^Revenue Germany, May 2026/ });
  await kpi.why.getByRole('treeitem', { name: /^Revenue Aurelia Outdoor/ }).focus();
  await page.keyboard.press('ArrowRight');
  await kpi.why.getByRole('treeitem', { name: /^Revenue Central/ }).focus();
  await page.keyboard.press('ArrowRight');
  await germany.click();
  await expect(kpi.origin).toContainText('Query (SHA-256)');
  await expect(kpi.origin).toContainText('Recorded');
  await expect(kpi.origin.getByRole('link', { name: 'Open in Explore' })).toHaveAttribute('href', /explore.*demo-erp/);

  await kpi.origin.getByRole('link', { name: /^Collection/ }).click();
  await expect(collection.kpis).toBeVisible();
});

test('recorded values name their collection, and lineage what reads the KPI', async ({ kpi }) => {
  await kpi.open('revenue', may);
  await kpi.openTab('Recorded values');
  await expect(kpi.recorded.getByRole('row').nth(1)).toContainText(/May 2026.*Collection/);

  await kpi.openTab('Where it is used');
  await expect(kpi.section('Made from')).toContainText('select');
  await expect(kpi.section('Read by').getByRole('link', { name: 'Gross margin' })).toBeVisible();
});

test('the catalogue finds a KPI by what is typed', async ({ kpis, kpi }) => {
  await kpis.open();
  await kpis.search.fill('on-time');
  await expect(kpis.table.getByRole('row')).toHaveCount(2);
  await kpis.link('On-time delivery').click();
  await expect(kpi.heading).toHaveText('On-time delivery');
});
