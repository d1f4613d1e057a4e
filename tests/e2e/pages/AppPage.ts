import { expect, type Locator, type Page } from '@playwright/test';

/** What all pages of the app have in common. */
export abstract class AppPage {
  readonly heading: Locator;

  constructor(protected readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
  }

  /** Goes to an address under the app and waits until the page shows what it loads. */
  protected async goTo(path: string): Promise<void> {
    await this.page.goto(`/a/bsc-scorecard-app/${path}`);
    await this.ready();
  }

  /** Waits until the page has its heading and nothing on it is still loading. */
  async ready(): Promise<void> {
    await expect(this.heading.first()).toBeVisible();
    await expect(this.page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await expect(this.page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  }

  /** Chooses an option of one of Grafana's comboboxes; a pattern that is plain text is typed, as of a long list only a part is drawn. */
  protected async choose(combobox: string | Locator, option: string | RegExp): Promise<void> {
    const box = typeof combobox === 'string' ? this.page.getByRole('combobox', { name: combobox }) : combobox;
    await box.click();
    if (option instanceof RegExp && /^[\w-]+$/.test(option.source)) {
      await box.fill(option.source);
    }
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** Chooses one more option where several can be chosen, by typing it: of a long list only a part is drawn. */
  protected async chooseMore(combobox: string | Locator, option: string): Promise<void> {
    const box = typeof combobox === 'string' ? this.page.getByRole('combobox', { name: combobox }) : combobox;
    await box.fill(option);
    await this.page.getByRole('option', { name: option }).first().click();
    await box.press('Tab');
  }

  /** Chooses one of a group of radio buttons. */
  protected async chooseRadio(group: string, option: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: option, exact: true }).check();
  }
}
