import { type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** The form by which something gets onto the agenda of a series. */
export class AgendaItemEditor extends AppPage {
  readonly about: Locator;
  readonly reason: Locator;

  constructor(page: Page) {
    super(page);
    this.about = page.getByRole('combobox', { name: /^What it is about/ });
    this.reason = page.getByRole('textbox', { name: /^Why here/ });
  }

  openNew(series: string): Promise<void> {
    return this.goTo(`reviews/items/new?series=${series}`);
  }

  async write(label: string, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(text);
  }

  /** Adds a link by its title, with nothing but the keyboard. */
  async addAbout(title: string): Promise<void> {
    await this.about.focus();
    await this.about.fill(title);
    await this.page.getByRole('option', { name: title }).waitFor();
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Tab');
  }

  /** What the form says of the class. */
  proposed(itemClass: string): Locator {
    return this.page.getByText(`Proposed from what it is about: ${itemClass}.`);
  }

  async save(): Promise<void> {
    await this.button('Save').click();
  }
}
