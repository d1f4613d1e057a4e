import { type ReviewSeriesSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { ruleOf } from './rule';

/** What a new series starts from: a monthly review of an hour, in the browser's zone. */
export function newSeries(now: Date): Draft<ReviewSeriesSpec> {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return {
    metadata: { name: '' },
    spec: {
      title: '',
      tier: 'tactical',
      scorecards: [],
      recurrence: {
        rrule: ruleOf({ every: 'month', weekday: 'TU', nth: 2 }),
        start: `${now.getFullYear()}-${month}-01T09:00`,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      agenda: [],
    },
  };
}
