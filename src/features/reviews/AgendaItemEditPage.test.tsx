import { screen, waitFor } from '@testing-library/react';
import { type ReactNode } from 'react';
import { fakeBackend, type Received, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { AgendaItemEditPage } from './AgendaItemEditPage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: ReactNode }) => <>{children}</>,
}));

// jsdom has no room on screen, for which the list of options is drawn; here all of them are.
jest.mock('@tanstack/react-virtual', () => ({
  ...jest.requireActual('@tanstack/react-virtual'),
  useVirtualizer: ({ count }: { count: number }) => ({
    getTotalSize: () => count,
    getVirtualItems: () => Array.from({ length: count }, (_, index) => ({ index, key: index, size: 1, start: index })),
    measureElement: () => {},
    scrollToIndex: () => {},
  }),
}));

const resource = (kind: string, name: string, spec: object) => ({ kind, metadata: { name, version: 1 }, spec });
const none = { items: [], next: null };
const leadTime = resource('Kpi', 'lead-time', { title: 'Lead time' });
const growth = resource('Objective', 'growth', { title: 'Grow sales' });
const board = resource('ReviewSeries', 'board', { title: 'Board', tier: 'strategic', scorecards: ['card'] });

/** A list that the server searches by title. */
const list =
  (...items: Array<ReturnType<typeof resource>>) =>
  ({ params }: Received) => ({
    items: items.filter(({ spec }) =>
      String((spec as { title: string }).title)
        .toLowerCase()
        .includes(String(params?.q ?? '').toLowerCase())
    ),
    next: null,
  });

/** The server's rule for the class, as far as these tests need it. */
const classOf = (about: Array<{ kind: string }> = []) =>
  about.some(({ kind }) => kind === 'Objective') ? 'strategic' : about.length === 1 ? 'operational' : 'tactical';

const backend = (refuse?: Refusal) =>
  fakeBackend({
    'GET kinds': { items: [{ kind: 'AgendaItem', verbs: ['read', 'write'] }], next: null },
    'GET reviewseries': { items: [board], next: null },
    'GET reviewseries/board': board,
    'GET objectives': list(growth),
    'GET objectives/growth': growth,
    'GET kpis': list(leadTime),
    'GET kpis/lead-time': leadTime,
    'GET themes': none,
    'GET causallinks': none,
    'GET decisions': none,
    'GET actions': none,
    'GET scorecards': none,
    'POST agendaitems': ({ body, params }: Received) => {
      const item = body as { spec: { about?: Array<{ kind: string }> } };
      if (params?.dryRun) {
        return { ...item, spec: { ...item.spec, class: classOf(item.spec.about) } };
      }
      if (refuse) {
        return refuse;
      }
      return item;
    },
  });

const open = () => {
  const page = renderPage(<AgendaItemEditPage />, {
    url: '/reviews/items/new?series=board',
    path: '/reviews/items/new',
  });
  const choose = async (text: string, title: string) => {
    const box = screen.getByRole('combobox', { name: /What it is about/ });
    await page.user.clear(box);
    await page.user.type(box, text);
    await page.user.click(await screen.findByRole('option', { name: new RegExp(title) }));
  };
  return { ...page, choose };
};

const written = (received: Received[]) => received.filter(({ method, params }) => method === 'POST' && !params?.dryRun);

it('finds what an item is about by title, and proposes its class from it', async () => {
  const received = backend();
  const { user, choose } = open();
  await user.type(await screen.findByRole('textbox', { name: /What is to be resolved/ }), 'Late parcels');
  await choose('lead', 'Lead time');
  expect(await screen.findByText(/Proposed from what it is about: Operational/)).toBeVisible();
  const reason = await screen.findByRole('textbox', { name: /Why here/ });
  expect(reason).toBeVisible();

  await choose('grow', 'Grow sales');
  expect(await screen.findByText(/Proposed from what it is about: Strategic/)).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /Why here/ })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(written(received)).toHaveLength(1));
  expect(written(received)[0].body).toMatchObject({
    metadata: { name: 'late-parcels' },
    spec: {
      series: 'board',
      about: [
        { kind: 'Kpi', name: 'lead-time' },
        { kind: 'Objective', name: 'growth' },
      ],
    },
  });
});

it('says at its field what the server refuses, also of one thing that it is about', async () => {
  backend(
    new Refusal(422, {
      errors: [
        { path: '/spec/class', message: 'an operational item needs a reason; put it on the agenda of “team”' },
        { path: '/spec/about/0/name', message: 'there is no Kpi “lead-time”' },
      ],
    })
  );
  const { user, choose } = open();
  await user.type(await screen.findByRole('textbox', { name: /What is to be resolved/ }), 'Late parcels');
  await choose('lead', 'Lead time');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const alerts = await screen.findAllByRole('alert');
  const said = alerts.map((alert) => alert.textContent).join(' ');
  expect(said).toContain('put it on the agenda of “team”');
  expect(screen.getAllByText(/there is no Kpi “lead-time”/).length).toBeGreaterThan(0);
});
