import { AgendaItemEditor } from './pages/AgendaItemEditor';
import { HomePage } from './pages/HomePage';
import { CharterPage, ReviewsPage, SeriesEditor } from './pages/ReviewsPage';
import { expect, test } from './support/fixtures';
import { Office } from './support/office';
import { ReviewedOrganisation } from './support/reviewed';

test('the strategy office plans a year of reviews, and sees what became of it', async ({ page }) => {
  test.slow(); // several forms, one after the other
  const id = `so-${Date.now().toString(36)}`;
  const office = new Office(page.request, id);
  await office.make();
  const year = new Date().getUTCFullYear();
  const now = `${year}-07-01T00:00:00Z`;
  const charterName = `charter-${id}`;
  const seriesName = `board-review-${id}`;
  const seriesTitle = `Board review ${id}`;

  await test.step('a charter promises a monthly review', async () => {
    const charter = new CharterPage(page);
    await charter.openNew();
    await page
      .getByRole('textbox', { name: /^Title/ })
      .first()
      .fill(`Charter ${id}`);
    const board = charter.part('Executive board');
    await board.getByRole('textbox', { name: /^Chair/ }).fill('ceo');
    await board.getByRole('textbox', { name: /^Members/ }).fill('ceo\ncfo\nadmin');
    await board.getByRole('textbox', { name: 'Stands in for cfo' }).fill('controller');
    await charter.button('Add a promise').click();
    await charter.chooseIn('Promise 1', 'Scorecard', new RegExp(id));
    await charter.chooseIn('Promise 1', 'Committee', 'Executive board');
    await charter.chooseIn('Promise 1', 'How often', 'every month');
    await charter.save(charterName);
    await expect(charter.promises).toContainText('every month');
  });

  await test.step('a series says when, and shows its next dates before it is saved', async () => {
    const series = new SeriesEditor(page);
    await series.openNew();
    await series.write('Title', seriesTitle);
    await series.chooseIn('Tier', 'Strategic');
    await series.addScorecard(`Shipyard ${id}`);
    await series.chooseIn('Charter', new RegExp(id));
    await series.chooseIn('Committee', 'Executive board');
    await series.write('Required', 'ceo\ncfo');
    await series.begin(`${year}-01-01T09:00`);
    await series.write('Time zone', 'UTC');
    await expect(series.dates).toHaveCount(5);
    await expect(series.dates.first()).toContainText('Tuesday');
    await series.save();
    await expect(page).toHaveURL(/\/reviews$/);
  });

  const held = secondTuesday(year, 2);
  await office.hold(seriesName, held);
  await office.overlap(year);

  await test.step('the year is on screen, with what gets in the way', async () => {
    const reviews = new ReviewsPage(page);
    await reviews.open(year, id, now);
    const marks = reviews.marks(seriesTitle);
    await expect(marks).toHaveCount(12);
    await expect(marks.nth(1)).toHaveAccessibleName(/, held/);
    await expect(marks.nth(2)).toHaveAccessibleName(/, missed/);
    await expect(marks.nth(8)).toHaveAccessibleName(/, planned, conflict: before the data close, overlaps/);
    await expect(reviews.conflicts).toContainText('at the same time: ceo');
    await expect(reviews.table.getByRole('row')).toHaveCount(25);

    await marks.nth(8).focus();
    await page.keyboard.press('ArrowRight');
    await expect(marks.nth(9)).toBeFocused();
    await page.keyboard.press('Enter');
    const panel = reviews.panel(seriesTitle);
    await expect(panel).toContainText('It begins before the data of');
    await panel.getByRole('textbox', { name: 'Why it doesn’t take place' }).fill('Shipyard closed');
    await panel.getByRole('button', { name: 'Cancel the review' }).click();
    await expect(panel).toContainText('Shipyard closed');
    await expect(marks.nth(9)).toHaveAccessibleName(/, cancelled/);
  });

  await test.step('compliance says what was promised and what was held, and the charter is signed', async () => {
    const charter = new CharterPage(page);
    await charter.open(charterName, `${year}-01-01`, `${year}-06-30`, now);
    await expect(charter.promises).toContainText('1 of 6');
    await expect(page.getByRole('article')).toContainText('ceo was told on');
    await charter.sign.click();
    await expect(charter.signatures.getByRole('row').filter({ hasText: 'admin' })).toContainText('as it is now');
  });

  await test.step('on paper the charter stands alone, with its title', async () => {
    const paper = await new CharterPage(page).print();
    expect(paper.trimStart()).toMatch(new RegExp(`^Charter ${id}`));
    expect(paper).toContain('as it is now');
    expect(paper).not.toContain('Balanced Scorecard');
  });
});

test.describe('raising an item', () => {
  // The browser complains of the refusal that is provoked.
  test.use({ expectedComplaint: /422/ });

  test('something gets onto an agenda by what it is about', async ({ page }) => {
    const made = new ReviewedOrganisation(page.request, `item-${Date.now().toString(36)}`);
    await made.make(0);
    const item = new AgendaItemEditor(page);
    const title = `Late parcels ${made.id}`;

    await test.step('one KPI is operational, which needs a reason on a strategic agenda', async () => {
      await item.openNew(made.id);
      await item.write('What is to be resolved', title);
      await item.addAbout(`Sales ${made.id}`);
      await expect(item.proposed('Operational')).toBeVisible();
      await expect(item.reason).toBeVisible();
      await item.save();
      await expect(page.getByText(/an operational item needs a reason/).first()).toBeVisible();
    });

    await test.step('with an objective it is strategic, and needs none', async () => {
      await item.addAbout(`Sell ${made.id}`);
      await expect(item.proposed('Strategic')).toBeVisible();
      await expect(item.reason).toHaveCount(0);
      await item.save();
      await expect(page).toHaveURL(new RegExp(`reviews/series/${made.id}$`));
    });

    await test.step('who raised it has it in My work until it is settled', async () => {
      const home = new HomePage(page);
      await home.open();
      await expect(home.item(title)).toContainText(`You raised it, and it is open on the agenda of Board ${made.id}.`);
      await home.item(title).getByRole('link', { name: title }).click();
      await item.ready();
      await expect(page.getByText(`Sell ${made.id}`)).toBeVisible();
    });
  });
});

/** 9:00 in UTC on the second Tuesday of a month, counted from 1. */
function secondTuesday(year: number, month: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const day = 1 + ((2 - first + 7) % 7) + 7;
  return new Date(Date.UTC(year, month - 1, day, 9)).toISOString();
}
