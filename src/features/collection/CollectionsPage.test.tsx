import { screen, waitFor, within } from '@testing-library/react';
import { type ReactNode } from 'react';
import { type Run } from '../../api/types';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { CollectionPage } from './CollectionPage';
import { CollectionsPage } from './CollectionsPage';

/** Grafana puts a page's actions beside its title. */
jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ actions, children }: { actions: ReactNode; children: ReactNode }) => (
    <>
      {actions}
      {children}
    </>
  ),
}));

const run = (change: Partial<Run> = {}): Run => ({
  id: 'run-1',
  state: 'partial',
  trigger: 'manual',
  requestedBy: 'ada',
  createdAt: '2026-03-01T06:00:00Z',
  startedAt: '2026-03-01T06:00:00Z',
  finishedAt: '2026-03-01T06:01:05Z',
  progress: { done: 2, total: 2 },
  kpis: [
    { kpi: 'revenue', from: '2026-01', to: '2026-02', state: 'succeeded', observations: 24, dropped: 1, errors: [] },
    {
      kpi: 'stock',
      from: '2026-01',
      to: '2026-02',
      state: 'failed',
      observations: 0,
      dropped: 0,
      errors: [{ unit: 'north', period: '2026-02', message: 'two rows for one cell' }],
    },
  ],
  ...change,
});
const list = (...items: object[]) => ({ items, next: null });
const routes = {
  'GET collections': list(run(), run({ id: 'run-0', state: 'succeeded', trigger: 'schedule', kpis: [] })),
  'GET collections/run-1': run(),
  'GET kpis': list({ metadata: { name: 'stock' }, spec: { title: 'Stock accuracy' } }),
  'GET kinds': list({ kind: 'Kpi', verbs: ['read', 'write'] }),
};
const openRun = () => renderPage(<CollectionPage />, { url: '/collections/run-1', path: '/collections/:id' });

it('lists runs with their state, who started them and what came of them', async () => {
  fakeBackend(routes);
  renderPage(<CollectionsPage />);
  const [first, second] = (await screen.findAllByRole('row')).slice(1);
  expect(first).toHaveTextContent(/partly failed.*2 of 2.*24.*1.*1 min 5 s.*ada/);
  expect(second).toHaveTextContent(/succeeded.*the schedule/);
});

it('invites to a first run, and starts it for the periods that were asked for', async () => {
  const received = fakeBackend({
    ...routes,
    'GET collections': list(),
    'POST collections': run({ id: 'new', state: 'queued' }),
  });
  const { user, address } = renderPage(<CollectionsPage />);
  await user.click((await screen.findAllByRole('button', { name: 'Start a collection' }))[0]);
  await user.type(await screen.findByRole('textbox', { name: /From period/ }), '2026-01');
  await user.click(screen.getByRole('button', { name: 'Start' }));
  await waitFor(() => expect(address().pathname).toBe('/a/bsc-scorecard-app/collections/new'));
  expect(received.find(({ method }) => method === 'POST')?.body).toEqual({ from: '2026-01' });
});

it('shows what the server refuses at its field', async () => {
  const refusal = new Refusal(422, { errors: [{ path: '/to', message: '2026-13 is no period' }] });
  fakeBackend({ ...routes, 'GET collections': list(), 'POST collections': refusal });
  const { user } = renderPage(<CollectionsPage />);
  await user.click((await screen.findAllByRole('button', { name: 'Start a collection' }))[0]);
  await user.type(await screen.findByRole('textbox', { name: /To period/ }), '2026-13');
  await user.click(screen.getByRole('button', { name: 'Start' }));
  expect((await screen.findAllByText(/2026-13 is no period/)).length).toBeGreaterThan(0);
});

it('tells what became of each KPI, with the place of every error', async () => {
  fakeBackend(routes);
  openRun();
  const failed = await screen.findByRole('row', { name: /Stock accuracy/ });
  expect(failed).toHaveTextContent('January 2026 – February 2026');
  expect(failed).toHaveTextContent('north, February 2026: two rows for one cell');
  expect(screen.getByRole('row', { name: /^revenue/ })).toHaveTextContent(/succeeded241/);
});

it('shows only the KPIs of the state that the URL names', async () => {
  fakeBackend(routes);
  renderPage(<CollectionPage />, { url: '/collections/run-1?state=failed', path: '/collections/:id' });
  expect(await screen.findByRole('row', { name: /Stock accuracy/ })).toBeVisible();
  expect(screen.queryByRole('row', { name: /^revenue/ })).not.toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: 'State of the KPI' })).toHaveValue('failed');
});

describe('what an editor can do with a run', () => {
  it('cancels one that is under way', async () => {
    const running = run({ state: 'running', finishedAt: null });
    const received = fakeBackend({ ...routes, 'GET collections/run-1': running, 'DELETE collections/run-1': running });
    const { user } = openRun();
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(received).toContainEqual(expect.objectContaining({ method: 'DELETE', path: 'collections/run-1' }));
  });

  it('collects again what failed', async () => {
    const received = fakeBackend({ ...routes, 'POST collections': run({ id: 'run-2' }) });
    const { user, address } = openRun();
    await user.click(await screen.findByRole('button', { name: 'Collect the failed KPIs again' }));
    expect(received.find(({ method }) => method === 'POST')?.body).toEqual({
      kpis: ['stock'],
      from: '2026-01',
      to: '2026-02',
    });
    await waitFor(() => expect(address().pathname).toBe('/a/bsc-scorecard-app/collections/run-2'));
  });

  it('is nothing for a viewer', async () => {
    fakeBackend({ ...routes, 'GET kinds': list({ kind: 'Kpi', verbs: ['read'] }) });
    openRun();
    await screen.findByRole('row', { name: /Stock accuracy/ });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

it('follows a run under way', async () => {
  let reads = 0;
  fakeBackend({
    ...routes,
    'GET collections/run-1': () =>
      reads++ === 0
        ? run({ state: 'running', finishedAt: null, progress: { done: 1, total: 2 } })
        : run({ state: 'succeeded' }),
  });
  openRun();
  expect(await screen.findByRole('progressbar', { name: 'Progress' })).toHaveValue(1);
  await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument(), { timeout: 5_000 });
  expect(within(screen.getAllByRole('status')[0]).getByText(/succeeded/)).toBeVisible();
});
