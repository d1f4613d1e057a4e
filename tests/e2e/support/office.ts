import { type APIRequestContext } from '@playwright/test';
import { Api, resource } from './api';

/** An organisation of its own with one scorecard, whose monthly KPI closes ten days after its months. */
export class Office {
  private readonly api: Api;

  constructor(
    request: APIRequestContext,
    readonly id: string
  ) {
    this.api = new Api(request);
  }

  async make(): Promise<void> {
    const { id } = this;
    await this.api.apply([
      resource('OrgUnit', id, { title: 'Shipyard' }),
      resource('Calendar', id, { title: `Calendar ${id}`, timeZone: 'UTC' }),
      resource('Strategy', id, { title: `Strategy ${id}` }),
      resource('Kpi', id, {
        title: `Hulls ${id}`,
        calendar: id,
        frequency: 'month',
        closeDays: 20,
        source: { type: 'manual' },
      }),
      resource('Objective', id, { title: 'Deliver', strategy: id, perspective: 'process', kpis: [{ kpi: id }] }),
      resource('Scorecard', id, {
        title: `Shipyard ${id}`,
        strategy: id,
        calendar: id,
        frequency: 'month',
        unit: id,
        perspectives: [{ name: 'process', title: 'Process', objectives: [{ objective: id }] }],
      }),
    ]);
  }

  /** A second series that meets when the first one does, and needs one of its people. */
  async overlap(year: number): Promise<void> {
    await this.api.apply([
      resource('ReviewSeries', `${this.id}-dock`, {
        title: `Dock meeting ${this.id}`,
        tier: 'operational',
        scorecards: [this.id],
        period: 'week',
        roles: { required: ['foreman', 'ceo'] },
        recurrence: { rrule: 'FREQ=MONTHLY;BYDAY=2TU', start: `${year}-01-01T09:30`, timeZone: 'UTC', minutes: 30 },
      }),
    ]);
  }

  /** A review of a series that was held from an instant on. */
  async hold(series: string, start: string): Promise<void> {
    const name = `${series}-held`;
    await this.api.apply([resource('Review', name, { series, start })]);
    const end = new Date(new Date(start).getTime() + 3_600_000).toISOString();
    await this.api.post(`reviews/${name}/events`, {
      events: [
        { id: 'open', at: start, type: 'open' },
        { id: 'close', at: end, type: 'close' },
      ],
    });
  }
}
