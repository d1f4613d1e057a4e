import { screen, waitFor, within } from '@testing-library/react';
import { type ReactNode } from 'react';
import { type MyWork, type WorkItem } from '../../api/types';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { HomePage } from './HomePage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: ReactNode }) => <>{children}</>,
}));

const item = (type: WorkItem['type'], title: string, given: Partial<WorkItem> = {}): WorkItem => ({
  type,
  ref: null,
  id: null,
  team: null,
  unit: null,
  period: null,
  title,
  why: `why ${title}`,
  said: [{ code: 'of-the-test', message: `why ${title}` }],
  since: null,
  due: null,
  overdue: false,
  urgency: 0,
  ...given,
});

const work = (given: Partial<MyWork> = {}): MyWork => ({
  person: 'anna',
  now: '2026-05-01T00:00:00Z',
  seenAt: null,
  teamsKnown: true,
  items: [],
  changes: [],
  moreChanges: 0,
  ...given,
});

it('orders what waits by when it is to be dealt with, each with the place to do so', async () => {
  fakeBackend({
    'GET mywork': work({
      items: [
        item('escalation', 'Ship', { ref: { kind: 'Action', name: 'ship' } }),
        item('action', 'Late', { ref: { kind: 'Action', name: 'late' }, overdue: true, due: '2026-04-01T00:00:00Z' }),
        item('run', 'Stock', { ref: { kind: 'Kpi', name: 'stock' }, id: 'run-1' }),
        item('review', 'Monthly review', { ref: { kind: 'Review', name: 'may' }, due: '2026-05-03T00:00:00Z' }),
        item('submission', 'Surveys', { ref: { kind: 'Kpi', name: 'surveys' }, due: '2026-05-08T00:00:00Z' }),
        item('signature', 'Charter', { ref: { kind: 'GovernanceCharter', name: 'charter' } }),
        item('explanation', 'Lead time', {
          ref: { kind: 'Kpi', name: 'lead-time' },
          unit: 'west',
          period: '2026-04',
        }),
        item('agendaItem', 'Labels', {
          ref: { kind: 'AgendaItem', name: 'labels' },
          due: '2026-05-04T00:00:00Z',
        }),
        item('proposal', 'Corporate', { ref: { kind: 'Scorecard', name: 'corporate' } }),
      ],
    }),
  });
  renderPage(<HomePage />);
  const links = (name: RegExp) =>
    within(screen.getByRole('region', { name }))
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')?.replace('/a/bsc-scorecard-app/', ''));
  await screen.findByText('why Ship');
  expect(links(/^Now \(4\)/)).toEqual([
    'register?entry=Action%2Fship',
    'register?entry=Action%2Flate',
    'collections/run-1',
    'kpis/lead-time?unit=west&period=2026-04',
  ]);
  expect(links(/seven days \(3\)/)).toEqual(['reviews/meetings/may', 'kpis/surveys/submit', 'reviews/items/labels']);
  expect(links(/When there is time/)).toEqual(['reviews/charters/charter', 'reviews/intensity/corporate']);
});

it('shows the most urgent of very many, and where the rest is', async () => {
  const items = Array.from({ length: 60 }, (_, index) => item('action', `Action ${index}`, { overdue: true }));
  fakeBackend({ 'GET mywork': work({ items }) });
  renderPage(<HomePage />);
  expect(await screen.findByText('Action 49')).toBeVisible();
  expect(screen.queryByText('Action 50')).toBeNull();
  expect(screen.getByRole('link', { name: /and 10 more/ })).toHaveAttribute(
    'href',
    '/a/bsc-scorecard-app/register?mine=true'
  );
});

it('says through which team something waits, and when teams are not known', async () => {
  fakeBackend({
    'GET mywork': work({ items: [item('action', 'Gate', { team: 'Logistics' }), item('action', 'Call')] }),
  });
  const { unmount } = renderPage(<HomePage />);
  expect(await screen.findByText('why Gate (team: Logistics)')).toBeVisible();
  expect(screen.getByText('why Call')).toBeVisible();
  expect(screen.queryByRole('status')).toBeNull();
  unmount();
  fakeBackend({ 'GET mywork': work({ teamsKnown: false, items: [item('action', 'Call')] }) });
  renderPage(<HomePage />);
  expect(await screen.findByText('Grafana doesn’t say who is in which team')).toBeVisible();
  expect(screen.getByText('why Call')).toBeVisible();
});

it('says that nothing waits, and where to look instead', async () => {
  fakeBackend({ 'GET mywork': work() });
  renderPage(<HomePage />);
  expect(await screen.findByRole('heading', { name: 'Nothing waits for you' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'See how we are doing' })).toHaveAttribute(
    'href',
    '/a/bsc-scorecard-app/scorecards'
  );
});

it('shows what others changed until somebody has seen it', async () => {
  const received = fakeBackend({
    'GET mywork': work({
      changes: [
        {
          ref: { kind: 'Kpi', name: 'sales' },
          title: 'Sales',
          action: 'changed',
          by: 'ben',
          at: '2026-04-30T10:00:00Z',
        },
        { ref: { kind: 'Kpi', name: 'old' }, title: 'Old', action: 'deleted', by: 'ben', at: '2026-04-29T10:00:00Z' },
      ],
      moreChanges: 7,
    }),
    'POST mywork/seen': {},
  });
  const { user } = renderPage(<HomePage />);
  const changes = within(await screen.findByRole('region', { name: 'What changed' }));
  expect(changes.getAllByRole('link')).toHaveLength(1);
  expect(changes.getByText(/KPI, deleted, ben/)).toBeVisible();
  expect(changes.getByText('and 7 more')).toBeVisible();
  await user.click(changes.getByRole('button', { name: 'I have seen this' }));
  await waitFor(() => expect(received.filter(({ path }) => path === 'mywork')).toHaveLength(2));
});

it('offers to try again', async () => {
  fakeBackend({ 'GET mywork': new Refusal(503, { detail: 'The store is away' }) });
  renderPage(<HomePage />);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
});
