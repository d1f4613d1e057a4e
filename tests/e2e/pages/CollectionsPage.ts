import { type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** All collection runs, and the place to start one. */
export class CollectionsPage extends AppPage {
  readonly table: Locator;
  readonly start: Locator;

  constructor(page: Page) {
    super(page);
    this.table = page.getByRole('table', { name: 'Collections' });
    this.start = page.getByRole('button', { name: 'Start a collection' });
  }

  async open(): Promise<void> {
    await this.goTo('collections');
  }

  /** Collects one KPI over a range of periods. */
  async collect(kpi: string, from: string, to: string): Promise<void> {
    await this.start.click();
    const drawer = this.page.getByRole('dialog', { name: 'Start a collection' });
    await drawer.getByRole('radio', { name: 'Some KPIs' }).check();
    await this.chooseMore(drawer.getByRole('combobox', { name: 'KPIs' }), kpi);
    await drawer.getByRole('textbox', { name: /^From period/ }).fill(from);
    await drawer.getByRole('textbox', { name: /^To period/ }).fill(to);
    await drawer.getByRole('button', { name: 'Start', exact: true }).click();
  }
}
