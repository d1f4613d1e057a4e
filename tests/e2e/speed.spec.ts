import { type Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { ReviewYear } from './support/reviewYear';

// One after the other: each has the processor for itself.
test.describe.configure({ mode: 'default' });

/** The machine may be busy with something else; being slow by itself shows in every attempt. */
const attempts = 5;

/** Expects that something is on screen within a time, from when it is asked for, in one of some attempts. */
async function expectWithin(limitMs: number, attempt: () => Promise<number>): Promise<void> {
  const times: number[] = [];
  while (times.length < attempts && !times.some((time) => time < limitMs)) {
    times.push(await attempt());
  }
  expect(Math.min(...times), `attempts took ${times.map(Math.round).join(', ')} ms`).toBeLessThan(limitMs);
}

/** How long it takes from the request of a page until it is shown, on a server that has answered before. */
async function load(page: Page, path: string, shown: () => Promise<void>): Promise<number> {
  await page.goto('about:blank');
  const start = performance.now();
  await page.goto(`/a/bsc-scorecard-app/${path}`, { waitUntil: 'commit' });
  await shown();
  return performance.now() - start;
}

test('a scorecard is on screen in less than two seconds', async ({ scorecard, page }) => {
  await scorecard.open('corporate');
  await expect(scorecard.score).toBeVisible();
  const number = scorecard.score.getByText(/^\d{1,3}$/).first();
  await expectWithin(2_000, () => load(page, 'scorecards/corporate', () => number.waitFor()));
});

test('a year of reviews is on screen in less than a second, in less than three with the start of the host', async ({
  app,
  page,
}) => {
  const year = new ReviewYear(page.request, `year-${Date.now().toString(36)}`);
  await year.make();
  const lane = page.getByRole('group', { name: year.title });
  const last = lane.getByRole('button').nth(year.meetings - 1);
  await app.open('reviews');
  await expect(last).toBeVisible();
  // More than half of it is the host's own start, which a real Grafana has as well.
  await test.step('loaded as a whole', () => expectWithin(3_000, () => load(page, 'reviews', () => last.waitFor())));
  await test.step('opened from another page', () =>
    expectWithin(1_000, async () => {
      await app.open('settings');
      // By the keyboard: a click first waits for two frames, which a browser without a screen may draw a second apart.
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Reviews', exact: true }).focus();
      const start = performance.now();
      await page.keyboard.press('Enter');
      await last.waitFor();
      return performance.now() - start;
    }));
});
