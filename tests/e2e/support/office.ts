import { type APIRequestContext } from '@playwright/test';

const BASE = '/api/plugins/bsc-scorecard-app/resources/v1';

/** An organisation of its own with one scorecard, whose monthly KPI closes ten days after its months. */
export class Office {
  constructor(
    private readonly request: APIRequestContext,
    readonly id: string
  ) {}

  async make(): Promise<void> {
    const { id } = this;
    await this.apply([
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
    await this.apply([
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
    await this.apply([resource('Review', name, { series, start })]);
    const end = new Date(new Date(start).getTime() + 3_600_000).toISOString();
    await this.post(`reviews/${name}/events`, {
      events: [
        { id: 'open', at: start, type: 'open' },
        { id: 'close', at: end, type: 'close' },
      ],
    });
  }

  private async apply(documents: object[]): Promise<void> {
    await this.post('apply', documents);
  }

  private async post(path: string, data: object): Promise<void> {
    const response = await this.request.post(`${BASE}/${path}`, { data });
    if (!response.ok()) {
      throw new Error(`${path}: ${response.status()} ${await response.text()}`);
    }
  }
}

const resource = (kind: string, name: string, spec: object) => ({
  apiVersion: 'scorecard/v1',
  kind,
  metadata: { name },
  spec,
});
