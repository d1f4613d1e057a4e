import { dateTime, type PanelProps, type TimeRange } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { queryClient } from '../../api/queryClient';
import { strategyMap } from '../../features/strategy/fixtures';
import { fakeBackend, Refusal } from '../../testing/backend';
import { TestRouter } from '../../testing/router';
import { type StrategyMapOptions } from './options';
import StrategyMapPanel from './StrategyMapPanel';

const range = (to: string): TimeRange => ({
  from: dateTime('2026-01-01T00:00:00Z'),
  to: dateTime(to),
  raw: { from: 'now-1y', to: 'now' },
});

const scorecard = {
  kind: 'Scorecard',
  metadata: { name: 'corporate' },
  spec: { title: 'Corporate', strategy: 'aurelia-2028', frequency: 'month', calendar: 'aurelia', unit: 'aurelia' },
};

function backend(routes: Record<string, object> = {}) {
  return fakeBackend({
    'GET scorecards/corporate': scorecard,
    'GET calendar/period': { id: '2026-03', start: '2026-03-01T00:00:00Z', end: '2026-04-01T00:00:00Z' },
    'GET strategies/aurelia-2028/map': strategyMap(),
    ...routes,
  });
}

function show(options: Partial<StrategyMapOptions> = {}, size = { width: 800, height: 500 }) {
  const all: StrategyMapOptions = {
    scorecard: 'corporate',
    unit: '',
    periodMode: 'range',
    period: '',
    view: 'map',
    ...options,
  };
  const props = { options: all, timeRange: range('2026-03-20T12:34:56Z'), ...size } as PanelProps<StrategyMapOptions>;
  return render(<StrategyMapPanel {...props} />, { wrapper: TestRouter });
}

beforeEach(() => queryClient.clear());
const mapParams = (received: ReturnType<typeof backend>) => received.find(({ path }) => path.endsWith('/map'))?.params;

it('shows the period that holds the end of the time range', async () => {
  const received = backend();
  show();
  expect(await screen.findByText('March 2026')).toBeInTheDocument();
  expect(received.find(({ path }) => path === 'calendar/period')?.params).toEqual({
    at: '2026-03-20T12:34:00.000Z',
    frequency: 'month',
    calendar: 'aurelia',
  });
  expect(mapParams(received)).toEqual({ scorecard: 'corporate', period: '2026-03' });
});

it.each([
  ['present', { periodMode: 'latest' }, { scorecard: 'corporate' }],
  [
    'fixed',
    { periodMode: 'fixed', period: ' 2025-Q4 ', unit: 'north' },
    { scorecard: 'corporate', period: '2025-Q4', unit: 'north' },
  ],
] as const)('shows the %s period without looking at the time range', async (_, options, expected) => {
  const received = backend();
  show(options);
  await screen.findByText('Open strategy map');
  expect(mapParams(received)).toEqual(expected);
  expect(received.some(({ path }) => path === 'calendar/period')).toBe(false);
});

it('opens what is chosen in the app', async () => {
  backend();
  show();
  await userEvent.click(await screen.findByRole('button', { name: /^Deliver when promised/ }));
  const { pathname, search } = locationService.getLocation();
  expect(pathname + search).toBe(
    '/a/bsc-scorecard-app/strategies/aurelia-2028?scorecard=corporate&unit=aurelia&period=2026-03&objective=delivery'
  );
});

it('becomes a list where a map can’t be read', async () => {
  backend();
  show({}, { width: 300, height: 200 });
  expect(await screen.findByRole('region', { name: 'Internal process' })).toBeInTheDocument();
  expect(screen.queryByRole('group', { name: /^Strategy map/ })).not.toBeInTheDocument();
});

it('asks for a scorecard while none is chosen', () => {
  const received = backend();
  show({ scorecard: '' });
  expect(screen.getByText('Choose a scorecard in the panel’s options.')).toBeInTheDocument();
  expect(received).toEqual([]);
});

it('says what is wrong instead of waiting for ever', async () => {
  backend({ 'GET scorecards/corporate': new Refusal(404, { detail: 'no scorecard corporate' }) });
  show();
  expect(await screen.findByText('no scorecard corporate')).toBeInTheDocument();
});
