import { type Frequency } from '../../../api/types';
import { frequencies } from '../../../contract';

export const kpiTabs = ['periods', 'why', 'provenance', 'followup', 'lineage'] as const;
export type KpiTab = (typeof kpiTabs)[number];

/** All that a KPI page shows; the URL holds it. */
export interface KpiState {
  unit?: string;
  /** The period that the sentence is about. */
  period?: string;
  frequency?: Frequency;
  /** Whose scheme names the statuses. */
  scorecard?: string;
  /** First and last period of the chart. */
  from?: string;
  to?: string;
  asOf?: string;
  now?: string;
  tab: KpiTab;
}

export function readState(params: URLSearchParams): KpiState {
  const text = (key: string) => params.get(key) || undefined;
  return {
    unit: text('unit'),
    period: text('period'),
    frequency: frequencies.find((frequency) => frequency === params.get('frequency')),
    scorecard: text('scorecard'),
    from: text('from'),
    to: text('to'),
    asOf: text('asOf'),
    now: text('now'),
    tab: kpiTabs.find((tab) => tab === params.get('tab')) ?? 'periods',
  };
}

/** The query of a state; what is as usual is left out. Parameters that aren't the page's own are kept from `base`. */
export function writeState(state: KpiState, base: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams(base);
  for (const [key, value] of Object.entries({ ...state, tab: state.tab === 'periods' ? undefined : state.tab })) {
    if (value) {
      params.set(key, value);
    } else {
      params.delete(key);
    }
  }
  return params;
}
