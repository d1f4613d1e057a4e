import { type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** The strategy map of one strategy: cards and arrows, or the same as a table. */
export class StrategyMapPage extends AppPage {
  readonly map: Locator;
  readonly table: Locator;
  readonly slider: Locator;
  readonly period: Locator;

  constructor(page: Page) {
    super(page);
    this.map = page.getByRole('group', { name: /^Strategy map/ });
    this.table = page.getByRole('table', { name: /^Objectives of/ });
    this.slider = page.getByRole('slider', { name: 'Period' });
    this.period = page.getByRole('group', { name: 'Period', exact: true });
  }

  async open(name: string, query = ''): Promise<void> {
    await this.goTo(`strategies/${name}${query}`);
  }

  /** The card of an objective; its name begins with the objective's title and ends with its owner. */
  card(title: string): Locator {
    return this.map.getByRole('button', { name: new RegExp(`^${title}: `) });
  }

  get cards(): Locator {
    return this.map.getByRole('button', { name: /owner/ });
  }

  /** The details of an objective beside the map. */
  details(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  async showAs(form: 'Map' | 'Table'): Promise<void> {
    await this.chooseRadio('Form', form);
  }
}
