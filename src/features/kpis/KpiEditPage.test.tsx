import { setDataSourceSrv } from '@grafana/runtime';
import { screen, waitFor, within } from '@testing-library/react';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { KpiEditPage } from './KpiEditPage';
import { newKpiUrl } from './model/panelSource';

interface EditorProps {
  query: { sql?: string };
  onChange: (query: object) => void;
  onRunQuery: () => void;
}

/** A data source with an editor of its own, as a plugin brings it. */
const datasource = {
  uid: 'erp',
  getRef: () => ({ uid: 'erp', type: 'sql' }),
  components: {
    QueryEditor: ({ query, onChange, onRunQuery }: EditorProps) => (
      <>
        <input
          aria-label="SQL"
          value={query.sql ?? ''}
          onChange={(event) => onChange({ ...query, sql: event.target.value })}
        />
        <button type="button" onClick={onRunQuery}>
          Run it
        </button>
      </>
    ),
  },
};
const settings = { uid: 'erp', name: 'ERP database', type: 'sql', meta: { info: { logos: {} } } };

const list = (...items: object[]) => ({ items, next: null });
const plan = { created: [], changed: [], unchanged: [], deleted: [], impact: [] };
const routes = {
  'GET calendars': list({ metadata: { name: 'standard' }, spec: { title: 'Standard' } }),
  'GET targetsets': list(),
  'GET kinds': list({ kind: 'Kpi', verbs: ['read', 'write'] }),
  'GET calendar/period': { id: '2026-03', start: '2026-03-01T00:00:00Z', end: '2026-04-01T00:00:00Z' },
};

const panelUrl = newKpiUrl({
  title: 'Orders',
  datasource: { uid: 'erp', type: 'sql' },
  query: { sql: 'select', format: 'table' },
}).replace('/a/bsc-scorecard-app', '');

const openNew = (url = '/kpis/new') => renderPage(<KpiEditPage />, { url, path: '/kpis/new' });

beforeEach(() => {
  sessionStorage.clear();
  setDataSourceSrv({
    get: () => Promise.resolve(datasource),
    getList: () => [settings],
    getInstanceSettings: () => settings,
  } as never);
});

it('takes over what a panel reads, edits it in the data source’s own editor and shows what comes of it', async () => {
  const received = fakeBackend({
    ...routes,
    'POST kpis/preview': {
      frames: [{ name: 'A', rows: 1, fields: [{ name: 'month', type: 'time' }], sample: [['2026-03-01']] }],
      values: [{ unit: 'north', period: '2026-03', value: 7 }],
      scores: [{ unit: 'north', period: '2026-03', value: 7, target: 10, score: 20, status: 'red' }],
      dropped: 0,
      errors: [{ unit: 'south', message: 'nobody knows this unit' }],
    },
  });
  const { user } = openNew(panelUrl);
  expect(await screen.findByRole('textbox', { name: /Title/ })).toHaveValue('Orders');
  await user.type(await screen.findByRole('textbox', { name: 'SQL' }), ' 1');
  await user.click(screen.getByRole('button', { name: 'Run it' }));

  const values = await screen.findByRole('table', { name: 'Values' });
  expect(within(values).getByRole('row', { name: /north/ })).toHaveTextContent('northMarch 202671020■off track');
  expect(screen.getByText('south: nobody knows this unit')).toBeVisible();
  const asked = received.find(({ path }) => path === 'kpis/preview')?.body;
  expect(asked).toMatchObject({
    kpi: {
      title: 'Orders',
      calendar: 'standard',
      source: { query: { sql: 'select 1', format: 'table' }, datasource: { uid: 'erp' } },
    },
    to: '2026-03',
  });
  expect((asked as { kpi: { source: { query: object } } }).kpi.source.query).not.toHaveProperty('refId');
});

it('checks a formula while it is written', async () => {
  fakeBackend({
    ...routes,
    'POST apply': new Refusal(422, { errors: [{ path: '/spec/source/formula', message: 'there is no KPI profit' }] }),
  });
  const { user } = openNew();
  await user.type(await screen.findByRole('textbox', { name: /Title/ }), 'Margin');
  await user.click(screen.getByRole('radio', { name: 'Calculated' }));
  await user.type(screen.getByRole('textbox', { name: /Formula/ }), 'profit / revenue');
  expect(await screen.findByText('there is no KPI profit')).toBeVisible();
  fakeBackend({ ...routes, 'POST apply': plan });
  await user.type(screen.getByRole('textbox', { name: /Formula/ }), ' * 2');
  expect(await screen.findByText('The formula can be computed.')).toBeVisible();
});

