import { type APIRequestContext } from '@playwright/test';
import { Api, resource } from './api';

/** An organisation of its own whose committees meet all year: every quarter, every month and every week, and get in each other's way. */
export class ReviewYear {
  /** Of the series that meets most often. */
  readonly title: string;
  /** How often it meets in a year at least. */
  readonly meetings = 52;

  private readonly api: Api;

  constructor(
    request: APIRequestContext,
    readonly id: string
  ) {
    this.api = new Api(request);
    this.title = `Works meeting ${id}`;
  }

  async make(): Promise<void> {
    const { id } = this;
    const year = new Date().getFullYear();
    const series = (name: string, spec: object, rrule: string) =>
      resource('ReviewSeries', `${id}-${name}`, {
        scorecards: [id],
        roles: { required: ['ceo'] },
        recurrence: { rrule, start: `${year - 1}-01-02T09:00`, timeZone: 'Europe/Berlin', minutes: 60 },
        ...spec,
      });
    const holiday = (day: string) => ({ date: `${year}-${day}`, title: `Holiday ${day}` });
    await this.api.apply([
      resource('OrgUnit', id, { title: 'Works' }),
      resource('Calendar', id, {
        title: `Calendar ${id}`,
        timeZone: 'Europe/Berlin',
        holidays: ['01-01', '05-01', '10-03', '12-25', '12-26'].map(holiday),
      }),
      resource('Strategy', id, { title: `Strategy ${id}` }),
      resource('Kpi', id, {
        title: `Output ${id}`,
        calendar: id,
        frequency: 'month',
        closeDays: 10,
        source: { type: 'manual' },
      }),
      resource('Objective', id, { title: 'Deliver', strategy: id, perspective: 'process', kpis: [{ kpi: id }] }),
      resource('Scorecard', id, {
        title: `Works ${id}`,
        strategy: id,
        calendar: id,
        frequency: 'month',
        unit: id,
        perspectives: [{ name: 'process', title: 'Process', objectives: [{ objective: id }] }],
      }),
      series('board', { title: `Board ${id}`, tier: 'strategic' }, 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU'),
      series('management', { title: `Management ${id}`, tier: 'tactical' }, 'FREQ=MONTHLY;BYDAY=1TU'),
      series('supply', { title: `Supply ${id}`, tier: 'tactical' }, 'FREQ=MONTHLY;BYDAY=2WE'),
      series('works', { title: this.title, tier: 'operational', period: 'week' }, 'FREQ=WEEKLY;BYDAY=TU'),
    ]);
  }
}
