import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { strategyMap } from './fixtures';
import { StrategyMapPage } from './StrategyMapPage';

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

const scorecard = (name: string, unit: string, title: string) =>
  resource('Scorecard', name, {
    title,
    strategy: 'aurelia-2028',
    calendar: 'aurelia',
    frequency: 'month',
    unit,
    perspectives: strategyMap().perspectives.map(({ name: lane, objectives }) => ({
      name: lane,
      title: lane,
      objectives: objectives.map(({ ref }) => ({ objective: ref.name })),
    })),
  });
const corporate = scorecard('corporate', 'aurelia', 'Corporate');

const months = ['2026-01', '2026-02', '2026-03', '2026-04'];
const view = {
  node: { sparkline: months.map((period) => ({ period, value: null, score: 50 })) },
};

function backend(routes: Record<string, unknown> = {}) {
  return fakeBackend({
    'GET kinds': { items: [{ kind: 'CausalLink', verbs: ['read', 'write', 'delete'] }], next: null },
    'GET strategies/aurelia-2028': resource('Strategy', 'aurelia-2028', { title: 'Aurelia 2028' }),
    'GET scorecards': list(scorecard('north', 'north', 'North'), corporate),
    'GET scorecards/corporate': corporate,
    'GET orgunits': list(
      resource('OrgUnit', 'aurelia', { title: 'Aurelia' }),
      resource('OrgUnit', 'north', { title: 'North', parent: 'aurelia' })
    ),
    'GET scorecards/corporate/view': view,
    'GET strategies/aurelia-2028/map': ({ params }: { params: Record<string, unknown> }) =>
      strategyMap({
        period: { ...strategyMap().period, id: params.period === 'lastEnded' ? '2026-03' : String(params.period) },
      }),
    'GET objectives': list(
      resource(
        'Objective',
        'delivery',
        { title: 'Deliver when promised', strategy: 'aurelia-2028', perspective: 'process' },
        4
      ),
      resource('Objective', 'skills', { title: 'People who know', strategy: 'aurelia-2028', perspective: 'learning' })
    ),
    'GET causallinks': list(resource('CausalLink', 'skills-to-delivery', { from: 'skills', to: 'delivery' }, 7)),
    'GET themes': list(),
    'GET kpis': list(),
    ...(routes as Record<string, object>),
  });
}

const open = (query = '') =>
  renderPage(<StrategyMapPage />, { url: `/strategies/aurelia-2028${query}`, path: '/strategies/:name' });
const card = (name: RegExp) => screen.findByRole('button', { name });

it('shows the map of the highest unit’s scorecard when none is asked for', async () => {
  const received = backend();
  open();
  await card(/^Grow sales/);
  const asked = received.find(({ path }) => path.endsWith('/map'));
  expect(asked?.params).toEqual({ scorecard: 'corporate', period: 'lastEnded' });
});

it('asks for what the address says', async () => {
  const received = backend();
  open('?scorecard=corporate&unit=north&period=2026-02&asOf=2026-03-01T00:00:00Z');
  await card(/^Grow sales/);
  expect(received.find(({ path }) => path.endsWith('/map'))?.params).toEqual({
    scorecard: 'corporate',
    unit: 'north',
    period: '2026-02',
    asOf: '2026-03-01T00:00:00Z',
  });
});

it('opens an objective beside the map, with KPIs and hypotheses, and closes it with Escape', async () => {
  backend();
  const { user, address } = open();
  await user.click(await card(/^Deliver/));
  const details = within(screen.getByRole('region', { name: 'Deliver when promised' }));
  expect(details.getByRole('link', { name: 'On-time delivery' })).toHaveAttribute(
    'href',
    '/a/bsc-scorecard-app/kpis/on-time?unit=aurelia&period=2026-03&scorecard=corporate'
  );
  expect(details.getByText(/^supported · 0.42 \(0.10 to 0.71\), from 24 pairs of periods/)).toBeInTheDocument();
  expect(details.getByText(/^broken · -0.10/)).toBeInTheDocument();
  expect(address().searchParams.get('objective')).toBe('delivery');

  await user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Deliver when promised' })).not.toBeInTheDocument();
  expect(await card(/^Deliver/)).toHaveFocus();
});

it('shows the same as a table, one key away', async () => {
  backend();
  const { user, address } = open();
  await card(/^Grow sales/);
  await user.keyboard('t');
  expect(address().searchParams.get('view')).toBe('table');
  const row = within(screen.getByRole('row', { name: /^Deliver when promised/ }));
  expect(row.getByText('off track')).toBeInTheDocument();
  expect(row.getByText('People who know (broken)')).toBeInTheDocument();
  expect(row.getByText('Be recommended (supported)')).toBeInTheDocument();
});

it('steps through the last periods', async () => {
  backend();
  const { user, address } = open();
  const slider = await screen.findByRole('slider', { name: 'Period' });
  expect(slider).toHaveAttribute('aria-valuetext', 'March 2026');
  const time = within(screen.getByRole('group', { name: 'Through time' }));
  await user.click(time.getByRole('button', { name: 'Next period' }));
  expect(address().searchParams.get('period')).toBe('2026-04');
  await waitFor(() => expect(time.getByRole('button', { name: 'Next period' })).toBeDisabled());
});

