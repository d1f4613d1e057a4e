import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type Intensity, type SeriesChange, type VolatilityDriver } from '../../api/intensity';
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
  committeeTitle: 'Executive board',
  tier: 'strategic' as const,
  series: 'board-review',
  from: 'quarter' as const,
  to: 'month' as const,
  direction: 'up' as const,
  why: 'For 2 periods running, variation is 1.60 times what is usual.',
  said: [
    { code: 'lively', message: 'For 2 periods running, variation is 1.60 times what is usual.' },
    { code: 'eventToo', message: 'Also, the merger is declared.', params: { event: 'Merger' } },
  ],
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
      items: ['ChangeEvent', 'CadenceProposal', 'ReviewSeries'].map((kind) => ({
        kind,
        verbs: ['read', 'write', 'delete'],
      })),
    },
    'GET scorecards/card': { metadata: { name: 'card', version: 1 }, spec: { title: 'Corporate', unit: 'company' } },
    'GET orgunits': { items: [{ metadata: { name: 'company' }, spec: { title: 'Company' } }], next: null },
    'GET scorecards/card/intensity': body,
    'GET cadenceproposals': { items: [], next: null },
    ...routes,
  });
  return {
    received,
    ...renderPage(<IntensityPage />, { url: '/reviews/intensity/card', path: '/reviews/intensity/:scorecard' }),
  };
}
/** The frame of a field: its label, the input and what is wrong with it. */
const fieldOf = (input: HTMLElement) => input.closest<HTMLElement>('[data-wrong]') ?? input;
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
  await user.type(await within(card).findByLabelText('Decided by'), ' ceo ');
  await user.dblClick(within(card).getByRole('button', { name: 'Accept' }));
  expect(written(received)).toHaveLength(1);
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
        why: 'For 2 periods running, variation is 1.60 times what is usual. Also, Merger is declared.',
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
  const reason = await screen.findByLabelText('Reason');
  await user.type(reason, '  ');
  await user.click(screen.getByRole('button', { name: 'Reject' }));
  await waitFor(() => expect(reason).toHaveFocus());
  expect(reason).toBeInvalid();
  expect(within(fieldOf(reason)).getByText('Say why it is rejected.')).toBeVisible();
  expect(written(received)).toHaveLength(0);
  await user.clear(reason);
  await user.type(reason, 'Season');
  await user.click(screen.getByRole('button', { name: 'Reject' }));
  expect(written(received)[0].body).toMatchObject({ spec: { decision: { outcome: 'rejected', reason: 'Season' } } });
  expect(await screen.findByText('The scorecard has no charter.')).toBeInTheDocument();
});

