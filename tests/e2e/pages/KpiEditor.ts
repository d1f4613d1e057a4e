import { expect, type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** The form of a KPI, and the same as YAML. */
export class KpiEditor extends AppPage {
  readonly title: Locator;
  readonly name: Locator;
  readonly preview: Locator;
  readonly previewedValues: Locator;
  readonly formula: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    super(page);
    this.title = page.getByRole('textbox', { name: /^Title/ });
    this.name = page.getByRole('textbox', { name: /^Name/ });
    this.preview = page.getByRole('region', { name: 'Preview', exact: true });
    this.previewedValues = this.preview.getByRole('table', { name: 'Values' });
    this.formula = page.getByRole('textbox', { name: /^Formula/ });
    this.save = page.getByRole('button', { name: 'Save', exact: true });
  }

  async openNew(): Promise<void> {
    await this.goTo('kpis/new');
  }

  async open(name: string): Promise<void> {
    await this.goTo(`kpis/${name}/edit`);
  }

  /** A text field by its label, which its description may follow. */
  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: new RegExp(`^${label}`) });
  }

  async chooseIn(label: string, option: string | RegExp): Promise<void> {
    await this.choose(this.page.getByRole('combobox', { name: new RegExp(`^${label}`) }), option);
  }

  async chooseSource(name: string): Promise<void> {
    await this.chooseRadio('Where values come from', name);
  }

  async chooseScale(name: string): Promise<void> {
    await this.chooseRadio('Scale', name);
  }

  async chooseDatasource(name: string): Promise<void> {
    await this.choose('Select a data source', name);
  }

  /** Writes SQL in the data source's own editor, in its code form where it offers others. */
  async writeSql(sql: string): Promise<void> {
    const code = this.page.getByRole('radio', { name: 'Code' });
    const text = this.codeEditor();
    await expect(code.or(text).first()).toBeAttached();
    if ((await code.count()) > 0) {
      await this.page.getByText('Code', { exact: true }).click();
    }
    await this.write(text, sql);
  }

  /** Replaces the whole document in the YAML view. */
  async writeYaml(yaml: string): Promise<void> {
    await this.write(this.codeEditor(), yaml);
  }

  /** Asks for the values that the unsaved definition gives from one period to another. */
  async showPreview(from: string, to: string): Promise<void> {
    await this.preview.getByRole('textbox', { name: 'From period' }).fill(from);
    await this.preview.getByRole('textbox', { name: 'To period' }).fill(to);
    await this.preview.getByRole('button', { name: 'Show the preview' }).click();
  }

  private codeEditor(): Locator {
    return this.page.getByRole('textbox', { name: /^(Editor content|The resource as YAML)/ });
  }

  private async write(editor: Locator, text: string): Promise<void> {
    await editor.focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(text);
    await editor.blur();
  }

  async remove(): Promise<void> {
    await this.button('Delete').click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  }
}
