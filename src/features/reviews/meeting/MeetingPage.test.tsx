import { fireEvent, screen, within } from '@testing-library/react';
import { type ReactNode } from 'react';
import { type Snapshot } from '../../../api/reports';
import { fakeBackend, type Received, Refusal } from '../../../testing/backend';
import { kpi, node, scheme, view } from '../../../testing/nodes';
import { renderPage } from '../../../testing/render';
import { MeetingPage } from './MeetingPage';

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

const snapshot: Snapshot = {
  review: 'may',
  series: 'board',
  period: '2026-04',
  units: ['north', 'south'],
  asOf: '2026-05-09T08:00:00Z',
  dataVersion: 7,
  templateVersion: 1,
  template: 'monthly',
  hash: 'abcdef0123456789',
  premature: [],
  prematureReason: null,
  frozenAt: '2026-05-09T08:00:00Z',
  frozenBy: 'ada',
  preparationMinutes: 12.4,
  comparability: 0.8,
  rule: 'report/1',
};
const late = { scorecard: 'card', kpi: 'sales', unit: 'north', period: '2026-04', state: 'provisional' };
const section = {
  name: 'scorecard',
  type: 'scorecard',
  title: 'Scorecard',
  required: false,
  filled: true,
  gap: { code: 'notMeasured', message: 'Not measured at North: Visits.' },
  text: null,
  tables: [
    {
      title: null,
      columns: [
        { name: 'name', title: 'Name', type: 'text', decimals: null },
        { name: 'status', title: 'Status', type: 'status', decimals: null },
        { name: 'value', title: 'Value', type: 'number', decimals: null },
        { name: 'owner', title: 'Owner', type: 'text', decimals: null },
      ],
      rows: [['\u2003Sales', 'red', 1234.5, null]],
      rowDecimals: [1],
      rowUnits: ['currencyUSD'],
    },
  ],
  commentary: [],
  maps: [],
  views: [],
};
const report = {
  ...snapshot,
  title: 'Board',
  tier: 'strategic',
  unit: 'north',
  unitTitle: 'North',
  scorecards: ['card'],
  start: '2026-05-10T09:00:00Z',
  scheme,
  sections: [section],
};
const commentary = {
  metadata: { name: 'sales-north-2026-04', version: 2 },
  spec: { kpi: 'sales', unit: 'north', period: '2026-04', explanation: 'Rain' },
};
const editor = ['Review', 'Commentary'].map((kind) => ({ kind, verbs: ['read', 'write'] }));
const routes = {
  'GET reviews/may': { metadata: { name: 'may' }, spec: { series: 'board', start: '2026-05-10T09:00:00Z' } },
  'GET reviewseries/board': {
    metadata: { name: 'board' },
    spec: { title: 'Board', tier: 'strategic', scorecards: ['card'] },
  },
  'GET kinds': { items: editor, next: null },
  'GET kpis': { items: [{ metadata: { name: 'sales' }, spec: { title: 'Sales' } }], next: null },
  'GET orgunits': {
    items: ['North', 'South'].map((title) => ({ metadata: { name: title.toLowerCase() }, spec: { title } })),
    next: null,
  },
  'GET commentaries': { items: [], next: null },
  'GET snapshots': { items: [] },
  'GET scorecards/card/view': view([
    node('Perspective', 'financial', { children: [kpi('sales', 20, { title: 'Sales', value: 20, target: 100 })] }),
  ]),
  'POST reviews/may/freeze': snapshot,
  'GET reviews/may/report': report,
};

const open = (change: Record<string, object> = {}, search = '') => {
  const received = fakeBackend({ ...routes, ...change });
  return { received, ...renderPage(<MeetingPage />, { url: `/meetings/may${search}`, path: '/meetings/:name' }) };
};
const frozen = { 'GET snapshots': { items: [snapshot] } };

it('names premature values and freezes only with a reason', async () => {
  let kept: Snapshot[] = [];
  const { received, user } = open({
    'GET snapshots': () => ({ items: kept }),
    'POST reviews/may/freeze': ({ params }: Received) => {
      if (params.dryRun) {
        return { ...snapshot, premature: [late] };
      }
      kept = [snapshot];
      return snapshot;
    },
  });
  const values = await screen.findByRole('list', { name: 'Values that are not final' });
  expect(await within(values).findByText('Sales')).toBeInTheDocument();
  const freeze = screen.getByRole('button', { name: 'Freeze the report' });
  const why = screen.getByRole('textbox', { name: /Why it is frozen/ });
  await user.type(why, ' ');
  await user.click(freeze);
  expect(await screen.findByText('This is needed.')).toBeVisible();
  expect(why).toHaveFocus();
  fireEvent.change(why, { target: { value: 'x'.repeat(2001) } });
  await user.click(freeze);
  expect(await screen.findByText('Shorten this to 2,000 characters; it has 2,001.')).toBeVisible();
  fireEvent.change(why, { target: { value: 'The board meets early' } });
  await user.dblClick(freeze);
  expect(await screen.findByRole('article', { name: 'Board, North' })).toBeInTheDocument();
  expect(received.filter(({ path, params }) => path.endsWith('freeze') && !params.dryRun)).toMatchObject([
    { body: { premature: 'The board meets early' } },
  ]);
});