it('plays from the first period when it starts at the last one', async () => {
  backend();
  const { user, address } = open('?period=2026-04');
  await screen.findByRole('slider', { name: 'Period' });
  await user.click(screen.getByRole('button', { name: 'Play' }));
  expect(address().searchParams.get('period')).toBe('2026-01');
  await waitFor(() => expect(address().searchParams.get('period')).toBe('2026-02'), { timeout: 3000 });
  await user.click(screen.getByRole('button', { name: 'Pause' }));
});

it('says when no scorecard uses the strategy', async () => {
  backend({ 'GET scorecards': list() });
  open();
  expect(await screen.findByText('No scorecard uses this strategy yet')).toBeInTheDocument();
});

it('says what went wrong, and tries again', async () => {
  const map = strategyMap();
  let calls = 0;
  backend({
    'GET strategies/aurelia-2028/map': () => (++calls === 1 ? new Refusal(404, { detail: 'no such unit' }) : map),
  });
  const { user } = open();
  expect(await screen.findByText('no such unit')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await card(/^Grow sales/)).toBeInTheDocument();
});

describe('in edit mode', () => {
  const edit = async () => {
    const page = open('?objective=delivery');
    await page.user.click(await screen.findByRole('button', { name: 'Edit' }));
    await screen.findByRole('button', { name: 'Remove' });
    return page;
  };

  it('removes an arrow on the version that was read, and puts it back on undo', async () => {
    const received = backend({
      'DELETE causallinks/skills-to-delivery': {},
      'POST causallinks': resource('CausalLink', 'skills-to-delivery', {}, 1),
    });
    const { user } = await edit();
    await user.click(screen.getAllByRole('button', { name: 'Remove this arrow' })[0]);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Undo (1)' })).toBeEnabled());
    const deleted = received.find(({ method }) => method === 'DELETE');
    expect(deleted?.headers['If-Match']).toBe('"7"');

    await user.click(screen.getByRole('button', { name: 'Undo (1)' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Undo (0)' })).toBeInTheDocument());
    expect(received.find(({ method }) => method === 'POST')?.body).toEqual({
      apiVersion: 'scorecard/v1',
      kind: 'CausalLink',
      metadata: { name: 'skills-to-delivery' },
      spec: { from: 'skills', to: 'delivery' },
    });
  });

  it('changes an objective and keeps what the form doesn’t show', async () => {
    const objective = resource(
      'Objective',
      'delivery',
      {
        title: 'Deliver when promised',
        strategy: 'aurelia-2028',
        perspective: 'process',
        kpis: [{ kpi: 'on-time', weight: 3 }],
        rollup: { method: 'worst' },
      },
      4
    );
    const received = backend({
      'GET objectives': list(objective),
      'PUT objectives/delivery': objective,
    });
    const { user } = await edit();
    const actions = screen.getByRole('region', { name: 'Deliver when promised' });
    await user.click(within(actions).getByRole('button', { name: 'Edit' }));
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await user.clear(title);
    await user.type(title, 'Deliver as promised');
    await user.click(screen.getByRole('button', { name: 'Save objective' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Undo (1)' })).toBeInTheDocument());
    const put = received.find(({ method }) => method === 'PUT');
    expect(put?.headers['If-Match']).toBe('"4"');
    expect(put?.body).toMatchObject({
      spec: { title: 'Deliver as promised', kpis: [{ kpi: 'on-time', weight: 3 }], rollup: { method: 'worst' } },
    });
  });

  it('says at its field what an objective can’t be', async () => {
    const received = backend({ 'PUT objectives/delivery': ({ body }: { body: unknown }) => body });
    const { user } = await edit();
    const actions = screen.getByRole('region', { name: 'Deliver when promised' });
    await user.click(within(actions).getByRole('button', { name: 'Edit' }));
    const [title, owner] = await Promise.all(['Title', /^Owner/].map((name) => screen.findByRole('textbox', { name })));
    fireEvent.change(title, { target: { value: ' ' } });
    fireEvent.change(owner, { target: { value: 'x'.repeat(201) } });
    await user.click(screen.getByRole('button', { name: 'Save objective' }));
    expect(await screen.findByText('This is needed.')).toBeVisible();
    expect(screen.getByText('Shorten this to 200 characters; it has 201.')).toBeVisible();
    expect(title).toHaveFocus();
    fireEvent.change(title, { target: { value: 'x'.repeat(201) } });
    fireEvent.change(owner, { target: { value: '  ' } });
    expect(await screen.findByText('Shorten this to 200 characters; it has 201.')).toBeVisible();
    fireEvent.change(title, { target: { value: 'Deliver' } });
    await user.click(screen.getByRole('button', { name: 'Save objective' }));
    await waitFor(() => expect(received.find(({ method }) => method === 'PUT')?.body).toBeDefined());
    expect(received.find(({ method }) => method === 'PUT')?.body).toHaveProperty('spec.owner', undefined);
  });

  it('keeps the form open and says why when the server refuses', async () => {
    backend({ 'PUT objectives/delivery': new Refusal(412, { detail: 'somebody else changed it' }) });
    const { user } = await edit();
    const actions = screen.getByRole('region', { name: 'Deliver when promised' });
    await user.click(within(actions).getByRole('button', { name: 'Edit' }));
    await user.click(await screen.findByRole('button', { name: 'Save objective' }));
    expect(await screen.findByText('somebody else changed it')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Title' })).toBeInTheDocument();
  });
});
