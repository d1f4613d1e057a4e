import { asOf, from, now, ok, path, Route, to } from './route';

/** When reviews are, what is on their agendas, and what was promised of them. */
export const cadenceRoutes: Route[] = [
  {
    method: 'get',
    path: '/reviews/calendar',
    operationId: 'reviewCalendar',
    summary:
      'Occurrences of all series with their conflicts, data closes and holidays; twelve months around now, at most five years',
    role: 'Viewer',
    parameters: [from, to, asOf, now],
    responses: ok('ReviewCalendar'),
    errors: [],
  },
  {
    method: 'post',
    path: '/reviewseries/preview',
    operationId: 'previewSeries',
    summary: 'When an unsaved series would meet next, with conflicts; writes nothing',
    role: 'Editor',
    parameters: [],
    request: { required: true, content: { 'application/json': 'SeriesPreviewRequest' } },
    responses: ok('SeriesPreview'),
    errors: [400, 413],
  },
  {
    method: 'get',
    path: '/reviews/{name}/agenda',
    operationId: 'reviewAgenda',
    summary: 'Agenda of a review: the template’s items, and open items with their history',
    role: 'Viewer',
    parameters: [path('name', 'Name of the review.'), asOf, now],
    responses: ok('ReviewAgenda'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/governancecharters/{name}/compliance',
    operationId: 'charterCompliance',
    summary: 'What the charter promised against what was held; of the last twelve months',
    role: 'Viewer',
    parameters: [path('name', 'Name of the charter.'), from, to, asOf, now],
    responses: ok('Compliance'),
    errors: [404],
  },
];
