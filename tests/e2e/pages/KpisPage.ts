import { type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** The catalogue of KPIs. */
export class KpisPage extends AppPage {
  readonly table: Locator;
  readonly search: Locator;
  readonly newKpi: Locator;

  constructor(page: Page) {
    super(page);
    this.table = page.getByRole('table', { name: 'KPIs' });
    this.search = page.getByRole('textbox', { name: 'Search KPIs' });
    this.newKpi = page.getByRole('link', { name: 'New KPI' });
  }

  async open(query = ''): Promise<void> {
    await this.goTo(`kpis${query}`);
  }

  link(title: string): Locator {
    return this.table.getByRole('link', { name: title, exact: true });
  }
}
