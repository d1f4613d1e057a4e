import { readFile } from 'node:fs/promises';
import { expect, test } from './support/fixtures';

const unit = 'airport-shops';
const yaml = `apiVersion: scorecard/v1
kind: OrgUnit
metadata: { name: ${unit} }
spec: { title: Airport shops }
`;

test('the settings say how the server is', async ({ settings }) => {
  await settings.open();
  await expect(settings.part('Store')).toContainText(/works.*(SQLite|PostgreSQL)/);
  await expect(settings.part('Connection to Grafana')).toContainText('works');
  await expect(settings.part('Schedule')).toContainText('Next collection due');
  await expect(settings.part('Scores in dashboards and alert rules').getByRole('link')).not.toHaveCount(0);
  await expect(settings.files.getByRole('row', { name: '30-kpis-financial.yaml' })).toBeVisible();
});

test('everything can be taken out as YAML', async ({ settings, page }) => {
  await settings.open('export');
  const download = page.waitForEvent('download');
  await settings.button('Download YAML').click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain('apiVersion: scorecard/v1');
  expect(text).toMatch(/kind: Scorecard\nmetadata:\n? .*corporate/);
});

test.describe('an import', () => {
  test.afterEach(async ({ api }) => {
    await api.remove('orgunits', unit);
  });

  test('shows what it would change, and then changes that', async ({ settings, page }) => {
    await settings.open('import');
    await settings.upload(yaml);
    await settings.button('Show what would change').click();
    await expect(settings.plan).toContainText('1 created, 0 changed, 0 deleted, 0 unchanged');
    await expect(settings.plan).toContainText(`OrgUnit ${unit}`);

    await settings.button('Apply').click();
    await expect(page.getByText('Applied', { exact: true })).toBeVisible();
    await settings.button('Show what would change').click();
    await expect(settings.plan).toContainText('0 created, 0 changed, 0 deleted, 1 unchanged');
  });
});

test.describe('a broken file', () => {
  test.use({ expectedComplaint: /status of 422/ });

  test('is refused as a whole, with the line of each problem', async ({ settings, page }) => {
    await settings.open('import');
    await settings.upload(yaml.replace('title: Airport shops', 'title: Airport shops, parent: no-such-unit'));
    await settings.button('Show what would change').click();
    const alert = page.getByRole('alert').filter({ hasText: 'Nothing was written' });
    await expect(alert).toContainText('no-such-unit');
    await expect(alert).toContainText(/line 4/i);
    await expect(settings.button('Apply')).toHaveCount(0);
  });
});
