import { type Occurrence } from '../../api/cadence';

/** An occurrence with everything as usual but what is given. */
export function occurrence(given: Partial<Occurrence> = {}): Occurrence {
  return {
    series: 'board',
    seriesTitle: 'The board review',
    title: 'Board review',
    tier: 'strategic',
    charter: 'charter',
    committee: 'executive-board',
    committeeTitle: 'Executive board',
    scorecards: ['corporate'],
    start: '2026-04-21T07:00:00.000Z',
    end: '2026-04-21T09:00:00.000Z',
    planned: '2026-04-21T07:00:00.000Z',
    review: null,
    state: 'planned',
    period: '2026-Q1',
    dataClose: '2026-04-20T22:00:00.000Z',
    conflicts: [],
    ...given,
  };
}
