import { type APIRequestContext } from '@playwright/test';
import { HomePage } from './pages/HomePage';
import { RegisterPage } from './pages/RegisterPage';
import { Api, resource } from './support/api';
import { expect, test } from './support/fixtures';
import { makeTeam } from './support/teams';
import { editor, loginOf } from './support/users';

const BASE = '/api/plugins/bsc-scorecard-app/resources/v1';
const id = `own-${Date.now().toString(36)}`;
const ask = `Ask the carriers ${id}`;
const train = `Train the planners ${id}`;
const decision = `Renew the contract ${id}`;

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.use({ user: editor, storageState: loginOf(editor.user) });

async function apply(request: APIRequestContext, documents: object[]): Promise<void> {
  const response = await request.post(`${BASE}/apply`, { data: documents });
  expect(response.ok(), await response.text()).toBe(true);
}

/** A day as an English page writes it. */
const said = (text: string) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(text));

const day = (fromNow: number) => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

/** Takes away what the specs made, so that the organisation stays as it was. */
test.afterAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, storageState: loginOf(editor.user) });
  const api = new Api(context.request);
  for (const [plural, name] of [
    ['actions', `ask-the-carriers-${id}`],
    ['actions', `${id}-train`],
    ['actions', `${id}-dock`],
    ['commentaries', `${id}-orders`],
    ['scorecards', `${id}-card`],
    ['objectives', `${id}-deliver`],
    ['strategies', `${id}-strategy`],
    ['targetsets', `${id}-target`],
    ['decisions', `${id}-renew`],
    ['governancecharters', `${id}-charter`],
    ['kpis', `${id}-orders`],
    ['orgunits', `${id}-depot`],
    ['calendars', `${id}-calendar`],
  ]) {
    await api.remove(plural, name);
  }
  await context.close();
});

test('writes down an action and finds it in My work', async ({ page }) => {
  const register = new RegisterPage(page);
  await register.open();
  await register.newAction.click();
  await register.ready();
  await register.field('Title').fill(ask);
  await register.field('Owner').fill(editor.user);
  await page.getByLabel('Due').fill(day(2));
  await register.button('Save').click();
  await expect(register.panel(ask)).toContainText(`due on ${said(day(2))}`);

  const home = new HomePage(page);
  await home.open();
  await expect(home.item(ask)).toContainText(`It is to be done by ${said(day(2))}.`);
  await home.item(ask).getByRole('link', { name: ask }).click();
  await expect(register.panel(ask)).toBeVisible();
});

test('puts it off twice: both stay on record, and it escalates', async ({ page }) => {
  const register = new RegisterPage(page);
  await register.open(`?q=${id}`);
  await register.openEntry(ask);
  for (const due of [day(9), day(16)]) {
    await register.button('Change state, owner or due date').click();
    await register.drawer.getByLabel('Due').fill(due);
    await register.drawer.getByLabel('Why').fill('The carriers are away');
    await register.drawer.getByRole('button', { name: 'Change', exact: true }).click();
    await expect(register.drawer).toHaveCount(0);
    await expect(register.panel(ask)).toContainText(`due on ${said(due)}`);
  }
  const panel = register.panel(ask);
  await expect(panel).toContainText(`2 times, 14 days since first due on ${said(day(2))}`);
  await expect(panel).toContainText('Its due date was put off a second time.');
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  await expect(panel).toContainText('The carriers are away');
});

test('closes several at once, after a question', async ({ page }) => {
  await apply(page.request, [
    resource('Action', `${id}-train`, { title: train, owner: editor.user, due: day(30), description: id }),
  ]);
  const register = new RegisterPage(page);
  await register.open(`?q=${id}`);
  await register.chooseEntry(ask);
  await register.chooseEntry(train);
  await register.button('Change them').click();
  await register.chooseState('done');
  await register.drawer.getByLabel('Evidence').fill('Mail of the carriers');
  await register.drawer.getByRole('button', { name: 'Change', exact: true }).click();
  await register.drawer.getByRole('button', { name: 'Change all 2' }).click();
  await expect(register.drawer).toHaveCount(0);
  await expect(register.table).toHaveCount(0);
  await register.open(`?q=${id}&state=closed`);
  await expect(register.row(train)).toContainText('done');
  await expect(register.row(ask)).toContainText(said(day(0)));
});

test('has what is open in the own calendar, until the feed is revoked', async ({ page, browser, baseURL }) => {
  await apply(page.request, [
    resource('Action', `${id}-train`, { title: train, owner: editor.user, due: day(30), state: 'open' }),
  ]);
  const register = new RegisterPage(page);
  await register.open();
  await register.button('Calendar feed').click();
  await register.drawer.getByLabel('Name').fill(id);
  await register.button('Make a feed').click();
  const address = await page.getByRole('textbox', { name: 'Address of the feed' }).inputValue();

  const phone = await browser.newContext({ baseURL, storageState: loginOf('viewer') });
  const feed = await phone.request.get(address);
  expect(feed.headers()['content-type']).toContain('text/calendar');
  const text = (await feed.text()).replace(/\r\n[ \t]/g, '');
  expect(text).toContain(`UID:action-${id}-train.org1@bsc-scorecard-app`);
  expect(text).toContain(`DTSTART;VALUE=DATE:${day(30).replaceAll('-', '')}`);
  expect(text).not.toContain(`action-ask-the-carriers-${id}.`);

  await register.drawer.getByRole('row', { name: id }).getByRole('button', { name: 'Revoke' }).click();
  await expect(register.drawer.getByRole('row', { name: id })).toContainText('revoked');
  expect((await phone.request.get(address)).status()).toBe(404);
  await phone.close();
});

