import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { occurrence } from './fixtures';
import { YearPage } from './YearPage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ pageNav, actions, children }: { pageNav: { text: string }; actions?: object; children: object }) => (
    <main>
      <h1>{pageNav.text}</h1>
      <>{actions}</>
      <>{children}</>
    </main>
  ),
}));

const resource = (kind: string, name: string, spec: object, version = 1) => ({
  apiVersion: 'scorecard/v1',
  kind,
  metadata: { name, version },
  spec,
});
const list = (...items: object[]) => ({ items, next: null });
const series = (name: string, tier: string) =>
  resource('ReviewSeries', name, {
    title: `The ${name} review`,
    tier,
    scorecards: ['corporate'],
    recurrence: { rrule: 'FREQ=MONTHLY', start: '2026-01-20T09:00', timeZone: 'Europe/Berlin' },
  });

const april = occurrence({
  conflicts: [
    { code: 'beforeDataClose', message: 'It begins before the data of 2026-Q1 close.', with: [] },
    { code: 'person', message: 'Required here and in Sales at the same time: cfo.', with: [] },
  ],
});
const january = occurrence({ start: '2026-01-20T08:00:00.000Z', planned: '2026-01-20T08:00:00.000Z', state: 'missed' });
const sales = occurrence({ series: 'sales', tier: 'tactical', title: 'Sales', review: 'sales-april', state: 'made' });

function backend(routes: Record<string, unknown> = {}) {
  return fakeBackend({
    'GET kinds': list(
      { kind: 'Review', verbs: ['read', 'write'] },
      { kind: 'ReviewSeries', verbs: ['read', 'write'] },
      { kind: 'GovernanceCharter', verbs: ['read', 'write'] }
    ),
    'GET reviewseries': list(series('board', 'strategic'), series('sales', 'tactical')),
    'GET scorecards': list(resource('Scorecard', 'corporate', { title: 'Corporate' })),
    'GET governancecharters': list(resource('GovernanceCharter', 'charter', { title: 'Our charter', committees: [] })),
    'GET reviews/calendar': {
      from: '2026-01-01T00:00:00.000Z',
      to: '2027-01-01T00:00:00.000Z',
      now: '2026-03-01T00:00:00.000Z',
      items: [january, april, sales],
      dataCloses: [],
      holidays: [],
    },
    ...routes,
  });
}

it('shows the year in lanes and as a table, with conflicts in words', async () => {
  backend();
  renderPage(<YearPage />, { url: '/?year=2026' });
  const board = await screen.findByRole('group', { name: 'The board review' });
  const marks = within(board).getAllByRole('button');
  expect(marks).toHaveLength(2);
  expect(marks[0]).toHaveAccessibleName(/missed/);
  expect(marks[1]).toHaveAccessibleName(/planned, conflict: before the data close, person needed twice/);
  const table = screen.getByRole('table', { name: 'Reviews of the year' });
  expect(within(table).getAllByRole('row')).toHaveLength(4);
  expect(screen.getByRole('region', { name: 'Conflicts ahead' })).toHaveTextContent('at the same time: cfo');
});

it('moves between the marks of a series with the arrow keys, and on with Tab', async () => {
  backend();
  const { user } = renderPage(<YearPage />, { url: '/?year=2026' });
  const board = within(await screen.findByRole('group', { name: 'The board review' })).getAllByRole('button');
  board[0].focus();
  await user.keyboard('{ArrowRight}');
  expect(board[1]).toHaveFocus();
  await user.keyboard('{Home}');
  expect(board[0]).toHaveFocus();
  await user.tab();
  expect(within(screen.getByRole('group', { name: 'The sales review' })).getByRole('button')).toHaveFocus();
});

