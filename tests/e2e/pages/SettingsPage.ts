import { type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** The running server, and everything as YAML, out and in. */
export class SettingsPage extends AppPage {
  readonly files: Locator;
  readonly plan: Locator;

  constructor(page: Page) {
    super(page);
    this.files = page.getByRole('table', { name: 'Provisioned files' });
    this.plan = page.getByRole('region', { name: 'What changes' });
  }

  async open(tab: 'status' | 'export' | 'import' = 'status'): Promise<void> {
    await this.goTo(`settings?tab=${tab}`);
  }

  part(title: string): Locator {
    return this.page.getByRole('region', { name: title });
  }

  async upload(yaml: string): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'import.yaml', mimeType: 'application/yaml', buffer: Buffer.from(yaml) });
  }
}
