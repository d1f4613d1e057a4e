import { type APIRequestContext } from '@playwright/test';

const BASE = '/api/plugins/bsc-scorecard-app/resources/v1';

interface LoggedEvent {
  id: string;
  type: string;
  text?: string;
  actor: string;
}

/** A meeting of its own, with an organisation around it that is named alike. */
export class MeetingOfItsOwn {
  readonly name: string;

  constructor(
    private readonly request: APIRequestContext,
    readonly id: string
  ) {
    this.name = `${id}-review`;
  }

  async make(start: Date): Promise<void> {
    const { id } = this;
    await this.apply([
      resource('OrgUnit', id, { title: 'Works' }),
      resource('Calendar', id, { title: 'Calendar', timeZone: 'UTC' }),
      resource('Strategy', id, { title: `Strategy ${id}` }),
      resource('Objective', id, { title: 'Deliver', strategy: id, perspective: 'process' }),
      resource('Scorecard', id, {
        title: 'Works',
        strategy: id,
        calendar: id,
        frequency: 'month',
        unit: id,
        perspectives: [{ name: 'process', title: 'Process', objectives: [{ objective: id }] }],
      }),
      resource('ReviewSeries', id, {
        title: `Works meeting ${id}`,
        tier: 'tactical',
        scorecards: [id],
        recurrence: { rrule: 'FREQ=MONTHLY', start: '2026-01-05T09:00', timeZone: 'UTC', minutes: 40 },
        roles: { required: ['head-of-works', 'planner'] },
        agenda: [
          { name: 'exceptions', title: 'Off track', minutes: 30, class: 'tactical' },
          { name: 'register', title: 'Open actions', minutes: 10, class: 'operational' },
        ],
      }),
      resource('Review', this.name, { series: id, start: start.toISOString() }),
    ]);
  }

  async log(): Promise<LoggedEvent[]> {
    const { items } = await this.get<{ items: LoggedEvent[] }>(`reviews/${this.name}/log`);
    return items;
  }

  /** Specs of what came out of the meeting. */
  async results(plural: 'decisions' | 'actions'): Promise<Array<Record<string, unknown>>> {
    const { status } = await this.get<{ status: Record<string, Array<{ name: string }>> }>(`reviews/${this.name}`);
    const found = status[plural].map(({ name }) => this.get<{ spec: Record<string, unknown> }>(`${plural}/${name}`));
    return (await Promise.all(found)).map(({ spec }) => spec);
  }

  private async get<T>(path: string): Promise<T> {
    const response = await this.request.get(`${BASE}/${path}`);
    return (await response.json()) as T;
  }

  private async apply(documents: object[]): Promise<void> {
    const response = await this.request.post(`${BASE}/apply`, { data: documents });
    if (!response.ok()) {
      throw new Error(`apply: ${response.status()} ${await response.text()}`);
    }
  }
}

const resource = (kind: string, name: string, spec: object) => ({
  apiVersion: 'scorecard/v1',
  kind,
  metadata: { name },
  spec,
});
