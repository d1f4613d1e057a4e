import { MeetingPage } from './pages/MeetingPage';
import { expect, test } from './support/fixtures';
import { MeetingOfItsOwn } from './support/meeting';
import { loginOf } from './support/users';

// Without a connection the browser itself complains.
test.use({ expectedComplaint: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ });

const CAPTURE_MS = 10_000;

test('a facilitator holds a meeting by keyboard, and a lost connection loses nothing', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  test.slow(); // two note takers, each with a page
  const made = new MeetingOfItsOwn(page.request, `fac-${Date.now().toString(36)}`);
  await made.make(new Date());
  await page.clock.install();
  const meeting = new MeetingPage(page);
  await meeting.open(made.name);
  expect(await meeting.overflow(), 'the screen scrolls').toBeLessThanOrEqual(0);

  await meeting.button('Start the meeting').click();
  await expect(meeting.item('Off track').getByLabel('Runs now')).toBeVisible();
  await meeting.attend('head-of-works', 'There');
  await meeting.attend('planner', 'Delegate');

  await test.step('a decision and an action within ten seconds', async () => {
    const begun = performance.now();
    await meeting.write('d', 'Renew the carrier contract @head-of-works');
    await meeting.write('a', 'Ask for three offers @planner !2030-01-15');
    await expect(meeting.entry('Renew the carrier contract')).toBeVisible();
    await expect(meeting.entry('Ask for three offers')).toBeVisible();
    expect(performance.now() - begun).toBeLessThan(CAPTURE_MS);
    await meeting.saved();
    expect(await made.results('decisions')).toMatchObject([
      { title: 'Renew the carrier contract', owner: 'head-of-works', review: made.name },
    ]);
    expect(await made.results('actions')).toMatchObject([
      { title: 'Ask for three offers', owner: 'planner', due: '2030-01-15', firstDue: '2030-01-15' },
    ]);
  });

  await test.step('sixty seconds without a connection, while somebody else takes notes', async () => {
    const elsewhere = await browser.newContext({ baseURL, storageState: loginOf('editor') });
    const colleague = new MeetingPage(await elsewhere.newPage());
    await colleague.open(made.name);

    await context.setOffline(true);
    await meeting.write('n', 'First note without a connection');
    await page.clock.fastForward(30_000);
    await page.keyboard.press('x');
    await meeting.write('n', 'Second note without a connection');
    await page.clock.fastForward(30_000);
    await meeting.write('p', 'Parked without a connection');
    await meeting.unsent(4);
    await expect(meeting.item('Open actions').getByLabel('Runs now')).toBeVisible();

    await colleague.write('n', 'A note of a colleague');
    await colleague.saved();
    await context.setOffline(false);
    await meeting.saved();

    await expect(meeting.entry('A note of a colleague')).toBeVisible();
    await expect(colleague.entry('Parked without a connection')).toBeVisible();
    await elsewhere.close();
    const log = await made.log();
    expect(
      log
        .filter(({ type }) => type === 'note')
        .map(({ text, actor }) => `${actor}: ${text}`)
        .sort()
    ).toEqual([
      'admin: First note without a connection',
      'admin: Second note without a connection',
      'editor: A note of a colleague',
    ]);
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  });

  await test.step('close, pulse and discipline', async () => {
    await meeting.button('Close the meeting').click();
    await meeting.answer(5, 4, 4);
    await expect(meeting.pulse.getByText('Thank you.')).toBeVisible();
    await meeting.saved();
    await expect(meeting.discipline.getByText('Agenda kept')).toBeVisible();
    await expect(meeting.discipline.getByText('75%')).toBeVisible();
  });
});

test('events wait in the browser over a reload', async ({ page }) => {
  const made = new MeetingOfItsOwn(page.request, `fac-r-${Date.now().toString(36)}`);
  await made.make(new Date());
  const meeting = new MeetingPage(page);
  await meeting.open(made.name);
  await meeting.button('Start the meeting').click();
  await meeting.saved();

  await page.route(`**/reviews/${made.name}/events`, (route) => route.abort('internetdisconnected'));
  await meeting.write('n', 'Kept over a reload');
  await meeting.unsent(1);
  await page.reload();
  await expect(meeting.entry('Kept over a reload')).toBeVisible();
  await meeting.unsent(1);
  await page.unroute(`**/reviews/${made.name}/events`);
  await meeting.saved();
  expect((await made.log()).map(({ type }) => type)).toEqual(['open', 'item', 'note']);
});
