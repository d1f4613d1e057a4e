import { expect, type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** One scorecard: at a glance, in detail, as a heat map. */
export class ScorecardPage extends AppPage {
  readonly score: Locator;
  readonly perspectives: Locator;
  readonly offTrack: Locator;
  readonly changes: Locator;
  readonly period: Locator;
  readonly tree: Locator;

  constructor(page: Page) {
    super(page);
    this.score = page.getByRole('region', { name: 'Score', exact: true });
    this.perspectives = this.score.getByRole('list', { name: 'Perspectives' });
    this.offTrack = page.getByRole('region', { name: 'Off track' });
    this.changes = page.getByRole('region', { name: 'What changed' });
    this.period = page.getByRole('group', { name: 'Period', exact: true });
    this.tree = page.getByRole('treegrid', { name: 'Scorecard in detail' });
  }

  async open(name: string, query = ''): Promise<void> {
    await this.goTo(`scorecards/${name}${query}`);
  }

  async previousPeriod(): Promise<void> {
    await this.period.getByRole('button', { name: 'Previous period' }).click();
  }

  async chooseFrequency(name: string): Promise<void> {
    await this.choose(this.period.getByRole('combobox', { name: 'Frequency' }), name);
  }

  async chooseUnit(title: string): Promise<void> {
    await this.choose('Choose a unit', new RegExp(`^${title}\\b`));
  }

  /** A row of the tree by the name at its beginning. */
  row(title: string): Locator {
    return this.tree.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: title }) });
  }

  column(name: string): Locator {
    return this.tree.getByRole('columnheader', { name });
  }

  async hideColumn(name: string): Promise<void> {
    await this.chooseMore('Hidden columns', name);
  }

  async filterByStatus(name: string): Promise<void> {
    await this.chooseMore('Status', name);
  }

  /** The row that has the keyboard's focus. */
  async expectFocusOn(title: string): Promise<void> {
    await expect(this.row(title).first()).toBeFocused();
  }

  heatMap(by: 'period' | 'unit'): Locator {
    return this.page.getByRole('table', { name: `Scores of KPIs by ${by}` });
  }
}
