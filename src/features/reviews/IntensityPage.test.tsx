import { screen, within } from '@testing-library/react';
import { type Intensity, type VolatilityDriver } from '../../api/intensity';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { IntensityPage } from './IntensityPage';

const driver = (kpi: string, change: Partial<VolatilityDriver> = {}): VolatilityDriver => ({
  kpi,
  title: `KPI ${kpi}`,
  unit: 'company',
  unitOfMeasure: null,
  decimals: null,
  ratio: 1.6,
  outside: false,
  sigmaNow: 3,
  sigmaBase: 2,
  value: 10,
  centre: 9,
  lower: 4,
  upper: 14,
  residuals: false,
  periods: 2,
  effect: 1.1,
  points: [
    { period: '2026-09', value: 8, centre: 9, lower: 4, upper: 14, outside: false },
    { period: '2026-10', value: 10, centre: 9, lower: 4, upper: 14, outside: false },
  ],
  ...change,
});

const step = {
  charter: 'charter',
  committee: 'board',
  tier: 'strategic' as const,
  series: 'board-review',
  from: 'quarter' as const,
  to: 'month' as const,
  direction: 'up' as const,
  why: 'For 2 periods running, variation is 1.60 times what is usual.',
  drivers: ['a'],
  calendar: ['2026-12-15T08:00:00Z', '2027-01-19T08:00:00Z'],
  blocked: null,
  decided: null,
};

const measured = (change: Partial<Intensity> = {}): Intensity => ({
  scorecard: 'card',
  unit: 'company',
  period: '2026-10',
  now: '2026-11-24T12:00:00Z',
  volatility: 1.6,
  shiftShare: 0.1,
  drivers: ['a', 'b', 'c', 'd', 'e', 'f'].map((kpi) => driver(kpi)),
  history: [
    { period: '2026-09', volatility: 1.55, shiftShare: 0 },
    { period: '2026-10', volatility: 1.6, shiftShare: 0.1 },
  ],
  events: [],
  proposal: step,
  proposals: [step],
  kpis: 6,
  excluded: [{ kpi: 'young', reason: { code: 'tooFewPeriods', message: 'there are values of 5 periods' } }],
  rule: 'intensity/1',
  ...change,
});

function show(body: Intensity, routes: Record<string, object> = {}) {
  const received = fakeBackend({
    'GET kinds': {
      items: ['ChangeEvent', 'CadenceProposal'].map((kind) => ({ kind, verbs: ['read', 'write', 'delete'] })),
    },
    'GET scorecards/card': { metadata: { name: 'card', version: 1 }, spec: { title: 'Corporate', unit: 'company' } },
    'GET orgunits': { items: [{ metadata: { name: 'company' }, spec: { title: 'Company' } }], next: null },
    'GET governancecharters/charter': {
      metadata: { name: 'charter', version: 1 },
      spec: { title: 'Charter', committees: [{ name: 'board', title: 'Executive board' }] },
    },
    'GET scorecards/card/intensity': body,
    ...routes,
  });
  return {
    received,
    ...renderPage(<IntensityPage />, { url: '/reviews/intensity/card', path: '/reviews/intensity/:scorecard' }),
  };
}
const written = (received: ReturnType<typeof fakeBackend>) => received.filter(({ method }) => method !== 'GET');

it('says in words how lively the KPIs are, and shows the five that drive it', async () => {
  const { user } = show(measured());
  const gauge = await screen.findByRole('region', { name: 'Variation now against before' });
  expect(gauge).toHaveTextContent('1.60 ×');
  expect(gauge).toHaveTextContent('lively');
  expect(screen.getByRole('region', { name: 'KPIs outside their limits' })).toHaveTextContent('10%');
  const drivers = screen.getByRole('table', { name: 'KPIs that drive the readings' });
  expect(within(drivers).getAllByRole('row')).toHaveLength(1 + 5);
  await user.click(screen.getByRole('button', { name: 'Show 1 more' }));
  expect(within(drivers).getAllByRole('row')).toHaveLength(1 + 6);
  expect(screen.getByText(/there are values of 5 periods/)).toBeInTheDocument();
});

