import { setDataSourceSrv } from '@grafana/runtime';
import { screen, within } from '@testing-library/react';
import { type ServerStatus } from '../../api/types';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { SettingsPage } from './SettingsPage';

jest.mock('@grafana/ui', () => ({
  ...jest.requireActual('@grafana/ui'),
  CodeEditor: ({ value, onChange }: { value: string; onChange: (text: string) => void }) => (
    <textarea aria-label="Resources as YAML" value={value} onChange={(event) => onChange(event.target.value)} />
  ),
}));

setDataSourceSrv({ getInstanceSettings: () => undefined } as never);

const status: ServerStatus = {
  version: '1.2.3',
  store: { engine: 'sqlite', ok: true, message: 'The store can be read and written.' },
  grafana: { ok: false, credentials: 'none', message: 'Nobody said how to log in.' },
  schedule: { ok: true, nextDue: '2026-03-01T06:00:00Z', lastRun: null, message: '' },
  provisioning: {
    path: '/etc/scorecards',
    files: [
      { file: 'good.yaml', resources: 12, loadedAt: '2026-03-01T06:00:00Z', errors: [] },
      {
        file: 'bad.yaml',
        resources: 0,
        loadedAt: null,
        errors: [{ path: '/spec/owner', message: 'is unknown', line: 7, column: 3 }],
      },
    ],
  },
  dataSources: [{ uid: 'wms', ok: false, message: 'no such host', at: '2026-03-01T06:00:00Z' }],
};
const routes = {
  'GET status': status,
  'GET /api/datasources': [{ uid: 'x', name: 'Some database', type: 'postgres' }],
};

it('tells each part of the server apart, and what to do where one is ill', async () => {
  fakeBackend(routes);
  renderPage(<SettingsPage />);
  const store = await screen.findByRole('region', { name: 'Store' });
  expect(store).toHaveTextContent('works: The store can be read and written.');
  expect(store).toHaveTextContent('For production, and wherever several instances of Grafana run, use PostgreSQL');
  const connection = screen.getByRole('region', { name: 'Connection to Grafana' });
  expect(connection).toHaveTextContent('does not work: Nobody said how to log in.');
  expect(within(connection).getByRole('link', { name: 'Enter a token' })).toBeVisible();
  expect(screen.getByRole('row', { name: /^wms/ })).toHaveTextContent('does not work');
});

it('names file, line and column of what is wrong in provisioning', async () => {
  fakeBackend(routes);
  renderPage(<SettingsPage />);
  const row = await screen.findByRole('row', { name: /bad\.yaml/ });
  expect(row).toHaveTextContent('line 7, column 3 /spec/owner: is unknown');
  expect(screen.getByText(/1 of 2 files have errors/)).toBeVisible();
});

it('creates the data source where there is none', async () => {
  const received = fakeBackend({
    ...routes,
    'POST /api/datasources': () => {
      routes['GET /api/datasources'].push({ uid: 'y', name: 'Scores', type: 'bsc-scorecard-datasource' });
      return {};
    },
  });
  const { user } = renderPage(<SettingsPage />);
  await user.click(await screen.findByRole('button', { name: 'Create the data source' }));
  expect(await screen.findByRole('link', { name: 'Scores' })).toBeVisible();
  expect(received.find(({ method }) => method === 'POST')?.body).toMatchObject({ type: 'bsc-scorecard-datasource' });
});

it('says that others may not look', async () => {
  fakeBackend({ ...routes, 'GET status': new Refusal(403, { detail: 'This needs an administrator.' }) });
  renderPage(<SettingsPage />);
  expect(await screen.findByText(/You are not allowed to do this: This needs an administrator./)).toBeVisible();
});

describe('import', () => {
  const plan = {
    created: [{ kind: 'Theme', name: 'growth' }],
    changed: [{ ref: { kind: 'Kpi', name: 'revenue' }, diff: [{ path: '/spec/owner', from: 'cfo', to: 'ceo' }] }],
    unchanged: [],
    deleted: [],
    impact: [{ kind: 'Scorecard', name: 'corporate' }],
  };
  const open = () => renderPage(<SettingsPage />, { url: '/?tab=import' });

  it('shows what would change, then changes it', async () => {
    const received = fakeBackend({ 'POST apply': plan });
    const { user } = open();
    await user.type(await screen.findByRole('textbox', { name: 'Resources as YAML' }), 'kind: Kpi');
    expect(screen.queryByRole('button', { name: 'Apply' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show what would change' }));
    expect(await screen.findByText('1 created, 1 changed, 0 deleted, 0 unchanged')).toBeVisible();
    expect(screen.getByRole('row', { name: /\/spec\/owner/ })).toHaveTextContent('cfoceo');
    expect(screen.getByText('Scorecard corporate')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: /Why/ }), 'new owner');
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    expect(await screen.findByText('Applied')).toBeVisible();
    expect(received.map(({ params }) => params)).toEqual([{ dryRun: true }, {}]);
    expect(received[1]).toMatchObject({ body: 'kind: Kpi', headers: { 'X-Change-Reason': 'new owner' } });
  });

  it('lists every problem with its line, and offers nothing to apply', async () => {
    const errors = [
      {
        path: '/spec/strategy',
        message: 'there is no Strategy',
        line: 9,
        column: 27,
        resource: { kind: 'Theme', name: 'growth' },
      },
      { path: '', message: 'unknown kind', line: 1 },
    ];
    fakeBackend({ 'POST apply': new Refusal(422, { errors }) });
    const { user } = open();
    await user.type(await screen.findByRole('textbox', { name: 'Resources as YAML' }), 'kind: X');
    await user.click(screen.getByRole('button', { name: 'Show what would change' }));
    const items = within(await screen.findByRole('alert')).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'line 9, column 27, Theme growth /spec/strategy: there is no Strategy',
      'line 1: unknown kind',
    ]);
    expect(screen.queryByRole('button', { name: 'Apply' })).not.toBeInTheDocument();
  });
});
