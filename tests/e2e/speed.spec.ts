import { expect, test } from './support/fixtures';

/** From the request of the page to its numbers, on a server that has answered before. */
const limitMs = 2_000;
/** The machine may be busy with something else; being slow by itself shows in every attempt. */
const attempts = 5;

test('a scorecard is on screen in less than two seconds', async ({ scorecard, page }) => {
  await scorecard.open('corporate');
  await expect(scorecard.score).toBeVisible();
  const times: number[] = [];
  for (let attempt = 0; attempt < attempts && !times.some((time) => time < limitMs); attempt++) {
    await page.goto('about:blank');
    const start = performance.now();
    await page.goto('/a/bsc-scorecard-app/scorecards/corporate', { waitUntil: 'commit' });
    await scorecard.score
      .getByText(/^\d{1,3}$/)
      .first()
      .waitFor();
    times.push(performance.now() - start);
  }
  expect(Math.min(...times), `attempts took ${times.map(Math.round).join(', ')} ms`).toBeLessThan(limitMs);
});
