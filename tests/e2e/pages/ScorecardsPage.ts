import { type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** The list of scorecards. */
export class ScorecardsPage extends AppPage {
  readonly table: Locator;

  constructor(page: Page) {
    super(page);
    this.table = page.getByRole('table', { name: 'Scorecards' });
  }

  async open(): Promise<void> {
    await this.goTo('scorecards');
  }

  row(title: string): Locator {
    return this.table.getByRole('row', { name: title });
  }

  link(title: string): Locator {
    return this.table.getByRole('link', { name: title, exact: true });
  }
}