const quarterly = { rrule: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU', start: '2026-01-20T09:00', timeZone: 'Europe/Berlin' };
const monthly = {
  rrule: 'FREQ=MONTHLY;INTERVAL=1;BYDAY=3TU',
  start: '2026-12-15T09:00',
  timeZone: 'Europe/Berlin',
  earlier: [{ rrule: quarterly.rrule, start: quarterly.start, until: '2026-11-24' }],
};

const seriesChange = (change: Partial<SeriesChange> = {}): SeriesChange => ({
  series: 'board-review',
  title: 'Board review',
  version: 4,
  managedBy: 'ui',
  file: null,
  cadence: 'quarter',
  carriedOut: null,
  recurrence: quarterly,
  proposed: monthly,
  reason: null,
  removed: [{ start: '2027-01-05T08:00:00Z', review: 'board-review-2027-01-05' }],
  added: [{ start: '2026-12-15T08:00:00Z', review: null }],
  kept: [{ start: '2027-01-20T08:00:00Z', review: 'board-extra', why: 'frozen' }],
  unchanged: 4,
  ...change,
});

/** The page after the committee accepted, with what that does to a series; a function answers each time it is asked. */
function showAccepted(one: () => SeriesChange, routes: Record<string, object> = {}) {
  const accepted = {
    kind: 'CadenceProposal',
    metadata: { name: 'to-month', version: 1 },
    spec: {
      scorecard: 'card',
      charter: 'charter',
      tier: 'strategic',
      from: 'quarter',
      to: 'month',
      why: step.why,
      decision: { outcome: 'accepted', by: 'ceo', on: '2026-11-24' },
    },
    status: { state: 'accepted', committee: 'board', series: [], rule: 'cadence/1' },
  };
  return show(measured({ proposal: null, proposals: [{ ...step, decided: 'to-month' }] }), {
    'GET cadenceproposals': { items: [accepted], next: null },
    'GET cadenceproposals/to-month': accepted,
    'GET governancecharters/charter': {
      metadata: { name: 'charter', version: 1 },
      spec: {
        title: 'Charter',
        committees: [{ name: 'board', title: 'Executive board' }],
        reviews: [{ scorecard: 'card', committee: 'board', tier: 'strategic', every: 'quarter' }],
      },
    },
    'GET cadenceproposals/to-month/change': () => ({
      proposal: 'to-month',
      state: 'accepted',
      scorecard: 'card',
      charter: 'charter',
      committee: 'board',
      tier: 'strategic',
      from: 'quarter',
      to: 'month',
      now: '2026-11-24T12:00:00Z',
      until: '2027-11-24T12:00:00Z',
      series: [one()],
      rule: 'cadence/1',
    }),
    ...routes,
  });
}

it('changes the series that an accepted proposal is about, and takes that back', async () => {
  let done = false;
  const carriedOut = { version: 5, at: '2026-11-24T12:00:00Z', by: 'ada' };
  const { user, received } = showAccepted(
    () => (done ? seriesChange({ version: 5, cadence: 'month', carriedOut, proposed: null }) : seriesChange()),
    { 'PATCH reviewseries/board-review': () => ((done = !done), { metadata: { name: 'board-review', version: 5 } }) }
  );
  const series = await screen.findByRole('region', { name: 'Series: Board review' });
  expect(within(series).getByRole('row', { name: /^Now every quarter, on the third Tuesday/ })).toBeInTheDocument();
  expect(within(series).getByRole('row', { name: /^Then every month, on the third Tuesday/ })).toBeInTheDocument();
  expect(within(series).getByText('+ 1 meeting is added')).toBeInTheDocument();
  expect(within(series).getByText(/Tue, Dec 15, 2026, 9:00/)).toBeInTheDocument();
  expect(within(series).getByText(/the review that the schedule made goes with it/)).toBeInTheDocument();
  expect(within(series).getByText(/its report is frozen/)).toBeInTheDocument();
  expect(screen.getByText(/The charter still promises a review every quarter/)).toBeInTheDocument();

  await user.click(within(series).getByRole('button', { name: 'Change the series' }));
  expect(
    await within(series).findByText(/It meets every month since version 5 of Nov 24, 2026, by ada/)
  ).toBeInTheDocument();
  expect(written(received)[0]).toMatchObject({
    body: { spec: { recurrence: monthly } },
    headers: { 'If-Match': '"4"', 'X-Change-Reason': expect.stringContaining('/reviews/intensity/card') },
  });

  await user.click(within(series).getByRole('button', { name: 'Undo' }));
  expect(await within(series).findByRole('button', { name: 'Change the series' })).toBeInTheDocument();
  expect(written(received)[1]).toMatchObject({
    body: { spec: { recurrence: { ...quarterly, earlier: null } } },
    headers: { 'If-Match': '"5"' },
  });
});

it('names the lines to change where a file manages the series', async () => {
  showAccepted(() => seriesChange({ managedBy: 'file', file: 'reviews.yaml' }));
  const series = await screen.findByRole('region', { name: 'Series: Board review' });
  expect(within(series).getByText('The file reviews.yaml manages this series')).toBeInTheDocument();
  expect(within(series).getByText(/rrule: FREQ=MONTHLY;INTERVAL=1;BYDAY=3TU/)).toHaveTextContent('until: 2026-11-24');
  expect(within(series).getByRole('button', { name: 'Copy the lines' })).toBeInTheDocument();
  expect(within(series).queryByRole('button', { name: 'Change the series' })).not.toBeInTheDocument();
});

it('says why a series was not changed', async () => {
  const { user } = showAccepted(() => seriesChange(), {
    'PATCH reviewseries/board-review': new Refusal(412, { detail: 'Somebody changed it.' }),
  });
  await user.click(await screen.findByRole('button', { name: 'Change the series' }));
  expect(await screen.findByText('The series was not changed')).toBeInTheDocument();
});

it('lists what was decided about the cadence, and what became of it', async () => {
  const decided = (name: string, state: string, on: string) => ({
    metadata: { name, version: 1 },
    spec: {
      scorecard: name === 'other' ? 'another-card' : 'card',
      charter: 'charter',
      tier: 'strategic',
      from: 'quarter',
      to: 'month',
      why: step.why,
      decision: { outcome: 'accepted', by: name, on },
    },
    status: { state, committee: 'board', series: [], rule: 'cadence/1' },
  });
  show(measured({ proposal: null, proposals: [] }), {
    'GET cadenceproposals': {
      items: [
        decided('old', 'replaced', '2025-02-01'),
        decided('new', 'carriedOut', '2026-03-01'),
        decided('other', 'accepted', '2026-04-01'),
      ],
      next: null,
    },
  });
  const table = await screen.findByRole('table', { name: 'Decisions on the cadence' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/every month instead of every quarter.*Mar 1, 2026new.*carried out/),
    expect.stringMatching(/Feb 1, 2025old.*replaced by a later decision/),
  ]);
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
  await user.type(within(form).getByLabelText(/What happens/), ' Merger with Nord ');
  await user.click(within(form).getByRole('radio', { name: 'Market disruption' }));
  await user.dblClick(within(form).getByRole('button', { name: 'Declare' }));
  expect(written(received)).toHaveLength(1);
  expect(written(received)[0].body).toMatchObject({
    kind: 'ChangeEvent',
    metadata: { name: 'merger-with-nord-card-2026-11-24' },
    spec: { title: 'Merger with Nord', kind: 'disruption', scorecards: ['card'], from: '2026-11-24' },
  });
});

