import { asOf, now, ok, path, query, Route } from './route';

/** How lively a scorecard’s KPIs are, and what follows for its reviews. */
export const intensityRoutes: Route[] = [
  {
    method: 'get',
    path: '/scorecards/{name}/intensity',
    operationId: 'intensity',
    summary: 'Volatility of the KPIs, declared events, and the cadence of reviews that they call for',
    role: 'Viewer',
    parameters: [
      path('name', 'Name of the scorecard.'),
      query('period', 'Period id; the last one that has ended when left out, or when it has not ended.'),
      query('unit', 'Name of a unit; the scorecard’s own when left out.'),
      asOf,
      now,
    ],
    responses: ok('Intensity'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/cadenceproposals/{name}/change',
    operationId: 'cadenceChange',
    summary:
      'The rules that the series of the committee get by a proposal, and the dates that come and go; writes nothing',
    role: 'Viewer',
    parameters: [path('name', 'Name of the proposal.'), asOf, now],
    responses: ok('CadenceChange'),
    errors: [404],
  },
];