it('records what the committee accepts, with the reading that it decided on', async () => {
  const { user, received } = show(measured(), { 'POST cadenceproposals': {} });
  const card = await screen.findByRole('region', { name: 'Executive board: every month instead of every quarter' });
  await user.type(within(card).getByLabelText('Decided by'), 'ceo');
  await user.click(within(card).getByRole('button', { name: 'Accept' }));
  expect(written(received)[0]).toMatchObject({
    path: 'cadenceproposals',
    body: {
      kind: 'CadenceProposal',
      metadata: { name: 'card-strategic-quarter-to-month-2026-11-24' },
      spec: {
        scorecard: 'card',
        charter: 'charter',
        tier: 'strategic',
        series: 'board-review',
        from: 'quarter',
        to: 'month',
        why: step.why,
        reading: { at: '2026-11-24T12:00:00Z', volatility: 1.6, shiftShare: 0.1, rule: 'intensity/1' },
        decision: { outcome: 'accepted', by: 'ceo', on: '2026-11-24' },
      },
    },
  });
});

it('asks for a reason before it records a rejection', async () => {
  const { user, received } = show(measured(), {
    'POST cadenceproposals': new Refusal(422, { detail: 'The scorecard has no charter.' }),
  });
  await user.click(await screen.findByRole('button', { name: 'Reject' }));
  expect(screen.getByText('Say why it is rejected.')).toBeInTheDocument();
  expect(written(received)).toHaveLength(0);
  await user.type(screen.getByLabelText('Reason'), 'Season');
  await user.click(screen.getByRole('button', { name: 'Reject' }));
  expect(written(received)[0].body).toMatchObject({ spec: { decision: { outcome: 'rejected', reason: 'Season' } } });
  expect(await screen.findByText('The scorecard has no charter.')).toBeInTheDocument();
});

it('offers no decision on a step that may not be taken', async () => {
  const blocked = { ...step, blocked: { code: 'bounds', message: 'no more often than every quarter' } };
  show(measured({ proposal: null, proposals: [blocked] }));
  expect(await screen.findByText('no more often than every quarter')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Accept' })).not.toBeInTheDocument();
});

it('declares an event for the scorecard', async () => {
  const { user, received } = show(measured(), { 'POST changeevents': {} });
  await user.click(await screen.findByRole('button', { name: 'Declare an event' }));
  const form = screen.getByRole('form', { name: 'Declare an event' });
  await user.type(within(form).getByLabelText(/What happens/), 'Merger with Nord');
  await user.click(within(form).getByRole('radio', { name: 'Market disruption' }));
  await user.click(within(form).getByRole('button', { name: 'Declare' }));
  expect(written(received)[0].body).toMatchObject({
    kind: 'ChangeEvent',
    metadata: { name: 'merger-with-nord-card-2026-11-24' },
    spec: { title: 'Merger with Nord', kind: 'disruption', scorecards: ['card'], from: '2026-11-24' },
  });
});

it('ends an open event on the day before', async () => {
  const event = {
    ref: { kind: 'ChangeEvent', name: 'merger' },
    title: 'Merger',
    kind: 'transition' as const,
    from: '2026-11-01',
    to: null,
    by: 'ceo',
    open: true,
  };
  const { user, received } = show(measured({ events: [event] }), {
    'GET changeevents/merger': {
      kind: 'ChangeEvent',
      metadata: { name: 'merger', version: 3 },
      spec: { title: 'Merger', kind: 'transition', from: '2026-11-01' },
    },
    'PUT changeevents/merger': {},
  });
  await user.click(await screen.findByRole('button', { name: 'It is over' }));
  expect(written(received)[0]).toMatchObject({
    body: { spec: { from: '2026-11-01', to: '2026-11-23' } },
    headers: { 'If-Match': '"3"' },
  });
});

it('says why nothing could be measured', async () => {
  show(
    measured({
      volatility: null,
      shiftShare: null,
      drivers: [],
      proposals: [],
      proposal: null,
      kpis: 0,
      reason: { code: 'notMeasured', message: 'No KPI could be judged.' },
    })
  );
  expect(await screen.findByText('No KPI could be judged.')).toBeInTheDocument();
  expect(screen.getAllByText('not measured')).toHaveLength(2);
  expect(screen.getByText('Without a reading and without a declared event nothing is proposed.')).toBeInTheDocument();
});
