import { type APIRequestContext } from '@playwright/test';
import { Api, resource } from './api';

interface LoggedEvent {
  id: string;
  type: string;
  text?: string;
  actor: string;
}

/** A meeting of its own, with an organisation around it that is named alike. */
export class MeetingOfItsOwn {
  readonly name: string;

  private readonly api: Api;

  constructor(
    request: APIRequestContext,
    readonly id: string
  ) {
    this.api = new Api(request);
    this.name = `${id}-review`;
  }

  async make(start: Date): Promise<void> {
    const { id } = this;
    await this.api.apply([
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
    const { items } = await this.api.get<{ items: LoggedEvent[] }>(`reviews/${this.name}/log`);
    return items;
  }

  /** Specs of what came out of the meeting. */
  async results(plural: 'decisions' | 'actions'): Promise<Array<Record<string, unknown>>> {
    const { status } = await this.api.get<{ status: Record<string, Array<{ name: string }>> }>(`reviews/${this.name}`);
    const found = status[plural].map(({ name }) =>
      this.api.get<{ spec: Record<string, unknown> }>(`${plural}/${name}`)
    );
    return (await Promise.all(found)).map(({ spec }) => spec);
  }
}