test('sees what waits for a team, and narrows the register to it', async ({ page, browser, baseURL }) => {
  const team = `Dock ${id}`;
  await makeTeam(browser, baseURL, team, editor.user);
  await apply(page.request, [
    resource('Action', `${id}-dock`, { title: `Repair the dock ${id}`, owner: `team:${team}`, due: day(3) }),
  ]);
  const home = new HomePage(page);
  await home.open();
  await expect(home.item(`Repair the dock ${id}`)).toContainText(`(team: ${team})`);

  const register = new RegisterPage(page);
  await register.open('?mine=true');
  await register.chooseTeam(team);
  await expect(register.table.getByRole('row')).toHaveCount(2);
  await expect(register.row(`Repair the dock ${id}`)).toContainText(`team: ${team}`);
  await expect(register.row(`Repair the dock ${id}`)).toContainText(said(day(3)));
});

test('sees what came of a decision on trial, beside its KPI and for its committee', async ({ page }) => {
  const submitted = (period: string, value: number) => ({ kpi: `${id}-orders`, unit: `${id}-depot`, period, value });
  await apply(page.request, [
    resource('Calendar', `${id}-calendar`, { title: 'Calendar', timeZone: 'UTC' }),
    resource('OrgUnit', `${id}-depot`, { title: 'Depot' }),
    resource('Kpi', `${id}-orders`, {
      title: `Orders ${id}`,
      calendar: `${id}-calendar`,
      frequency: 'month',
      source: { type: 'manual' },
      units: [`${id}-depot`],
    }),
    resource('GovernanceCharter', `${id}-charter`, {
      title: `Charter ${id}`,
      committees: [{ name: 'board', title: 'Board' }],
    }),
    resource('Decision', `${id}-renew`, {
      title: decision,
      owner: editor.user,
      charter: `${id}-charter`,
      committee: 'board',
      decidedOn: '2025-03-10',
      expectedEffect: { kpi: `${id}-orders`, sign: 'up', size: 20, by: '2025-05', probability: 0.8 },
    }),
  ]);
  const rows = [submitted('2025-02', 100), submitted('2025-05', 110)];
  expect((await page.request.post(`${BASE}/submissions`, { data: { rows } })).ok()).toBe(true);

  const register = new RegisterPage(page);
  await page.goto(`/a/bsc-scorecard-app/kpis/${id}-orders?tab=followup`);
  await page.getByRole('link', { name: decision }).click();
  const panel = register.panel(decision);
  await expect(panel).toContainText('effect failed');
  await expect(panel).toContainText('100 before, 110 after, a change of 10.');
  await panel.getByRole('link', { name: 'How well the committee foresees' }).click();
  await expect(page.getByRole('region', { name: 'Board' })).toContainText(
    'Brier score 0.64 (0 is perfect, 0.25 a coin), 1 checked'
  );
  await expect(page.getByRole('row', { name: decision })).toContainText('effect failed');
});

test('is asked for the explanation of an own KPI that is off track, and then for its plan', async ({ page }) => {
  const kpi = `${id}-orders`;
  const unit = `${id}-depot`;
  const now = new Date();
  const period = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
  await apply(page.request, [
    resource('Calendar', `${id}-calendar`, { title: 'Calendar', timeZone: 'UTC' }),
    resource('OrgUnit', unit, { title: 'Depot' }),
    resource('Kpi', kpi, {
      title: `Orders ${id}`,
      calendar: `${id}-calendar`,
      frequency: 'month',
      source: { type: 'manual' },
      units: [unit],
      owner: editor.user,
    }),
    resource('TargetSet', `${id}-target`, {
      kpi,
      unit,
      target: 100,
      scale: { type: 'toTarget', baseline: 0, target: 100 },
    }),
    resource('Strategy', `${id}-strategy`, { title: `Strategy ${id}` }),
    resource('Objective', `${id}-deliver`, {
      title: `Deliver ${id}`,
      strategy: `${id}-strategy`,
      perspective: 'process',
      kpis: [{ kpi }],
    }),
    resource('Scorecard', `${id}-card`, {
      title: `Depot ${id}`,
      strategy: `${id}-strategy`,
      calendar: `${id}-calendar`,
      frequency: 'month',
      unit,
      perspectives: [{ name: 'process', title: 'Process', objectives: [{ objective: `${id}-deliver` }] }],
    }),
  ]);
  const rows = [{ kpi, unit, period, value: 10 }];
  expect((await page.request.post(`${BASE}/submissions`, { data: { rows } })).ok()).toBe(true);

  const home = new HomePage(page);
  await home.open();
  const owed = home.item(`Orders ${id}`).filter({ hasText: 'Explanation' });
  await expect(owed).toContainText('and nobody has said why.');
  await owed.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`kpis/${kpi}\\?unit=${unit}&period=${period}`));

  const commentary = { kpi, unit, period, explanation: 'A strike at the harbour' };
  await apply(page.request, [resource('Commentary', `${id}-orders`, commentary)]);
  await home.open();
  await expect(owed).toContainText('has no recovery plan yet.');
  const plan = { countermeasure: 'A second carrier', recoveryDate: day(60) };
  await apply(page.request, [resource('Commentary', `${id}-orders`, { ...commentary, ...plan })]);
  await home.open();
  await expect(owed).toHaveCount(0);
});
