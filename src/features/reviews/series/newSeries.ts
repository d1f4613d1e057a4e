import { type ReviewSeriesSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { rhythms, ruleOf } from './rule';

/** A charter's promise for which a series is planned, as the address of the form has it. */
const PROMISED = ['charter', 'committee', 'tier', 'scorecard', 'every'];

/** The address query of a form that plans the series of a promise. */
export function promiseQuery(promise: Record<string, string>): Record<string, string> {
  return Object.fromEntries(PROMISED.map((key) => [key, promise[key]]));
}

/** What a new series starts from: a monthly review from tomorrow on, in the browser's zone; or that of a promise. */
export function newSeries(now: Date, promised: URLSearchParams): Draft<ReviewSeriesSpec> {
  const [charter, committee, tier, scorecard, every] = PROMISED.map((key) => promised.get(key) ?? undefined);
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  const [month, day] = [tomorrow.getMonth() + 1, tomorrow.getDate()].map((part) => String(part).padStart(2, '0'));
  return {
    metadata: { name: '' },
    spec: {
      title: '',
      tier: (tier as ReviewSeriesSpec['tier'] | undefined) ?? 'tactical',
      ...(charter && { charter }),
      ...(committee && { committee }),
      scorecards: scorecard ? [scorecard] : [],
      recurrence: {
        rrule: ruleOf({ every: rhythms.find((one) => one === every) ?? 'month', weekday: 'TU', nth: 2 }),
        start: `${tomorrow.getFullYear()}-${month}-${day}T09:00`,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      agenda: [],
    },
  };
}