describe('targets beside the KPI', () => {
  const kpi = { kind: 'Kpi', metadata: { name: 'orders', version: 1 }, spec: { title: 'Orders' } };
  const targets = {
    kind: 'TargetSet',
    metadata: { name: 'orders-company', version: 2 },
    spec: { kpi: 'orders', unit: 'company', target: 100 },
  };
  const withTargets = {
    ...routes,
    'GET kpis/orders': {
      ...kpi,
      spec: { title: 'Orders', calendar: 'standard', frequency: 'month', source: { type: 'manual' } },
    },
    'GET targetsets': list(targets),
    'GET orgunits': list({ metadata: { name: 'company' }, spec: { title: 'Company' } }),
  };
  const openEdit = () => renderPage(<KpiEditPage />, { url: '/kpis/orders/edit', path: '/kpis/:name/edit' });

  it('are saved with it, in one transaction', async () => {
    const received = fakeBackend({ ...withTargets, 'POST apply': plan });
    const { user, address } = openEdit();
    const target = await screen.findByRole('spinbutton', { name: /^Target/ });
    await waitFor(() => expect(target).toBeEnabled());
    await user.clear(target);
    await user.type(target, '120');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(address().pathname).toBe('/a/bsc-scorecard-app/kpis/orders'));
    const [dryRun, applied] = received.filter(({ path }) => path === 'apply');
    expect(dryRun.params).toEqual({ dryRun: true });
    expect(applied.body).toEqual([
      expect.objectContaining({ kind: 'Kpi' }),
      expect.objectContaining({ kind: 'TargetSet', spec: { kpi: 'orders', unit: 'company', target: 120 } }),
    ]);
  });

  it('are left alone when nobody changed them', async () => {
    const received = fakeBackend({ ...withTargets, 'PUT kpis/orders': kpi });
    const { user } = openEdit();
    await user.type(await screen.findByRole('textbox', { name: /Owner/ }), 'coo');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(received.some(({ method }) => method === 'PUT')).toBe(true));
    expect(received.filter(({ path }) => path === 'apply')).toEqual([]);
  });

  it('show what the server refuses at their field', async () => {
    const problem = {
      path: '/spec/target',
      message: 'is below the baseline',
      resource: { kind: 'TargetSet', name: 'orders-company' },
    };
    fakeBackend({ ...withTargets, 'POST apply': new Refusal(422, { errors: [problem] }) });
    const { user } = openEdit();
    const target = await screen.findByRole('spinbutton', { name: /^Target/ });
    await user.type(target, '0');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.getAllByText('is below the baseline').length).toBeGreaterThan(0));
    expect(target).toHaveAttribute('aria-invalid', 'true');
  });

  it('show the levels of the scale as the server sees them', async () => {
    const received = fakeBackend({
      ...withTargets,
      'POST simulate': {
        node: {
          children: [
            {
              children: [
                {
                  children: [
                    {
                      bands: [
                        { level: 'red', from: null, to: 80 },
                        { level: 'green', from: 80, to: null },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    });
    const { user } = openEdit();
    await user.click(await screen.findByRole('radio', { name: 'Goal and red flag' }));
    await user.type(screen.getByRole('textbox', { name: /Red flag/ }), '80%');
    const levels = await screen.findByRole('status', { name: 'Levels' });
    expect(levels).toHaveTextContent('■off track below 80●on track from 80');
    await waitFor(() =>
      expect(received.filter(({ path }) => path === 'simulate').at(-1)?.body).toMatchObject({
        resources: expect.arrayContaining([
          expect.objectContaining({
            kind: 'TargetSet',
            spec: expect.objectContaining({ target: 100, scale: { type: 'goalRedFlag', redFlag: '80%' } }),
          }),
        ]),
      })
    );
  });
});

it('shows a KPI that a file manages, and says which file', async () => {
  fakeBackend({
    ...routes,
    'GET kpis/orders': {
      kind: 'Kpi',
      metadata: { name: 'orders', version: 1, file: 'kpis.yaml' },
      spec: { title: 'Orders', calendar: 'standard', frequency: 'month' },
    },
  });
  renderPage(<KpiEditPage />, { url: '/kpis/orders/edit', path: '/kpis/:name/edit' });
  expect(await screen.findByText('Change kpis.yaml; it is read-only here.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: /Owner/ })).toBeDisabled();
});