it('asks for the year of the address, and the one beside it', async () => {
  const received = backend();
  const { user, address } = renderPage(<YearPage />, { url: '/?year=2026&tier=tactical' });
  await screen.findByRole('group', { name: 'The sales review' });
  expect(screen.queryByRole('group', { name: 'The board review' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Next year' }));
  await waitFor(() => expect(address().searchParams.get('year')).toBe('2027'));
  const asked = received.filter(({ path }) => path === 'reviews/calendar').map(({ params }) => params.from);
  expect(asked).toEqual([new Date(2026, 0, 1).toISOString(), new Date(2027, 0, 1).toISOString()]);
});

it('makes the review of an occurrence from the panel beside the year', async () => {
  const received = backend({ 'POST reviews': ({ body }: { body: unknown }) => body });
  const { user, address } = renderPage(<YearPage />, { url: '/?year=2026' });
  const board = await screen.findByRole('group', { name: 'The board review' });
  await user.click(within(board).getAllByRole('button')[1]);
  const panel = screen.getByRole('region', { name: 'Board review' });
  expect(address().searchParams.get('occurrence')).toBe('board@2026-04-21T07:00:00.000Z');
  expect(panel).toHaveTextContent('It begins before the data of 2026-Q1 close.');
  expect(within(panel).getByRole('link', { name: 'The board review' })).toBeVisible();
  expect(within(panel).getByRole('link', { name: 'Executive board' })).toBeVisible();
  await user.click(within(panel).getByRole('button', { name: 'Make the review now' }));
  await waitFor(() =>
    expect(received.find(({ method }) => method === 'POST')?.body).toMatchObject({
      metadata: { name: 'board-2026-04-21' },
      spec: { series: 'board', start: '2026-04-21T07:00:00.000Z' },
    })
  );
});

it('cancels a review with a reason, and shows why it was refused', async () => {
  const received = backend({
    'GET reviews/sales-april': resource('Review', 'sales-april', { series: 'sales', start: sales.start }, 4),
    'PUT reviews/sales-april': new Refusal(412, { detail: 'somebody was faster' }),
  });
  const { user } = renderPage(<YearPage />, { url: `/?year=2026&occurrence=sales@${sales.planned}` });
  const panel = await screen.findByRole('region', { name: 'Sales' });
  const cancel = within(panel).getByRole('button', { name: 'Cancel the review' });
  const why = within(panel).getByLabelText(/Why it doesn’t take place/);
  await user.type(why, '  ');
  await user.click(cancel);
  expect(await within(panel).findByText('This is needed.')).toBeVisible();
  expect(why).toHaveFocus();
  await user.type(why, 'strike');
  await user.click(cancel);
  expect(await within(panel).findByText('somebody was faster')).toBeInTheDocument();
  const put = received.find(({ method }) => method === 'PUT');
  expect(put?.body).toMatchObject({ spec: { cancelled: 'strike' } });
  expect(put?.headers['X-Change-Reason']).toBe('strike');
  expect(why).toHaveValue('  strike');
});

it('moves a review once, and says at its field where it can’t go', async () => {
  const received = backend({
    'GET reviews/sales-april': resource('Review', 'sales-april', { series: 'sales', start: sales.start }, 4),
    'PUT reviews/sales-april': ({ body }: { body: { spec: { start: string } } }) =>
      body.spec.start.startsWith('2026-05')
        ? new Refusal(422, { errors: [{ path: '/spec/start', message: 'the report is frozen' }] })
        : body,
  });
  const { user } = renderPage(<YearPage />, { url: `/?year=2026&occurrence=sales@${sales.planned}` });
  const panel = within(await screen.findByRole('region', { name: 'Sales' }));
  const start = panel.getByLabelText(/Move it to/);
  const move = panel.getByRole('button', { name: 'Move' });
  expect(move).toBeDisabled();
  fireEvent.change(start, { target: { value: '0026-05-04T10:00' } });
  await user.click(move);
  expect(await panel.findByText('Write the year with four digits.')).toBeVisible();
  expect(start).toHaveFocus();
  fireEvent.change(start, { target: { value: '' } });
  expect(await panel.findByText('This is needed.')).toBeVisible();
  expect(start).toHaveDisplayValue('');
  expect(received.filter(({ method }) => method === 'PUT')).toHaveLength(0);

  fireEvent.change(start, { target: { value: '2026-05-04T10:00' } });
  await user.click(move);
  expect(await panel.findByText('the report is frozen')).toBeVisible();
  fireEvent.change(start, { target: { value: '2026-06-04T10:00' } });
  await user.dblClick(move);
  expect(received.filter(({ method }) => method === 'PUT')).toHaveLength(2);
});

it('invites to begin where nothing recurs', async () => {
  backend({ 'GET reviewseries': list() });
  renderPage(<YearPage />);
  expect(await screen.findByRole('link', { name: 'Begin with a charter' })).toHaveAttribute(
    'href',
    expect.stringContaining('reviews/charters/new')
  );
});

it('offers to try again', async () => {
  backend({ 'GET reviews/calendar': new Refusal(500, { detail: 'no' }) });
  renderPage(<YearPage />);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
});