it('asks for no reason when all values are final', async () => {
  const { user, received } = open();
  await user.click(await screen.findByRole('button', { name: 'Freeze the report' }));
  expect(received.filter(({ method, params }) => method === 'POST' && !params.dryRun)).toMatchObject([{ body: {} }]);
});

it('has red KPIs explained where they stand', async () => {
  let kept: object[] = [];
  const { received, user } = open({
    'GET commentaries': () => ({ items: kept, next: null }),
    'POST commentaries': () => {
      kept = [commentary];
      return commentary;
    },
    'POST reviews/may/events': {},
  });
  const panel = await screen.findByRole('region', { name: 'Explanation and recovery plan: Sales' });
  expect(panel).toHaveTextContent('No explanation yet.');
  await user.click(within(panel).getByRole('button', { name: 'Explain' }));
  await user.type(screen.getByRole('textbox', { name: /Explanation/ }), 'Rain');
  await user.click(screen.getByRole('button', { name: 'Save explanation' }));
  expect(await screen.findByText('Rain')).toBeInTheDocument();
  expect(screen.getAllByText('no plan yet')).toHaveLength(2);
  const post = received.find(({ method, path }) => method === 'POST' && path === 'commentaries');
  expect(post?.body).toMatchObject({
    metadata: { name: 'sales-north-2026-04' },
    spec: { kpi: 'sales', unit: 'north', period: '2026-04', explanation: 'Rain' },
  });
  const signs = received.filter(({ path }) => path === 'reviews/may/events');
  expect(signs).toHaveLength(1); // once a minute at most, however much is typed
  expect(signs[0].body).toMatchObject({ events: [{ type: 'prepare' }] });
});

it('keeps what was typed when the server refuses it', async () => {
  const { user } = open({
    'POST commentaries': new Refusal(422, {
      detail: 'comes before the period begins',
      errors: [{ path: '/spec/recoveryDate', message: 'comes before the period begins' }],
    }),
    'POST reviews/may/events': {},
  });
  await user.click(await screen.findByRole('button', { name: 'Explain' }));
  await user.type(screen.getByRole('textbox', { name: /Explanation/ }), 'Rain');
  await user.click(screen.getByRole('button', { name: 'Save explanation' }));
  expect(await screen.findAllByText('comes before the period begins')).toHaveLength(2);
  expect(screen.getByLabelText('Recovers by')).toHaveFocus();
  expect(screen.getByRole('textbox', { name: /Explanation/ })).toHaveValue('Rain');
});

it('shows the frozen report with what is missing, and the decimals of each row', async () => {
  open(frozen);
  const shown = await screen.findByRole('region', { name: 'Scorecard' });
  expect(shown).toHaveTextContent('Missing: Not measured at North: Visits.');
  expect(within(shown).getByRole('row', { name: /Sales/ })).toHaveTextContent(/Sales.*off track.*\$1,234\.5/);
  expect(within(shown).queryByRole('columnheader', { name: 'Owner' })).not.toBeInTheDocument();
  expect(screen.getByText(/12 min of preparation/)).toHaveTextContent('80% of the sections filled alike');
});

it('puts a section of all units side by side', async () => {
  const units = ['North', 'South'].map((unitTitle) => ({ unit: unitTitle.toLowerCase(), unitTitle, section }));
  open(
    {
      ...frozen,
      'GET reviews/may/sections/scorecard': {
        review: 'may',
        section: 'scorecard',
        comparability: 1,
        items: units,
      },
    },
    '?tab=compare'
  );
  expect(await screen.findByRole('region', { name: 'North' })).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'South' })).toBeInTheDocument();
});

it('offers files, and says how a batch goes', async () => {
  const batch = {
    id: 'b1',
    review: 'may',
    units: ['north', 'south'],
    formats: ['pdf'],
    state: 'succeeded',
    progress: { done: 6, total: 6 },
    message: null,
    createdAt: '2026-05-09T08:00:00Z',
    createdBy: 'ada',
    finishedAt: '2026-05-09T08:00:05Z',
  };
  const sent = {
    review: 'may',
    channel: 'email',
    to: 'bob@example.org',
    at: '2026-05-09T08:00:00Z',
    state: 'failed',
    message: 'no such box',
  };
  const { user, address } = open(
    {
      ...frozen,
      'POST reportbatches': { ...batch, state: 'queued' },
      'GET reportbatches/b1': batch,
      'GET reviews/may/deliveries': { items: [sent] },
    },
    '?tab=downloads'
  );
  expect(await screen.findByRole('link', { name: 'Save North as PDF' })).toHaveAttribute(
    'href',
    expect.stringContaining('reviews/may/report?format=pdf&unit=north')
  );
  expect(await screen.findByText('failed, tried again: no such box')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /Make PDF/ }));
  expect(await screen.findByRole('link', { name: 'Save the archive' })).toHaveAttribute(
    'href',
    expect.stringContaining('reportbatches/b1/archive')
  );
  expect(screen.getByText('6 of 6 files')).toBeInTheDocument();
  expect(address().searchParams.get('batch')).toBe('b1');
});

it('lets those who may only look know what will stand here', async () => {
  open({ 'GET kinds': { items: [{ kind: 'Review', verbs: ['read'] }], next: null } });
  expect(await screen.findByText('The report is not frozen yet')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Freeze the report' })).not.toBeInTheDocument();
});
