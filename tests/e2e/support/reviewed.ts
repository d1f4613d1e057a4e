import { type APIRequestContext } from '@playwright/test';
import { Api, resource } from './api';

/** An organisation of two units whose board reviews monthly; the north is far off track. Everything is named by its id. */
export class ReviewedOrganisation {
  readonly review: string;
  readonly north: string;
  readonly south: string;
  readonly kpi: string;
  readonly template: string;
  /** The month under review: the last one that has closed. */
  readonly period: string;

  private readonly api: Api;

  constructor(
    request: APIRequestContext,
    readonly id: string
  ) {
    this.api = new Api(request);
    this.review = `${id}-review`;
    this.north = `${id}-north`;
    this.south = `${id}-south`;
    this.kpi = `${id}-sales`;
    this.template = `${id}-template`;
    const now = new Date();
    this.period = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
  }

  /** `closeDays`: how long after a month its values may still change. */
  async make(closeDays: number): Promise<void> {
    const { id, north, south, kpi, template } = this;
    const target = (unit: string) =>
      resource('TargetSet', `${kpi}-${unit}`, {
        kpi,
        unit,
        target: 100,
        scale: { type: 'toTarget', baseline: 0, target: 100 },
      });
    await this.api.apply([
      resource('OrgUnit', id, { title: `Works ${id}` }),
      resource('OrgUnit', north, { title: `North ${id}`, parent: id }),
      resource('OrgUnit', south, { title: `South ${id}`, parent: id }),
      resource('Calendar', id, { title: `Months ${id}`, timeZone: 'UTC' }),
      resource('Kpi', kpi, {
        title: `Sales ${id}`,
        calendar: id,
        frequency: 'month',
        closeDays,
        source: { type: 'manual' },
        unitOfMeasure: { decimals: 0 },
      }),
      target(north),
      target(south),
      resource('Strategy', id, { title: `Strategy ${id}` }),
      resource('Objective', id, { title: `Sell ${id}`, strategy: id, perspective: 'financial', kpis: [{ kpi }] }),
      resource('Scorecard', id, {
        title: `Works ${id}`,
        strategy: id,
        calendar: id,
        frequency: 'month',
        unit: id,
        perspectives: [{ name: 'financial', title: 'Financial', objectives: [{ objective: id }] }],
      }),
      resource('ReportTemplate', template, {
        title: `Monthly ${id}`,
        sections: [
          { name: 'map', type: 'strategyMap' },
          { name: 'scorecard', type: 'scorecard' },
          { name: 'exceptions', type: 'exceptions' },
          { name: 'commentary', type: 'commentary', required: true },
          { name: 'actions', type: 'actions' },
        ],
      }),
      resource('ReviewSeries', id, {
        title: `Board ${id}`,
        tier: 'strategic',
        scorecards: [id],
        units: [north, south],
        period: 'month',
        template,
        recurrence: { rrule: 'FREQ=MONTHLY', start: '2026-01-05T09:00', timeZone: 'UTC', minutes: 60 },
      }),
      resource('Review', this.review, { series: id, start: new Date().toISOString(), period: this.period }),
    ]);
    await this.submit(north, 20);
    await this.submit(south, 90);
  }

  /** Submits a month's sales of a unit; a second value is a restatement. */
  async submit(unit: string, value: number): Promise<void> {
    await this.api.post('submissions', { rows: [{ kpi: this.kpi, unit, period: this.period, value }] });
  }
}
