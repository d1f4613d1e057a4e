import { screen, within } from '@testing-library/react';
import { fakeBackend } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { SeriesPage } from './SeriesPage';

const meeting = (review: string, start: string, change: object = {}) => ({
  review,
  series: 'board',
  tier: 'strategic',
  start,
  opened: start,
  closed: start,
  adherence: 0.5,
  drift: 0.4,
  attendance: 1,
  lateMinutes: 3,
  quorum: { required: null, present: 3, met: null },
  minutes: [{ item: 'map', class: 'strategic', planned: 30, actual: 12 }],
  titles: { map: 'Strategy map' },
  offAgenda: [{ title: 'Roster', class: 'operational', minutes: 8 }],
  reasons: {},
  rule: 'discipline/1',
  ...change,
});
const series = (change: object = {}) => ({
  series: 'board',
  tier: 'strategic',
  from: null,
  to: null,
  adherence: 0.55,
  drift: 0.4,
  attendance: 1,
  lateMinutes: 3,
  punctuality: null,
  minutes: [],
  classes: [],
  planned: 3,
  held: 2,
  missed: 1,
  cancelled: 0,
  driftLimit: 0.25,
  driftAlert: true,
  chair: 'ceo',
  course: [
    meeting('april', '2026-04-21T09:00:00Z'),
    meeting('july', '2026-07-21T09:00:00Z', {
      adherence: null,
      drift: null,
      offAgenda: [],
      reasons: { adherence: { code: 'notTimed', message: 'Nothing was timed in this meeting.' } },
    }),
  ],
  reasons: { punctuality: { code: 'tooFewMeetings', message: 'Punctuality needs a meeting and the one before it.' } },
  rule: 'discipline/1',
  ...change,
});
const open = (discipline: object) => {
  fakeBackend({
    'GET reviewseries/board': {
      metadata: { name: 'board' },
      spec: {
        title: 'Board review',
        tier: 'strategic',
        charter: 'charter',
        committee: 'board',
        scorecards: ['corporate'],
        recurrence: {
          rrule: 'FREQ=MONTHLY;BYDAY=3TU',
          start: '2026-08-18T09:00',
          timeZone: 'Europe/Berlin',
          earlier: [{ rrule: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU', start: '2026-01-20T09:00', until: '2026-07-31' }],
        },
      },
      status: { next: { start: '2026-08-18T07:00:00.000Z', review: null, period: '2026-07' } },
    },
    'GET scorecards': {
      items: [{ metadata: { name: 'corporate' }, spec: { title: 'Corporate scorecard' } }],
      next: null,
    },
    'GET governancecharters': {
      items: [{ metadata: { name: 'charter' }, spec: { committees: [{ name: 'board', title: 'Executive board' }] } }],
      next: null,
    },
    'GET reviewseries/board/discipline': discipline,
    'GET kinds': { items: [{ kind: 'Review', verbs: ['read', 'write'] }] },
  });
  return renderPage(<SeriesPage />, { url: '/reviews/series/board', path: '/reviews/series/:name' });
};

it('shows how the series keeps to its plan, newest meeting first', async () => {
  open(series());
  expect(await screen.findByText('2 of 3')).toBeVisible();
  expect(screen.getByText('1 missed')).toBeVisible();
  expect(screen.getByText('Punctuality needs a meeting and the one before it.')).toBeVisible();
  const table = screen.getByRole('table', { name: 'Meetings' });
  const [, july, april] = within(table).getAllByRole('row');
  expect(within(july).getAllByRole('cell')[0]).toHaveTextContent('–');
  expect(
    within(april)
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
  ).toEqual(['50%', '40%', '100%', '3 min']);
  const classes = screen.getByRole('table', { name: /Where the time went/ });
  expect(within(classes).getByText('30 planned, 12 spent')).toBeVisible();
  expect(within(classes).getByText('0 planned, 8 spent')).toBeVisible();
  expect(within(classes).getByText('Nothing was timed in this meeting.')).toBeVisible();
});

it('says who is told when meetings drift', async () => {
  open(series());
  expect(await screen.findByText(/More than 25% of their time.*ceo is told/)).toBeVisible();
});

it('invites where nothing was held', async () => {
  open(series({ course: [], held: 0, driftAlert: false }));
  expect(await screen.findByRole('heading', { name: 'No meeting of this series was held yet' })).toBeVisible();
});

it('says when it meets, who meets, and how often it did before', async () => {
  open(series());
  const facts = await screen.findByLabelText('About the series');
  expect(await within(facts).findByRole('link', { name: 'Executive board' })).toBeVisible();
  expect(await within(facts).findByRole('link', { name: 'Corporate scorecard' })).toBeVisible();
  expect(facts).toHaveTextContent('every month, on the third Tuesday, 09:00 (Europe/Berlin)');
  expect(facts).toHaveTextContent('Tue, Aug 18, 2026, 9:00 AM – July 2026');
  expect(facts).toHaveTextContent('Until Jul 31, 2026every quarter, on the third Tuesday');
});