it('says at its field what is wrong with an event, and keeps what was typed', async () => {
  const { user, received } = show(measured(), {
    'POST changeevents': new Refusal(422, { errors: [{ path: '/spec/by', message: 'is nobody here' }] }),
  });
  await user.click(await screen.findByRole('button', { name: 'Declare an event' }));
  const form = within(screen.getByRole('form', { name: 'Declare an event' }));
  const [title, from, to, by] = [/What happens/, /^From/, 'Last day, if known', 'Declared by'].map((label) =>
    form.getByLabelText(label)
  );
  const declare = form.getByRole('button', { name: 'Declare' });
  await user.type(title, '  ');
  fireEvent.change(from, { target: { value: '0026-11-24' } });
  await user.type(by, 'x'.repeat(201));
  await user.click(declare);
  await waitFor(() => expect(title).toHaveFocus());
  expect(within(fieldOf(title)).getByText('This is needed.')).toBeVisible();
  expect(within(fieldOf(from)).getByText('Write the year with four digits.')).toBeVisible();
  expect(within(fieldOf(by)).getByText('Shorten this to 200 characters; it has 201.')).toBeVisible();

  await user.type(title, 'Merger');
  await user.clear(by);
  await user.type(by, 'nobody');
  fireEvent.change(from, { target: { value: '2026-11-24' } });
  fireEvent.change(to, { target: { value: '2026-11-23' } });
  await user.click(declare);
  await waitFor(() => expect(to).toHaveFocus());
  expect(within(fieldOf(to)).getByText('This must not be before Nov 24, 2026.')).toBeVisible();
  expect(written(received)).toHaveLength(0);

  fireEvent.change(to, { target: { value: '2026-11-25' } });
  await user.click(declare);
  await waitFor(() => expect(by).toHaveFocus());
  expect(within(fieldOf(by)).getByText('is nobody here')).toBeVisible();
  expect(title).toHaveValue('  Merger');
});

it('gives events that are called alike names of their own', async () => {
  const event = {
    ref: { kind: 'ChangeEvent', name: 'card-2026-11-24' },
    title: '危機',
    kind: 'disruption' as const,
    from: '2026-11-24',
    to: '2026-11-24',
    by: null,
    open: false,
  };
  const { user, received } = show(measured({ events: [event] }), { 'POST changeevents': {} });
  await user.click(await screen.findByRole('button', { name: 'Declare an event' }));
  await user.type(screen.getByLabelText(/What happens/), '合併{Enter}');
  await waitFor(() =>
    expect(written(received)[0]?.body).toMatchObject({
      metadata: { name: 'card-2026-11-24-2' },
      spec: { title: '合併' },
    })
  );
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
