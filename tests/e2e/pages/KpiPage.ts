import { type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** One KPI: how it does, why, on which data. */
export class KpiPage extends AppPage {
  readonly chart: Locator;
  readonly periods: Locator;
  readonly definition: Locator;
  readonly why: Locator;
  readonly origin: Locator;
  readonly recorded: Locator;

  constructor(page: Page) {
    super(page);
    this.chart = page.getByRole('figure', { name: /^Chart of/ });
    this.periods = page.getByRole('table', { name: 'Periods' });
    this.definition = page.getByRole('region', { name: 'Definition' });
    this.why = page.getByRole('tree', { name: 'Why this value?' });
    this.origin = page.getByRole('region', { name: 'Where this number comes from' });
    this.recorded = page.getByRole('table', { name: 'Recorded values' });
  }

  async open(name: string, query = ''): Promise<void> {
    await this.goTo(`kpis/${name}${query}`);
  }

  /** The sentence that says how the KPI does. */
  sentence(text: RegExp): Locator {
    return this.page.getByText(text);
  }

  section(heading: string): Locator {
    return this.page.getByRole('heading', { name: heading }).locator('xpath=ancestor::section[1]');
  }
}
