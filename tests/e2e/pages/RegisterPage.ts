import { expect, type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** Actions and decisions of all sources. */
export class RegisterPage extends AppPage {
  readonly table: Locator;
  readonly newAction: Locator;
  readonly drawer: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    super(page);
    this.table = page.getByRole('table', { name: 'Register' });
    this.newAction = page.getByRole('link', { name: 'New action' });
    this.drawer = page.getByRole('dialog');
    this.search = page.getByRole('textbox', { name: 'Search the register' });
  }

  open(query = ''): Promise<void> {
    return this.goTo(`register${query}`);
  }

  row(title: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: title }) });
  }

  panel(title: string): Locator {
    return this.page.getByRole('region', { name: title });
  }

  async openEntry(title: string): Promise<void> {
    await this.table.getByRole('link', { name: title, exact: true }).click();
    await expect(this.panel(title)).toBeVisible();
  }

  async chooseEntry(title: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: `Choose ${title}` }).check({ force: true });
  }

  /** Sets the state of what the drawer changes. */
  async chooseState(state: string): Promise<void> {
    await this.choose(this.drawer.getByRole('combobox', { name: 'State' }), state);
  }

  /** Narrows the register to what a team owns. */
  async chooseTeam(team: string): Promise<void> {
    await this.choose('Team', `team: ${team}`);
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name });
  }
}
