import { expect, type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** Facilitator mode: the screen on which a review is held. */
export class MeetingPage extends AppPage {
  readonly agenda: Locator;
  readonly entries: Locator;
  readonly line: Locator;
  readonly pulse: Locator;
  readonly discipline: Locator;

  constructor(page: Page) {
    super(page);
    this.agenda = page.getByRole('region', { name: 'Agenda' });
    this.entries = page.getByRole('list', { name: 'Written down' }).getByRole('listitem');
    this.line = page.getByRole('textbox', { name: 'Write down' });
    this.pulse = page.getByRole('region', { name: 'How was the discussion?' });
    this.discipline = page.getByRole('region', { name: 'Discipline' });
  }

  async open(review: string): Promise<void> {
    await this.goTo(`reviews/meetings/${review}/facilitate`);
    await expect(this.agenda).toBeVisible();
  }

  /** Presses the key of a kind of entry, writes the line and keeps it; nothing but the keyboard. */
  async write(key: 'd' | 'a' | 'p' | 'n', text: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
  }

  entry(text: string): Locator {
    return this.entries.filter({ hasText: text });
  }

  item(title: string): Locator {
    return this.agenda.getByRole('listitem').filter({ hasText: title });
  }

  async attend(person: string, state: 'There' | 'Delegate' | 'Absent'): Promise<void> {
    await this.chooseRadio(`Attendance of ${person}`, state);
  }

  /** What the page says of events that the server doesn't have yet. */
  async unsent(count: number): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: `${count} not sent yet` })).toBeVisible();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: 'All saved' })).toBeVisible();
  }

  /** Answers the three questions. */
  async answer(heard: number, evidence: number, clear: number): Promise<void> {
    for (const [question, value] of [
      ['Was everybody heard?', heard],
      ['Was the evidence used?', evidence],
      ['Is it clear what was decided?', clear],
    ] as const) {
      const group = this.pulse.getByRole('radiogroup', { name: question });
      await group.getByRole('radio', { name: String(value), exact: true }).check();
    }
    await this.button('Answer').click();
  }

  /** How much of the page is beyond the window. */
  async overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  }
}
