import { dateTime, type PanelProps, type TimeRange } from '@grafana/data';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { queryClient } from '../../api/queryClient';
import { fakeBackend } from '../../testing/backend';
import { kpi, node, view } from '../../testing/nodes';
import { TestRouter } from '../../testing/router';
import { type ScorecardOptions } from './options';
import ScorecardPanel from './ScorecardPanel';

const timeRange: TimeRange = {
  from: dateTime('1997-01-01T00:00:00Z'),
  to: dateTime('1997-08-20T12:00:00Z'),
  raw: { from: 'now-1y', to: 'now' },
};
const financial = node('Perspective', 'financial', {
  title: 'Financial',
  score: 40,
  status: 'amber',
  children: [
    node('Objective', 'grow', {
      title: 'Grow',
      score: 20,
      status: 'red',
      children: [kpi('revenue', 20, { title: 'Revenue' })],
    }),
  ],
});

function show(options: Partial<ScorecardOptions> = {}, size = { width: 900, height: 500 }) {
  const received = fakeBackend({
    'GET scorecards/corporate': {
      kind: 'Scorecard',
      metadata: { name: 'corporate' },
      spec: { title: 'Corporate', strategy: 's', frequency: 'quarter', calendar: 'c', unit: 'company' },
    },
    'GET calendar/period': { id: '1997-Q3', start: '1997-07-01T00:00:00Z', end: '1997-10-01T00:00:00Z' },
    'GET scorecards/corporate/view': view([financial]),
  });
  const all: ScorecardOptions = {
    scorecard: 'corporate',
    unit: '',
    periodMode: 'range',
    period: '',
    view: 'executive',
    ...options,
  };
  const props = { options: all, timeRange, ...size } as PanelProps<ScorecardOptions>;
  const { rerender } = render(<ScorecardPanel {...props} />, { wrapper: TestRouter });
  return { received, again: (change: object) => rerender(<ScorecardPanel {...props} {...change} />) };
}

beforeEach(() => queryClient.clear());

it('shows the scorecard at a glance, its items leading to their places in the app', async () => {
  const { received } = show();
  const offTrack = within(await screen.findByRole('region', { name: 'Off track' }));
  expect(offTrack.getByRole('link', { name: 'Revenue' })).toHaveAttribute(
    'href',
    '/a/bsc-scorecard-app/scorecards/corporate?unit=company&period=1997-Q3&view=detail&row=financial%2Fgrow%2Fkpi%3Arevenue'
  );
  expect(received.find(({ path }) => path.endsWith('/view'))?.params).toMatchObject({
    period: '1997-Q3',
    sparkline: 13,
  });
});

it('shows the tree in detail, to open and close', async () => {
  show({ view: 'detail' });
  const row = await screen.findByRole('row', { name: /Grow/ });
  expect(screen.getByRole('row', { name: /Revenue/ })).toBeInTheDocument();
  act(() => row.focus());
  await userEvent.keyboard('{ArrowLeft}');
  expect(screen.queryByRole('row', { name: /Revenue/ })).not.toBeInTheDocument();
});

it('leaves out columns that there is no room for', async () => {
  show({ view: 'detail' }, { width: 500, height: 500 });
  await screen.findByRole('row', { name: /Grow/ });
  expect(screen.queryByRole('columnheader', { name: /Owner/ })).not.toBeInTheDocument();
  expect(screen.getByRole('columnheader', { name: /Score/ })).toBeInTheDocument();
});

it('shows score and perspectives where there is no room for more', async () => {
  show({}, { width: 200, height: 150 });
  expect(await screen.findByText('67')).toBeInTheDocument();
  expect(screen.getByRole('list', { name: 'Perspectives' })).toHaveTextContent('Financial');
  expect(screen.queryByRole('region', { name: 'Off track' })).not.toBeInTheDocument();
});

it('reads anew when the dashboard is refreshed', async () => {
  const { received, again } = show();
  await screen.findByRole('region', { name: 'Off track' });
  const views = () => received.filter(({ path }) => path.endsWith('/view')).length;
  expect(views()).toBe(1);
  again({});
  expect(views()).toBe(1);
  again({ timeRange: { ...timeRange } });
  expect(views()).toBe(2);
});
