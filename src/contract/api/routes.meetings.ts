import { asOf, dryRun, from, now, ok, path, Route, to } from './route';

const review = path('name', 'Name of the Review.');

/** What happens in meetings, and how they keep to their plan. */
export const meetingRoutes: Route[] = [
  {
    method: 'post',
    path: '/reviews/{name}/events',
    operationId: 'logReview',
    summary: 'Log what happens in a meeting; what was sent before changes nothing',
    role: 'Editor',
    parameters: [review, dryRun],
    request: { required: true, content: { 'application/json': 'ReviewEvents' } },
    responses: ok('kind:Review', 'The review, with what its log makes of it in `status`.'),
    errors: [400, 404, 409, 413],
  },
  {
    method: 'get',
    path: '/reviews/{name}/log',
    operationId: 'reviewLog',
    summary: 'Everything that was logged of a meeting, in the order of time',
    role: 'Viewer',
    parameters: [review, asOf],
    responses: ok('ReviewLog'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/reviews/{name}/discipline',
    operationId: 'reviewDiscipline',
    summary: 'How a meeting kept to its plan',
    role: 'Viewer',
    parameters: [review, asOf, now],
    responses: ok('Discipline'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/reviewseries/{name}/discipline',
    operationId: 'seriesDiscipline',
    summary: 'How the meetings of a series keep to their plan, over time',
    role: 'Viewer',
    parameters: [path('name', 'Name of the ReviewSeries.'), from, to, asOf, now],
    responses: ok('SeriesDiscipline'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/reviews/{name}/facilitation',
    operationId: 'facilitation',
    summary: 'What the facilitator may ask, ranked, and how fruitful the meeting is',
    role: 'Viewer',
    parameters: [review, asOf, now],
    responses: ok('Facilitation'),
    errors: [404],
  },
];
