import { IntensityPage } from './pages/IntensityPage';
import { expect, test } from './support/fixtures';
import { LivelyScorecard } from './support/livelyScorecard';

test('a strategy office sees that a scorecard became lively, and its board decides to meet more often', async ({
  page,
  scorecard,
}) => {
  const made = new LivelyScorecard(page.request, `lively-${Date.now().toString(36)}`);
  await made.make(new Date());
  const intensity = new IntensityPage(page);

  await test.step('from the scorecard to the readings', async () => {
    await scorecard.open(made.name);
    await page.getByRole('link', { name: 'Review intensity' }).click();
    await expect(intensity.heading).toHaveText('Review intensity');
    await expect(intensity.volatility).toContainText('2.4');
    await expect(intensity.volatility).toContainText('lively');
    await expect(intensity.drivers).toHaveCount(1 + 5);
  });

  const proposal = intensity.proposal('Board of the mill');
  await test.step('the calendar that would result', async () => {
    await expect(proposal).toContainText('every month instead of every quarter');
    await proposal.getByText(/1[123] reviews in the next year/).click();
    expect(await proposal.getByRole('listitem').count()).toBeGreaterThanOrEqual(11);
  });

  await test.step('a rejection needs a reason, an acceptance doesn’t', async () => {
    await proposal.getByRole('button', { name: 'Reject' }).click();
    await expect(proposal).toContainText('Say why it is rejected.');
    await proposal.getByLabel('Decided by').fill('ceo');
    await proposal.getByRole('button', { name: 'Accept' }).click();
    await expect(proposal).toContainText(/Accepted on \w{3} \d+, \d{4}/);
    await expect(proposal).toContainText('accepted, not carried out yet');
    expect(await made.specs('cadenceproposals')).toMatchObject([
      { from: 'quarter', to: 'month', decision: { outcome: 'accepted', by: 'ceo' } },
    ]);
  });

  const series = intensity.series(`Board review ${made.name}`);
  await test.step('the series is changed, the change undone, and made again', async () => {
    await expect(series).toContainText('every quarter, on the third Tuesday');
    await expect(series).toContainText(/\+ [78] meetings are added/);
    await series.getByRole('button', { name: 'Change the series' }).click();
    await expect(series).toContainText(/It meets every month since version 2 of .* by admin/);
    await expect(intensity.decisions).toContainText('carried out');
    await expect(proposal).toContainText('The charter still promises a review every quarter.');
    await series.getByRole('button', { name: 'Undo' }).click();
    await expect(series.getByRole('button', { name: 'Change the series' })).toBeVisible();
    await series.getByRole('button', { name: 'Change the series' }).click();
    await expect(series).toContainText('It meets every month since version 4');
    expect(await made.specs('reviewseries')).toMatchObject([
      {
        recurrence: {
          rrule: 'FREQ=MONTHLY;INTERVAL=1;BYDAY=3TU',
          earlier: [{ rrule: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU', start: '2024-01-16T09:00' }],
        },
      },
    ]);
  });

  await test.step('after a step the cadence rests for two cycles', async () => {
    await intensity.open(made.name);
    await expect(proposal).toContainText('The cadence was changed lately');
  });
});

test('an event that somebody declares calls for more reviews until it is over', async ({ page }) => {
  const made = new LivelyScorecard(page.request, `event-${Date.now().toString(36)}`);
  await made.make(new Date());
  const intensity = new IntensityPage(page);
  await intensity.open(made.name);

  const title = `Merger ${made.name}`;
  await intensity.declare(title);
  const row = intensity.events.getByRole('row', { name: title });
  await expect(row).toContainText('open');
  await expect(intensity.proposal('Board of the mill')).toContainText(`${title} is declared`);
  expect(await made.specs('changeevents')).toMatchObject([{ title, kind: 'transition' }]);

  await row.getByRole('button', { name: 'It is over' }).click();
  await expect(row.getByRole('cell').nth(2)).toHaveText(/\w{3} \d+, \d{4}/);
});
