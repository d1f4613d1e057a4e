import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type ReactNode } from 'react';
import { fakeBackend, type Received, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { register, row } from './fixtures';
import { RegisterPage } from './RegisterPage';

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

// jsdom has no room on screen, for which lists of options are drawn; here all of them are.
jest.mock('@tanstack/react-virtual', () => ({
  ...jest.requireActual('@tanstack/react-virtual'),
  useVirtualizer: ({ count }: { count: number }) => ({
    getTotalSize: () => count,
    getVirtualItems: () => Array.from({ length: count }, (_, index) => ({ index, key: index, size: 1, start: index })),
    measureElement: () => {},
    scrollToIndex: () => {},
  }),
}));

const ship = row('Action', 'ship', {
  title: 'Ship earlier',
  owner: 'anna',
  due: '2026-04-01',
  overdue: true,
  slips: 2,
  slipDays: 14,
  ageDays: 30,
  gaps: ['evidence'],
  escalation: {
    to: 'ceo',
    at: '2026-04-09T00:00:00Z',
    reason: { code: 'overdue', message: 'It is overdue by 7 days.' },
  },
});
const price = row('Decision', 'price', { title: 'Raise the price', owner: 'ben' });
const action = (name: string) => ({
  apiVersion: 'scorecard/v1',
  kind: 'Action',
  metadata: { name, version: 3 },
  spec: { title: name, owner: 'anna', due: '2026-04-01' },
  status: { ...ship, inputs: { charter: '' } },
});
const editor = { items: [{ kind: 'Action', verbs: ['read', 'write'] }], next: null };
const routes = {
  'GET register': register([ship, price]),
  'GET kinds': editor,
  'GET governancecharters': { items: [], next: null },
  'GET actions/ship': action('ship'),
  'GET decisions/price': { ...action('price'), kind: 'Decision', spec: { title: 'Raise the price' } },
};

const bodyRows = async () => (await screen.findAllByRole('row')).slice(1);

it('says of each entry whose it is, how late, how often it was put off and to whom it escalated', async () => {
  fakeBackend(routes);
  renderPage(<RegisterPage />);
  const [first, second] = await bodyRows();
  expect(first).toHaveTextContent(
    /Ship earlier.*open.*anna.*Apr 1, 2026.*2 ×, 14 days.*30 days.*escalated to ceo.*no evidence/
  );
  expect(second).toHaveTextContent(/Raise the price.*Decision.*ben/);
});

it('keeps filters and sort order in the address and asks the server for them', async () => {
  const received = fakeBackend(routes);
  const { user, address } = renderPage(<RegisterPage />, { url: '/register?type=action' });
  await user.click(await screen.findByRole('radio', { name: 'Mine' }));
  await user.click(screen.getByRole('button', { name: 'Due' }));
  expect(address().search).toBe('?type=action&mine=true&sort=due');
  await waitFor(() =>
    expect(received.findLast(({ path }) => path === 'register')?.params).toMatchObject({
      type: 'action',
      mine: true,
      sort: 'due',
      state: 'waiting',
    })
  );
});

it('narrows to what a team owns, and says so in words', async () => {
  const dock = row('Action', 'dock', { title: 'Repair the dock', owner: 'team:Logistics' });
  const received = fakeBackend({ ...routes, 'GET register': register([dock], { teams: ['Logistics', 'Sales'] }) });
  const { user, address } = renderPage(<RegisterPage />, { url: '/register?owner=team%3Alogistics&state=waiting' });
  expect((await bodyRows())[0]).toHaveTextContent('team: Logistics');
  const choice = await screen.findByRole('combobox', { name: 'Team' });
  expect(choice).toHaveValue('team: Logistics');
  expect(screen.queryByRole('button', { name: /Owner: / })).toBeNull();
  await user.click(choice);
  await user.click(await screen.findByRole('option', { name: 'team: Sales' }));
  expect(address().searchParams.get('owner')).toBe('team:Sales');
  await waitFor(() =>
    expect(received.findLast(({ path, params }) => path === 'register' && params.limit !== 1)?.params).toMatchObject({
      owner: 'team:Sales',
      state: 'waiting',
    })
  );
});

it('opens an entry beside the table, with what came of it', async () => {
  fakeBackend(routes);
  const { user, address } = renderPage(<RegisterPage />);
  await user.click(await screen.findByRole('link', { name: 'Ship earlier' }));
  expect(address().searchParams.get('entry')).toBe('Action/ship');
  const panel = await screen.findByRole('region', { name: 'ship' });
  expect(await within(panel).findByText(/It is overdue by 7 days/)).toBeVisible();
  await user.keyboard('{Escape}');
  expect(address().searchParams.get('entry')).toBeNull();
});

it('changes what is chosen in one call, after asking', async () => {
  const received = fakeBackend({
    ...routes,
    'GET register': register([ship, row('Action', 'call', { title: 'Call' })]),
    'GET actions/call': action('call'),
    'POST apply': { created: [], changed: [], unchanged: [], deleted: [], impact: [] },
  });
  const { user } = renderPage(<RegisterPage />);
  await user.click(await screen.findByRole('checkbox', { name: 'Choose all entries of this page' }));
  await user.click(screen.getByRole('button', { name: 'Change them' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.type(drawer.getByLabelText('Owner'), 'ben');
  await user.dblClick(drawer.getByRole('button', { name: 'Change' }));
  const sure = await drawer.findByRole('button', { name: 'Change all 2' });
  expect(received.some(({ path }) => path === 'apply')).toBe(false);
  await user.dblClick(sure);
  await waitFor(() => expect(received.find(({ path }) => path === 'apply')).toBeDefined());
  const { body } = received.find(({ path }) => path === 'apply') as Received;
  expect(body).toEqual([
    expect.objectContaining({ metadata: { name: 'ship' }, spec: { title: 'ship', owner: 'ben', due: '2026-04-01' } }),
    expect.objectContaining({ metadata: { name: 'call' }, spec: { title: 'call', owner: 'ben', due: '2026-04-01' } }),
  ]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(received.filter(({ path }) => path === 'apply')).toHaveLength(1);
});

/** The frame of a field: its label, the input and what is wrong with it. */
const fieldOf = (input: HTMLElement) => within(input.closest<HTMLElement>('[data-wrong]') ?? input);

it('says at its field what can’t be set, before it asks or reads anything', async () => {
  const received = fakeBackend({ ...routes, 'GET register': register([ship, row('Action', 'call', {})]) });
  const { user } = renderPage(<RegisterPage />);
  await user.click(await screen.findByRole('checkbox', { name: 'Choose all entries of this page' }));
  await user.click(screen.getByRole('button', { name: 'Change them' }));
  const drawer = within(await screen.findByRole('dialog'));
  const [owner, due, why] = ['Owner', /^Due/, /^Why/].map((label) => drawer.getByLabelText(label));
  await user.click(owner);
  await user.paste('x'.repeat(201));
  fireEvent.change(due, { target: { value: '0001-04-01' } });
  await user.click(why);
  await user.paste('y'.repeat(1001));
  await user.click(drawer.getByRole('button', { name: 'Change' }));
  await waitFor(() => expect(owner).toHaveFocus());
  expect(fieldOf(owner).getByText('Shorten this to 200 characters; it has 201.')).toBeVisible();
  expect(fieldOf(due).getByText('Write the year with four digits.')).toBeVisible();
  expect(fieldOf(why).getByText('Shorten this to 1,000 characters; it has 1,001.')).toBeVisible();
  expect(drawer.queryByText(/This changes 2 entries/)).toBeNull();
  expect(received.some(({ path }) => path.startsWith('actions/'))).toBe(false);
});

it('says of each entry what the server refuses', async () => {
  fakeBackend({
    ...routes,
    'POST apply': new Refusal(422, {
      errors: [{ path: '/spec/due', message: '2026-02-30 is no day', resource: { kind: 'Action', name: 'ship' } }],
    }),
  });
  const { user } = renderPage(<RegisterPage />, { url: '/register?entry=Action/ship' });
  await user.click(await screen.findByRole('button', { name: 'Change state, owner or due date' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.type(drawer.getByLabelText('Owner'), 'ben');
  await user.click(drawer.getByRole('button', { name: 'Change' }));
  const due = drawer.getByLabelText(/^Due/);
  await waitFor(() => expect(due).toHaveFocus());
  expect(fieldOf(due).getByText('2026-02-30 is no day')).toBeVisible();
  expect(drawer.getByText('Ship earlier:').closest('li')).toHaveTextContent('Ship earlier: 2026-02-30 is no day');
  expect(drawer.getByLabelText('Owner')).toHaveValue('ben');
});

it('offers nothing to change to those who only look', async () => {
  fakeBackend({ ...routes, 'GET kinds': { items: [{ kind: 'Action', verbs: ['read'] }], next: null } });
  renderPage(<RegisterPage />);
  await bodyRows();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('link', { name: 'New action' })).toBeNull();
});

it('goes on to the next page and back to the first', async () => {
  const received = fakeBackend({ ...routes, 'GET register': register([ship], { next: 'abc' }) });
  const { user, address } = renderPage(<RegisterPage />);
  await user.click(await screen.findByRole('button', { name: 'Next page' }));
  expect(address().searchParams.get('after')).toBe('abc');
  await waitFor(() => expect(received.at(-1)?.params).toMatchObject({ cursor: 'abc' }));
  await user.click(await screen.findByRole('button', { name: 'First page' }));
  expect(address().searchParams.get('after')).toBeNull();
});

it('says at its field why no calendar feed was made', async () => {
  let refusal: unknown = new Refusal(422, { errors: [{ path: '/title', message: 'is taken' }] });
  fakeBackend({ ...routes, 'GET feedtokens': { items: [], next: null }, 'POST feedtokens': () => refusal });
  const { user } = renderPage(<RegisterPage />);
  await user.click(await screen.findByRole('button', { name: 'Calendar feed' }));
  const drawer = within(await screen.findByRole('dialog'));
  const name = await drawer.findByLabelText('Name');
  await user.click(name);
  await user.paste('x'.repeat(201));
  await user.click(drawer.getByRole('button', { name: 'Make a feed' }));
  expect(await fieldOf(name).findByText('Shorten this to 200 characters; it has 201.')).toBeVisible();
  await user.clear(name);
  await user.type(name, 'Phone{Enter}');
  expect(await drawer.findByText('is taken')).toBeVisible();
  expect(name).toHaveFocus();
  refusal = new Refusal(503, { detail: 'not now' });
  await user.keyboard('{Enter}');
  expect(await drawer.findByText('not now')).toBeVisible();
  expect(name).toHaveValue('Phone');
});

it('makes a calendar feed whose address is shown once, and revokes feeds', async () => {
  const feed = {
    id: 'f1',
    title: 'Phone',
    person: 'anna',
    createdAt: '2026-01-01T00:00:00Z',
    revokedAt: null,
    lastUsedAt: null,
  };
  const received = fakeBackend({
    ...routes,
    'GET feedtokens': { items: [feed], next: null },
    'POST feedtokens': { ...feed, token: 'secret', path: '/actions/feed.ics?token=secret' },
    'DELETE feedtokens/f1': {},
  });
  const { user } = renderPage(<RegisterPage />);
  await user.click(await screen.findByRole('button', { name: 'Calendar feed' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.dblClick(await drawer.findByRole('button', { name: 'Make a feed' }));
  const address = await drawer.findByRole('textbox', { name: 'Address of the feed' });
  expect(address).toHaveValue(
    'http://localhost/api/plugins/bsc-scorecard-app/resources/v1/actions/feed.ics?token=secret'
  );
  expect(received.filter(({ method }) => method === 'POST')).toHaveLength(1);
  await user.click(drawer.getByRole('button', { name: 'Revoke' }));
  await waitFor(() => expect(received.some(({ method }) => method === 'DELETE')).toBe(true));
});
