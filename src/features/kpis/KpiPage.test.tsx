import { setDataSourceSrv } from '@grafana/runtime';
import { screen, within } from '@testing-library/react';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { KpiPage } from './KpiPage';

jest.mock('./components/KpiChart', () => ({ __esModule: true, default: () => <div>chart</div> }));

setDataSourceSrv({ getInstanceSettings: (uid: string) => ({ name: `Source ${uid}`, type: 'postgres' }) } as never);

const point = (period: string, value: number | null, change: object = {}) => ({
  period,
  start: `${period}-01T00:00:00Z`,
  end: `${period}-28T00:00:00Z`,
  value,
  target: 100,
  stretch: null,
  baseline: null,
  score: value === null ? null : 70,
  status: value === null ? null : 'green',
  state: 'final',
  closesAt: `${period}-28T12:00:00Z`,
  ...change,
});
const list = (...items: object[]) => ({ items, next: null });
const observation = (value: number, change: object = {}) => ({
  unit: 'north',
  period: '2026-02',
  value,
  collectedAt: '2026-03-02T06:00:00Z',
  recordedBy: 'schedule',
  source: { type: 'run', run: '00000000-run-one', queryDigest: 'abcdef0123456789' },
  outcome: 'pass',
  note: null,
  ...change,
});
const routes = {
  'GET kpis/revenue': {
    metadata: { name: 'revenue', version: 3 },
    spec: {
      title: 'R&D revenue',
      description: 'Net of discounts.',
      calendar: 'standard',
      frequency: 'month',
      owner: 'cfo',
      unitOfMeasure: { unit: 'currencyUSD', decimals: 0 },
      dashboards: [{ title: 'Sales today', url: '/d/sales' }],
      source: { type: 'query', system: 'erp', extract: { mode: 'table' } },
    },
    status: { gaps: ['steward'] },
  },
  'GET kpis/revenue/series': {
    kpi: 'revenue',
    unit: 'company',
    frequency: 'month',
    points: [point('2026-01', 90), point('2026-02', 110), point('2026-03', null, { state: 'open' })],
  },
  'GET kpis/revenue/lineage': {
    kpi: 'revenue',
    inputs: [],
    source: {
      type: 'query',
      system: 'erp',
      dataset: null,
      datasource: 'warehouse',
      query: { rawSql: 'select 1' },
      formula: null,
    },
    rules: [],
    targets: [{ kind: 'TargetSet', name: 'revenue-company' }],
    dependants: [{ kind: 'Scorecard', name: 'corporate' }],
  },
  'GET kpis/revenue/explain': {
    kpi: 'revenue',
    unit: 'company',
    period: '2026-02',
    value: 110,
    target: 100,
    score: 70,
    status: 'green',
    state: 'final',
    root: {
      kind: 'score',
      label: 'Score of revenue',
      value: 70,
      inputs: [
        {
          kind: 'units',
          label: 'Revenue',
          kpi: 'revenue',
          unit: 'company',
          period: '2026-02',
          value: 110,
          state: 'final',
          method: 'sum of the units',
          inputs: [
            {
              kind: 'observation',
              label: 'Revenue of the north',
              kpi: 'revenue',
              unit: 'north',
              period: '2026-02',
              value: 110,
              origin: { resource: { kind: 'Kpi', name: 'revenue' }, version: 3, observation: observation(110) },
              inputs: [],
            },
          ],
        },
      ],
    },
  },
  'GET kpis/revenue/observations': list(observation(110), observation(105, { recordedBy: 'editor' })),
  'GET kpis': list({
    metadata: { name: 'revenue' },
    spec: { title: 'R&D revenue', unitOfMeasure: { unit: 'currencyUSD', decimals: 0 } },
  }),
  'GET scorecards': list({ metadata: { name: 'corporate' }, spec: { title: 'Corporate scorecard', perspectives: [] } }),
  'GET orgunits': list(
    { metadata: { name: 'company' }, spec: { title: 'Company' } },
    { metadata: { name: 'north' }, spec: { title: 'North', parent: 'company' } }
  ),
  'GET kinds': list({ kind: 'Kpi', verbs: ['read'] }),
};
const open = (url: string) => renderPage(<KpiPage />, { url, path: '/kpis/:name' });

