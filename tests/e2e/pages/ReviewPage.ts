import { type Download, expect, type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** One review: report, units side by side, minutes, files. */
export class ReviewPage extends AppPage {
  readonly premature: Locator;
  readonly reason: Locator;
  readonly freeze: Locator;

  constructor(page: Page) {
    super(page);
    this.premature = page.getByRole('list', { name: 'Values that are not final' }).getByRole('listitem');
    this.reason = page.getByRole('textbox', { name: 'Why it is frozen all the same' });
    this.freeze = page.getByRole('button', { name: 'Freeze the report' });
  }

  async open(review: string): Promise<void> {
    await this.goTo(`reviews/meetings/${review}`);
  }

  /** The explanation of a KPI, where it is read and written. */
  commentary(title: string): Locator {
    return this.page.getByRole('region', { name: `Explanation and recovery plan: ${title}` });
  }

  async explain(title: string, explanation: string, countermeasure: string, recoveryDate: string): Promise<void> {
    const commentary = this.commentary(title);
    await commentary.getByRole('button', { name: /Explain|Change/ }).click();
    await commentary.getByLabel('Explanation').fill(explanation);
    await commentary.getByLabel('Countermeasure').fill(countermeasure);
    await commentary.getByLabel('Recovers by').fill(recoveryDate);
    await commentary.getByRole('button', { name: 'Save explanation' }).click();
    await expect(commentary.getByText(explanation)).toBeVisible();
  }

  report(unit: string): Locator {
    return this.page.getByRole('article', { name: unit });
  }

  section(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** A row of a report's table, by what it begins with. */
  row(title: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: title }) });
  }

  async chooseUnit(title: string): Promise<void> {
    await this.choose('Unit', title);
  }

  async chooseSection(title: string): Promise<void> {
    await this.choose('Section', title);
  }

  /** Has the files of all units made, and saves the archive. */
  async saveArchive(): Promise<Download> {
    await this.button(/Make PDF/).click();
    const archive = this.page.getByRole('link', { name: 'Save the archive' });
    await expect(archive).toBeVisible({ timeout: 30_000 });
    const download = this.page.waitForEvent('download');
    await archive.click();
    return download;
  }
}
