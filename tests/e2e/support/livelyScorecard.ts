import { type APIRequestContext } from '@playwright/test';
import { Api, resource } from './api';

/** Months with figures: the base, and the year that is judged. */
const MONTHS = 36;
const JUDGED = 12;
const KPIS = 5;

/** A scorecard of its own, reviewed every quarter, whose KPIs vary three times as much since a year. */
export class LivelyScorecard {
  private readonly api: Api;

  constructor(
    request: APIRequestContext,
    readonly name: string
  ) {
    this.api = new Api(request);
  }

  async make(today: Date): Promise<void> {
    const { name } = this;
    const kpis = Array.from({ length: KPIS }, (_, index) => `${name}-kpi-${index + 1}`);
    await this.api.apply([
      resource('OrgUnit', name, { title: `Mill ${name}` }),
      resource('Calendar', name, { title: `Calendar ${name}`, timeZone: 'UTC' }),
      resource('Strategy', name, { title: `Strategy ${name}` }),
      ...kpis.map((kpi) =>
        resource('Kpi', kpi, {
          title: `Output of ${kpi}`,
          calendar: name,
          frequency: 'month',
          units: [name],
          source: { type: 'manual' },
        })
      ),
      resource('Objective', name, {
        title: 'Run steadily',
        strategy: name,
        perspective: 'process',
        kpis: kpis.map((kpi) => ({ kpi })),
      }),
      resource('Scorecard', name, {
        title: `Scorecard ${name}`,
        strategy: name,
        calendar: name,
        frequency: 'month',
        unit: name,
        perspectives: [{ name: 'process', title: 'Process', objectives: [{ objective: name }] }],
      }),
      resource('GovernanceCharter', name, {
        title: `Charter ${name}`,
        committees: [{ name: 'board', title: 'Board of the mill' }],
        reviews: [
          { scorecard: name, committee: 'board', tier: 'strategic', every: 'quarter', bounds: { often: 'month' } },
        ],
      }),
      resource('ReviewSeries', name, {
        title: `Board review ${name}`,
        tier: 'strategic',
        charter: name,
        committee: 'board',
        scorecards: [name],
        recurrence: {
          rrule: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU',
          start: '2024-01-16T09:00',
          timeZone: 'UTC',
          minutes: 60,
        },
      }),
    ]);
    const rows = kpis.flatMap((kpi) =>
      Array.from({ length: MONTHS }, (_, index) => ({
        kpi,
        unit: name,
        period: month(today, index - MONTHS),
        value: 100 + (index < MONTHS - JUDGED ? 1 : 3) * (index % 2 === 0 ? 1 : -1),
      }))
    );
    await this.api.post('submissions', { rows });
  }

  /** A decision on one of the KPIs and an action that should be done by now, both of an owner of their own. */
  async decide(today: Date): Promise<void> {
    const { name } = this;
    const day = (offset: number) => new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
    await this.api.apply([
      resource('Decision', name, {
        title: `Slow the mill ${name}`,
        owner: name,
        options: ['Slow it', 'Stop it'],
        chosen: 'Slow it',
        decidedOn: day(-30),
        about: [{ kind: 'Scorecard', name }],
        expectedEffect: { kpi: `${name}-kpi-1`, sign: 'up', by: month(today, 2), probability: 0.8 },
      }),
      resource('Action', name, {
        title: `Oil the mill ${name}`,
        owner: name,
        due: day(-3),
        source: { kind: 'Decision', name },
      }),
    ]);
  }

  /** Specs of the resources of a kind, by its plural, that name the scorecard. */
  async specs(plural: string): Promise<Array<Record<string, unknown>>> {
    const { items } = await this.api.get<{ items: Array<{ spec: Record<string, unknown> }> }>(`${plural}?limit=1000`);
    return items
      .map(({ spec }) => spec)
      .filter(({ scorecard, scorecards }) => [scorecard, scorecards].flat().includes(this.name));
  }
}

/** The id of the month so many months after today's. */
function month(today: Date, offset: number): string {
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + offset, 1)).toISOString().slice(0, 7);
}