it('says in a sentence how the KPI is doing in the newest period with a value', async () => {
  fakeBackend(routes);
  open('/kpis/revenue');
  expect(
    await screen.findByText(
      'R&D revenue was $110 in February 2026, 10% above target, up on the month before; final since Feb 28, 2026.'
    )
  ).toBeVisible();
});

it('has the numbers of the chart in a table, each period linked', async () => {
  fakeBackend(routes);
  const { user, address } = open('/kpis/revenue?unit=company');
  const table = await screen.findByRole('table', { name: 'Periods' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    'March 2026',
    'February 2026',
    'January 2026',
  ]);
  expect(rows[2]).toHaveTextContent('January 2026$90$10070●on track');
  await user.click(within(rows[2]).getByRole('link'));
  expect(address().searchParams.get('period')).toBe('2026-01');
  expect(await screen.findByText(/R&D revenue was \$90 in January 2026, 10% below target/)).toBeVisible();
});

it('defines the KPI, names its gaps and leads to the live dashboard', async () => {
  fakeBackend(routes);
  open('/kpis/revenue');
  const card = await screen.findByRole('region', { name: 'Definition' });
  expect(card).toHaveTextContent('Net of discounts.');
  expect(card).toHaveTextContent('no steward');
  expect(await within(card).findByText('Source warehouse')).toBeVisible();
  expect(within(card).getByRole('link', { name: /Open the live dashboard: Sales today/ })).toHaveAttribute(
    'href',
    '/d/sales'
  );
});

it('explains a value down to the observation, by keyboard', async () => {
  fakeBackend(routes);
  const { user } = open('/kpis/revenue?tab=why&period=2026-02');
  const tree = await screen.findByRole('tree', { name: 'Why this value?' });
  expect(within(tree).getAllByRole('treeitem')).toHaveLength(3);
  within(tree)
    .getByRole('treeitem', { name: /Score of revenue/ })
    .focus();
  await user.keyboard('{End}');
  expect(within(tree).getByRole('treeitem', { name: /Revenue of the north/ })).toHaveFocus();
  const details = screen.getByRole('region', { name: 'Where this number comes from' });
  expect(details).toHaveTextContent('abcdef0123456789');
  expect(details).toHaveTextContent('schedule');
  expect(details).toHaveTextContent('(version 3)');
  expect(within(details).getByRole('link', { name: /Collection/ })).toHaveAttribute(
    'href',
    '/a/bsc-scorecard-app/collections/00000000-run-one'
  );
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(within(tree).getAllByRole('treeitem')).toHaveLength(2);
  expect(within(tree).getByRole('treeitem', { name: /Revenue Company/ })).toHaveAttribute('aria-expanded', 'false');
});

it('lists every revision and tells which ones were replaced', async () => {
  fakeBackend(routes);
  open('/kpis/revenue?tab=provenance&period=2026-02');
  const table = await screen.findByRole('table', { name: 'Recorded values' });
  const [newest, replaced] = within(table).getAllByRole('row').slice(1);
  expect(newest).toHaveTextContent('$110');
  expect(newest).not.toHaveTextContent('replaced');
  expect(replaced).toHaveTextContent(/\$105.*\(replaced\).*editor/);
});

it('shows what reads the KPI', async () => {
  fakeBackend(routes);
  open('/kpis/revenue?tab=lineage');
  expect(await screen.findByRole('link', { name: 'Corporate scorecard' })).toHaveAttribute(
    'href',
    expect.stringContaining('/scorecards/corporate')
  );
  expect(screen.getByText('select 1')).toBeVisible();
});

it('offers the units when the server asks for one', async () => {
  fakeBackend({
    ...routes,
    'GET kpis/revenue/series': new Refusal(422, { detail: 'There are several trees of units: say which unit.' }),
  });
  open('/kpis/revenue');
  expect(await screen.findByText(/say which unit/)).toBeVisible();
  expect(screen.getByRole('navigation', { name: 'Unit' })).toBeVisible();
});
