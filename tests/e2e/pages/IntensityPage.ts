import { type Locator, type Page } from '@playwright/test';
import { AppPage } from './AppPage';

/** How often a scorecard should be reviewed. */
export class IntensityPage extends AppPage {
  readonly volatility: Locator;
  readonly drivers: Locator;
  readonly events: Locator;
  readonly decisions: Locator;

  constructor(page: Page) {
    super(page);
    this.volatility = page.getByRole('region', { name: 'Variation now against before' });
    this.drivers = page.getByRole('table', { name: 'KPIs that drive the readings' }).getByRole('row');
    this.events = page.getByRole('region', { name: 'Declared events' });
    this.decisions = page.getByRole('table', { name: 'Decisions on the cadence' });
  }

  async open(scorecard: string): Promise<void> {
    await this.goTo(`reviews/intensity/${scorecard}`);
  }

  proposal(committee: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${committee}: `) });
  }

  series(title: string): Locator {
    return this.page.getByRole('region', { name: `Series: ${title}` });
  }

  async declare(title: string): Promise<void> {
    await this.button('Declare an event').click();
    const form = this.page.getByRole('form', { name: 'Declare an event' });
    await form.getByLabel('What happens').fill(title);
    await form.getByRole('button', { name: 'Declare', exact: true }).click();
  }
}
