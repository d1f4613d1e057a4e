import { expect, test } from './support/fixtures';

test.beforeEach(async ({ strategyMap }) => {
  await strategyMap.open('aurelia-2028', '?scorecard=corporate&period=2026-05');
});

test('the map shows every objective as a card, the table the same ones', async ({ strategyMap, page }) => {
  await expect(strategyMap.cards).toHaveCount(11);
  const onMap = await strategyMap.cards.evaluateAll((cards) =>
    cards.map((card) => card.getAttribute('aria-label')!.split(': ')[0])
  );

  await strategyMap.showAs('Table');
  await expect(page).toHaveURL(/view=table/);
  const inTable = await strategyMap.table.getByRole('rowheader').getByRole('button').allInnerTexts();
  expect(inTable.toSorted()).toEqual(onMap.toSorted());
});

test('a click opens what is behind an objective, beside the map', async ({ strategyMap, page }) => {
  await strategyMap.card('Keep customers for life').click();
  const details = strategyMap.details('Keep customers for life');
  await expect(details.getByRole('heading', { name: 'Keep customers for life' })).toBeFocused();
  await expect(details.getByRole('link', { name: 'Repeat purchase rate' })).toBeVisible();
  await expect(page).toHaveURL(/objective=keep-customers/);
  await expect(strategyMap.map).toBeVisible();

  await details.getByRole('button', { name: 'Close (Esc)' }).click();
  await expect(details).toHaveCount(0);
});

test('the map is walked by arrow keys, details open with Enter and close with Escape', async ({
  strategyMap,
  page,
}) => {
  const start = strategyMap.card('Answer customers fast');
  await start.focus();
  await page.keyboard.press('ArrowRight');
  await expect(strategyMap.card('Make products that stay with their owners')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(start).toBeFocused();

  await page.keyboard.press('Enter');
  const details = strategyMap.details('Answer customers fast');
  await expect(details).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await expect(start).toBeFocused();

  await page.keyboard.press('t');
  await expect(strategyMap.table).toBeVisible();
});

test('the slider goes through time', async ({ strategyMap, page }) => {
  await expect(strategyMap.slider).toHaveAttribute('aria-valuetext', 'May 2026');
  const before = await strategyMap.card('Win new customers').getAttribute('aria-label');
  await strategyMap.slider.press('ArrowLeft');
  await expect(strategyMap.slider).toHaveAttribute('aria-valuetext', 'April 2026');
  await expect(page).toHaveURL(/period=2026-04/);
  await expect(strategyMap.period).toContainText('April 2026');
  await expect(strategyMap.card('Win new customers')).not.toHaveAttribute('aria-label', before!);
});
