import { type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** One collection run. */
export class CollectionPage extends AppPage {
  readonly summary: Locator;
  readonly kpis: Locator;

  constructor(page: Page) {
    super(page);
    this.summary = page.getByRole('status').filter({ hasText: 'started by' });
    this.kpis = page.getByRole('table', { name: 'KPIs of this collection' });
  }

  row(kpi: string): Locator {
    return this.kpis.getByRole('row', { name: kpi });
  }
}
