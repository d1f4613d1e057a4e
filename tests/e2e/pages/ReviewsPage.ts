import { expect, type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** The year of reviews in lanes, and the panel of one of them. */
export class ReviewsPage extends AppPage {
  readonly conflicts: Locator;
  readonly table: Locator;

  constructor(page: Page) {
    super(page);
    this.conflicts = page.getByRole('region', { name: 'Conflicts ahead' });
    this.table = page.getByRole('table', { name: 'Reviews of the year' });
  }

  /** Opens a year of one scorecard as of an instant. */
  async open(year: number, scorecard: string, now: string): Promise<void> {
    await this.goTo(`reviews?${new URLSearchParams({ year: String(year), scorecard, now }).toString()}`);
  }

  /** The marks of a series, by its title. */
  marks(series: string): Locator {
    return this.page.getByRole('group', { name: series }).getByRole('button');
  }

  panel(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }
}

/** The form of a series of reviews. */
export class SeriesEditor extends AppPage {
  readonly dates: Locator;

  constructor(page: Page) {
    super(page);
    this.dates = page.getByRole('region', { name: 'Next dates' }).getByRole('listitem');
  }

  async openNew(): Promise<void> {
    await this.goTo('reviews/series/new');
  }

  /** Says from which local date and time on it meets. */
  async begin(local: string): Promise<void> {
    await this.page.getByLabel(/^From, at/).fill(local);
  }

  async write(label: string, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(text);
  }

  async chooseIn(label: string, option: string | RegExp): Promise<void> {
    await this.choose(this.page.getByRole('combobox', { name: new RegExp(`^${label}`) }), option);
  }

  async addScorecard(title: string): Promise<void> {
    await this.chooseMore('Scorecards', title);
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
  }
}

/** A charter: its form, and the document that it makes. */
export class CharterPage extends AppPage {
  readonly promises: Locator;
  readonly signatures: Locator;
  readonly sign: Locator;

  constructor(page: Page) {
    super(page);
    this.sign = page.getByRole('button', { name: 'Sign', exact: true });
    this.promises = page.getByRole('table', { name: 'Reviews that are promised' });
    this.signatures = page.getByRole('table', { name: 'Signatures' });
  }

  async openNew(): Promise<void> {
    await this.goTo('reviews/charters/new');
  }

  async open(name: string, from: string, to: string, now: string): Promise<void> {
    await this.goTo(`reviews/charters/${name}?${new URLSearchParams({ from, to, now }).toString()}`);
  }

  /** Prints, and gives back what would be on paper. */
  async print(): Promise<string> {
    await this.page.emulateMedia({ media: 'print' });
    // Runs in the frame that is printed: the browser's own dialogue can't be read.
    await this.page.addInitScript(() => {
      window.print = () => Object.assign(window.top!, { onPaper: document.body.innerText });
    });
    await this.button('Print').click();
    const paper = await this.page.waitForFunction(() => (window as { onPaper?: string }).onPaper);
    await this.page.emulateMedia({ media: null });
    return (await paper.jsonValue()) ?? '';
  }

  /** A part of the form, such as a committee. */
  part(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true });
  }

  /** Chooses within a part of the form. */
  async chooseIn(part: string, label: string, option: string | RegExp): Promise<void> {
    await this.choose(this.part(part).getByRole('combobox', { name: new RegExp(`^${label}`) }), option);
  }

  async save(name: string): Promise<void> {
    await this.button('Save').click();
    await expect(this.page).toHaveURL(new RegExp(`reviews/charters/${name}$`));
    await this.ready();
  }
}
