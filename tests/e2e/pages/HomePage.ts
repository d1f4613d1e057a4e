import { type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** My work. */
export class HomePage extends AppPage {
  readonly changes: Locator;

  constructor(page: Page) {
    super(page);
    this.changes = page.getByRole('region', { name: 'What changed' });
  }

  open(): Promise<void> {
    return this.goTo('home');
  }

  item(title: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: title });
  }
}
