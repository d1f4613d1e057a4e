import { z } from 'zod';
import { reportFormats } from './reports';
import { asOf, dryRun, mediaTypes, now, ok, path, query, Route } from './route';

const review = path('name', 'Name of the review.');
const batch = path('id', 'Id of the batch.');

/** Frozen reports of reviews, and files made from them. */
export const reportRoutes: Route[] = [
  {
    method: 'post',
    path: '/reviews/{name}/freeze',
    operationId: 'freezeReview',
    summary: 'Freeze the report of a review; refused on premature data without saying why',
    role: 'Editor',
    parameters: [review, dryRun, asOf, now],
    request: { required: false, content: { 'application/json': 'FreezeRequest' } },
    responses: ok('Snapshot'),
    errors: [400, 404, 409, 413],
  },
  {
    method: 'get',
    path: '/reviews/{name}/snapshot',
    operationId: 'getSnapshot',
    summary: 'What was frozen, when, on which data; 404 while nothing is',
    role: 'Viewer',
    parameters: [review],
    responses: ok('Snapshot'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/snapshots',
    operationId: 'listSnapshots',
    summary: 'What was frozen, newest first; nothing of a review whose report is not frozen',
    role: 'Viewer',
    parameters: [query('review', 'Name of a review; all of them when left out.')],
    responses: ok('SnapshotList'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/reviews/{name}/report',
    operationId: 'getReport',
    summary: 'The frozen report of a unit, the same for ever; JSON, or a file in another format',
    role: 'Viewer',
    parameters: [
      review,
      query('format', 'json when left out.', z.enum(['json', 'html', 'pdf', 'pptx', 'xlsx'])),
      query('unit', 'Name of a unit; the first one that was frozen when left out.'),
      asOf,
      now,
    ],
    responses: {
      200: {
        description: 'OK',
        contentType: 'application/json',
        body: 'Report',
        also: Object.fromEntries(reportFormats.map((format) => [mediaTypes[format], 'file'])),
      },
    },
    errors: [404],
  },
  {
    method: 'get',
    path: '/reviews/{name}/sections/{section}',
    operationId: 'compareSection',
    summary: 'The same section of all units side by side',
    role: 'Viewer',
    parameters: [review, path('section', 'Name of the section.')],
    responses: ok('SectionComparison'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/reviews/{name}/deliveries',
    operationId: 'listDeliveries',
    summary: 'Whom the frozen report went to, and what failed',
    role: 'Viewer',
    parameters: [review],
    responses: ok('Deliveries'),
    errors: [404],
  },
  {
    method: 'post',
    path: '/reportbatches',
    operationId: 'startReportBatch',
    summary: 'Have the reports of many units made as files, in the background',
    role: 'Viewer',
    parameters: [dryRun],
    request: { required: true, content: { 'application/json': 'ReportBatchRequest' } },
    responses: {
      200: {
        description: 'A dry run: the batch as it would be.',
        contentType: 'application/json',
        body: 'ReportBatch',
      },
      202: { description: 'Accepted.', contentType: 'application/json', body: 'ReportBatch' },
    },
    errors: [400, 404, 413],
  },
  {
    method: 'get',
    path: '/reportbatches/{id}',
    operationId: 'getReportBatch',
    summary: 'How far a batch of reports is',
    role: 'Viewer',
    parameters: [batch],
    responses: ok('ReportBatch'),
    errors: [404],
  },
  {
    method: 'get',
    path: '/reportbatches/{id}/archive',
    operationId: 'getReportArchive',
    summary: 'The files of a finished batch as a ZIP archive',
    role: 'Viewer',
    parameters: [batch],
    responses: { 200: { description: 'A ZIP archive.', contentType: 'application/zip' } },
    errors: [404, 409],
  },
];
