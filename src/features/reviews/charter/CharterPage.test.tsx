import { config } from '@grafana/runtime';
import { screen, waitFor, within } from '@testing-library/react';
import { fakeBackend } from '../../../testing/backend';
import { renderPage } from '../../../testing/render';
import { CharterPage } from './CharterPage';

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

const spec = (purpose: string) => ({
  title: 'Our charter',
  purpose,
  committees: [{ name: 'board', title: 'Board', chair: 'ceo', members: ['ceo', 'cfo@example.org'], quorum: 2 }],
  reviews: [
    { scorecard: 'corporate', committee: 'board', tier: 'strategic', every: 'quarter', bounds: { often: 'month' } },
  ],
  pivots: { committee: 'board', every: 'half' },
});
const charter = (version: number, purpose: string) => ({
  apiVersion: 'scorecard/v1',
  kind: 'GovernanceCharter',
  metadata: { name: 'charter', version },
  spec: spec(purpose),
});
const period = (id: string, held: boolean) => ({
  period: id,
  start: '',
  end: '',
  held,
  quorate: held,
  reviews: held ? ['r'] : [],
});
const compliance = {
  charter: 'charter',
  version: 2,
  from: '2026-01-01T00:00:00.000Z',
  to: '2027-01-01T00:00:00.000Z',
  now: '2027-01-01T00:00:00.000Z',
  promised: 2,
  held: 1,
  quorate: 1,
  compliance: 0.5,
  reviews: [
    {
      scorecard: 'corporate',
      committee: 'board',
      tier: 'strategic',
      every: 'quarter',
      promised: 2,
      held: 1,
      quorate: 1,
      compliance: 0.5,
      periods: [period('2026-Q1', true), period('2026-Q2', false)],
      next: '2027-01-19T08:00:00.000Z',
    },
  ],
  pivots: {
    committee: 'board',
    every: 'half',
    promised: 0,
    held: 0,
    quorate: 0,
    compliance: null,
    periods: [],
    next: null,
    reason: { code: 'noPeriodEnded', message: 'No period has ended.' },
  },
  missed: [
    {
      series: 'board-review',
      start: '2026-04-21T07:00:00.000Z',
      review: null,
      escalatedTo: 'ceo',
      escalatedAt: '2026-04-28T07:00:00.000Z',
    },
  ],
  signatures: [
    { person: 'ceo', committees: ['board'], version: 1, signedOn: '2026-01-02', current: false },
    { person: 'cfo@example.org', committees: ['board'], version: null, signedOn: null, current: false },
  ],
  rule: 'compliance/1',
};

function backend(verbs: string[], routes: Record<string, unknown> = {}) {
  return fakeBackend({
    'GET kinds': {
      items: ['GovernanceCharter', 'CharterSignature', 'ReviewSeries'].map((kind) => ({ kind, verbs })),
      next: null,
    },
    'GET governancecharters/charter': charter(2, 'Who reviews what'),
    'GET governancecharters/charter/history': {
      items: [
        { version: 2, at: '2026-03-01T00:00:00Z', by: 'ann', document: charter(2, 'Who reviews what') },
        { version: 1, at: '2026-01-01T00:00:00Z', by: 'bob', document: charter(1, 'An earlier purpose') },
      ],
      next: null,
    },
    'GET governancecharters/charter/compliance': compliance,
    'GET scorecards': { items: [], next: null },
    ...routes,
  });
}

const open = (url = '/reviews/charters/charter') =>
  renderPage(<CharterPage />, { url, path: '/reviews/charters/:name' });

beforeEach(() => {
  config.bootData = { user: { login: 'carla', email: 'CFO@example.org' } } as typeof config.bootData;
});

it('reads as a document, with what became of each promise beside it', async () => {
  backend(['read']);
  open();
  const promises = await screen.findByRole('table', { name: 'Reviews that are promised' });
  expect(await within(promises).findByText(/1 of 2/)).toBeInTheDocument();
  expect(promises).toHaveTextContent('at most every month');
  expect(promises).toHaveTextContent('not in Q2 2026');
  expect(promises).toHaveTextContent('No period has ended.');
  expect(screen.getByText(/1 of 2 promised reviews were held/)).toBeInTheDocument();
  expect(screen.getByText(/board-review, planned for .*: ceo was told on/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Sign' })).not.toBeInTheDocument();
});

it('lets members sign the version that is in force', async () => {
  const received = backend(['read', 'write'], { 'POST chartersignatures': ({ body }: { body: unknown }) => body });
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Sign' }));
  await waitFor(() =>
    expect(received.find(({ method }) => method === 'POST')?.body).toMatchObject({
      kind: 'CharterSignature',
      spec: {
        charter: 'charter',
        version: 2,
        person: 'cfo@example.org',
        signedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    })
  );
  expect(screen.getByRole('button', { name: 'Note that ceo signed' })).toBeInTheDocument();
});

it('shows an earlier version without what became of it', async () => {
  backend(['read']);
  open('/reviews/charters/charter?version=1');
  expect(await screen.findByText('An earlier purpose')).toBeInTheDocument();
  expect(screen.getByText('This is version 1, which is no longer in force')).toBeInTheDocument();
  expect(screen.queryByRole('table', { name: 'Signatures' })).not.toBeInTheDocument();
  expect(screen.queryByText(/1 of 2/)).not.toBeInTheDocument();
});

it('measures a charter that was never kept from when it was made on, and offers to plan what it promises', async () => {
  const promise = { ...compliance.reviews[0], held: 0, next: null };
  const young = {
    ...charter(1, 'From today on'),
    metadata: { name: 'charter', version: 1, createdAt: '2026-11-24T10:00:00Z' },
  };
  const received = backend(['read', 'write'], {
    'GET governancecharters/charter': young,
    'GET governancecharters/charter/compliance': ({ params }: { params: { from?: string } }) =>
      params.from === '2026-11-24T10:00:00Z'
        ? {
            ...compliance,
            held: 0,
            compliance: null,
            reason: { code: 'noPeriodEnded', message: 'No period has ended yet.' },
            reviews: [
              { ...promise, compliance: null, periods: [], reason: { code: 'noPeriodEnded', message: 'Not yet.' } },
            ],
          }
        : { ...compliance, held: 0, compliance: 0, reviews: [promise] },
  });
  open();
  expect(await screen.findByText('No period has ended yet.')).toBeInTheDocument();
  expect(screen.queryByText(/0 of 2 promised/)).not.toBeInTheDocument();
  expect(await screen.findByRole('link', { name: 'Plan a series' })).toHaveAttribute(
    'href',
    expect.stringContaining(
      'series/new?charter=charter&committee=board&tier=strategic&scorecard=corporate&every=quarter'
    )
  );
  expect(received.filter(({ path }) => path.endsWith('/compliance'))).toHaveLength(2);
});

it('offers no plan for what a dissolved committee promised', async () => {
  const [promise] = compliance.reviews;
  const gone = charter(1, 'Until the summer');
  Object.assign(gone.spec.committees[0], { dissolved: '2026-07-01' });
  backend(['read', 'write'], {
    'GET governancecharters/charter': gone,
    'GET governancecharters/charter/compliance': { ...compliance, reviews: [{ ...promise, next: null }] },
  });
  open();
  expect(await screen.findByText(/1 of 2 \(/)).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Plan a series' })).not.toBeInTheDocument();
});
