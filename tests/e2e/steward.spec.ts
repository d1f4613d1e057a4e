import { expect, test } from './support/fixtures';
import { editor, loginOf } from './support/users';

const title = 'Walk-in orders';
const name = 'walk-in-orders';
const sql = `select date_trunc('month', ordered_at) as time, country as unit, count(*) as value
from erp.orders where $__timeFilter(ordered_at) group by 1, 2`;
/** In YAML's form for one line, as the editor indents what is typed over several. */
const yaml = JSON.stringify({
  apiVersion: 'scorecard/v1',
  kind: 'Kpi',
  metadata: { name },
  spec: {
    title,
    owner: 'head-of-stores',
    calendar: 'aurelia',
    frequency: 'month',
    source: {
      type: 'query',
      datasource: { uid: 'demo-erp', type: 'grafana-postgresql-datasource' },
      query: { format: 'table', rawSql: sql },
      extract: { mode: 'table', time: 'time', unit: 'unit' },
    },
  },
});

test.describe.configure({ mode: 'serial' });
test.use({ user: editor, storageState: loginOf(editor.user) });

/** Takes away what the specs made, so that the organisation stays as it was. */
test.afterAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, storageState: loginOf(editor.user) });
  const { Api } = await import('./support/api');
  await new Api(context.request).remove('kpis', name);
  await context.close();
});

test('a steward defines a KPI with a query and sees its values before saving', async ({ kpis, kpiEditor, kpi }) => {
  await kpis.open();
  await kpis.newKpi.click();
  await kpiEditor.ready();
  await kpiEditor.title.fill(title);
  await expect(kpiEditor.name).toHaveValue(name);
  await kpiEditor.field('Owner').fill('sales-director');
  await kpiEditor.chooseIn('Calendar', 'Aurelia business calendar');

  await kpiEditor.chooseSource('Query');
  await kpiEditor.chooseDatasource('Demo ERP');
  await kpiEditor.writeSql(sql);
  await kpiEditor.showPreview('2026-05', '2026-05');
  // Its columns are known now: which of them says when, and which where?
  await kpiEditor.chooseIn('Time column', 'time');
  await kpiEditor.chooseIn('Unit column', 'unit');
  await kpiEditor.showPreview('2026-05', '2026-05');
  await expect(kpiEditor.previewedValues.getByRole('row', { name: /^Germany May 2026/ })).toContainText(/\d/);

  await kpiEditor.save.click();
  await expect(kpi.heading).toHaveText(title);
  await expect(kpi.definition).toContainText('Demo ERP');
});

test('collects it, and sees its value', async ({ collections, collection, kpi }) => {
  await collections.open();
  await collections.collect(title, '2026-04', '2026-05');
  await expect(collection.summary).toContainText('succeeded');
  await expect(collection.row(title)).toContainText('April 2026 – May 2026');

  await kpi.open(name, '?period=2026-05&unit=germany');
  await expect(kpi.sentence(/^Walk-in orders was \d+ in May 2026/)).toBeVisible();
});

test('changes it as YAML, which is the same document', async ({ kpiEditor, kpi }) => {
  await kpiEditor.open(name);
  await kpiEditor.openTab('YAML');
  await kpiEditor.writeYaml(yaml);
  await kpiEditor.openTab('Form');
  await expect(kpiEditor.field('Owner')).toHaveValue('head-of-stores');
  await kpiEditor.save.click();
  await expect(kpi.definition).toContainText('head-of-stores');
});

test.describe('what the server refuses', () => {
  test.use({ expectedComplaint: /status of 422/ });

  test('stands at its field, and unsaved changes survive a reload', async ({ kpiEditor, page }) => {
    await kpiEditor.open(name);
    await kpiEditor.chooseSource('Calculated');
    await kpiEditor.formula.fill('revenue / nowhere');
    const problems = page.getByRole('alert').filter({ hasText: 'nowhere' });
    await expect(problems).toHaveCount(1);
    await kpiEditor.save.click();
    await expect(
      problems.filter({ hasText: 'need a change before it can be saved' }).getByText('Formula:')
    ).toBeVisible();
    await expect(problems).toHaveCount(2);

    await page.reload();
    await expect(page.getByText('Your unsaved changes are back')).toBeVisible();
    await expect(kpiEditor.formula).toHaveValue('revenue / nowhere');
    await kpiEditor.button('Discard them').click();
    await expect(kpiEditor.formula).toHaveCount(0);
  });
});

test('deletes it', async ({ kpiEditor, kpis }) => {
  await kpiEditor.open(name);
  await kpiEditor.remove();
  await expect(kpis.heading).toHaveText('KPIs');
  await kpis.search.fill(title);
  await expect(kpis.link(title)).toHaveCount(0);
});

test('what a file manages can be read but not changed, and names its file', async ({ kpiEditor, page }) => {
  await kpiEditor.open('revenue');
  await expect(page.getByText('Change 30-kpis-financial.yaml; it is read-only here.')).toBeVisible();
  await expect(kpiEditor.title).toBeDisabled();
  await expect(kpiEditor.save).toHaveCount(0);
  await expect(kpiEditor.button('Delete')).toHaveCount(0);
});
