import { act, screen, waitFor, within } from '@testing-library/react';
import { type Node } from '../../api/types';
import { fakeBackend, Refusal } from '../../testing/backend';
import { kpi, node, view } from '../../testing/nodes';
import { renderPage } from '../../testing/render';
import { ScorecardPage } from './ScorecardPage';

const history = (score: number | null) => [
  { period: '1997-Q2', value: null, score: 50 },
  { period: '1997-Q3', value: null, score },
];

const perspectives: Node[] = [
  node('Perspective', 'financial', {
    title: 'Financial',
    score: 68,
    status: 'green',
    trend: { score: 62, delta: 6, direction: 'up' },
    children: [
      node('Objective', 'grow', {
        title: 'Grow revenue',
        weight: 2,
        score: 76,
        status: 'green',
        children: [
          kpi('revenue', 68, {
            title: 'Revenue',
            before: 50,
            value: 153938,
            target: 153000,
            decimals: 0,
            owner: 'sales director',
            sparkline: history(68),
          }),
          kpi('growth', null, { title: 'Growth', reason: { code: 'noValue', message: 'no orders yet' } }),
        ],
      }),
    ],
  }),
  node('Perspective', 'process', {
    title: 'Internal process',
    score: 20,
    status: 'red',
    children: [
      kpi('lead-time', 20, {
        title: 'Lead time',
        before: 70,
        value: 9,
        target: 8,
        owner: 'logistics manager',
        state: 'restated',
        closesAt: '1997-10-05T00:00:00Z',
        sparkline: history(20),
      }),
    ],
  }),
];

const scorecard = {
  apiVersion: 'scorecard/v1',
  kind: 'Scorecard',
  metadata: { name: 'corporate', version: 1 },
  spec: {
    title: 'Corporate',
    strategy: 's97',
    calendar: 'gregorian',
    frequency: 'quarter',
    unit: 'company',
    perspectives: [],
  },
};
const unit = (name: string, title: string, parent?: string) => ({ metadata: { name }, spec: { title, parent } });
const routes = {
  'GET scorecards': { items: [scorecard], next: null },
  'GET scorecards/corporate': scorecard,
  'GET scorecards/corporate/view': view(perspectives, {
    node: node('Scorecard', 'corporate', {
      title: 'Corporate scorecard',
      score: 66.7,
      status: 'green',
      trend: { score: 62, delta: 4.7, direction: 'up' },
      sparkline: history(66.7),
      children: perspectives,
    }),
  }),
  'GET orgunits': { items: [unit('company', 'Company'), unit('europe', 'Europe', 'company')], next: null },
  'GET kinds': { items: [{ kind: 'Scorecard', verbs: ['read', 'write'] }], next: null },
};

const open = (query = '') =>
  renderPage(<ScorecardPage />, { url: `/scorecards/corporate${query}`, path: '/scorecards/:name' });

describe('executive', () => {
  it('says how it goes, what is off track and who acts, and what changed', async () => {
    fakeBackend(routes);
    open();
    const score = await screen.findByRole('region', { name: 'Score' });
    expect(score).toHaveTextContent('67●on track▲ +5up 5 points');
    expect(within(score).getByRole('link', { name: 'Financial' })).toBeVisible();

    const off = screen.getByRole('region', { name: 'Off track' });
    expect(off).toHaveTextContent('Lead time');
    expect(off).toHaveTextContent('12.5% above target');
    expect(off).toHaveTextContent('logistics manager');
    expect(off).not.toHaveTextContent('Revenue');

    const changes = screen.getByRole('region', { name: 'What changed' });
    expect(changes).toHaveTextContent(/Lead time.*on track.*→.*off track/);
    expect(changes).toHaveTextContent('1 value restated');
    expect(screen.getByText('final · closed Oct 5, 1997')).toBeVisible();
  });

  it('leads from an item to its place in detail', async () => {
    fakeBackend(routes);
    const { user, address } = open('?rows=process');
    const off = await screen.findByRole('region', { name: 'Off track' });
    await user.click(within(off).getByRole('link', { name: 'Lead time' }));
    expect(await screen.findByRole('treegrid')).toBeVisible();
    expect(address().searchParams.get('row')).toBe('process/kpi:lead-time');
    expect(screen.getByRole('row', { name: /Lead time/ })).toHaveAttribute('tabindex', '0');
  });
});

describe('detail', () => {
  const names = () =>
    within(screen.getByRole('treegrid'))
      .getAllByRole('rowheader')
      .map((header) => header.textContent);

  it('shows value, target, score and reasons of every KPI', async () => {
    fakeBackend(routes);
    open('?view=detail&unit=company&period=1997-Q3');
    const row = await screen.findByRole('row', { name: /^Revenue/ });
    expect(row).toHaveTextContent('153,938');
    expect(row).toHaveTextContent('sales director');
    expect(within(row).getByRole('img', { name: /against a target of 153,000, 0.6% above target/ })).toBeVisible();
    expect(within(row).getByRole('link', { name: 'Revenue' })).toHaveAttribute(
      'href',
      '/a/bsc-scorecard-app/kpis/revenue?unit=company&period=1997-Q3&scorecard=corporate'
    );
    expect(screen.getByRole('row', { name: /^Growth/ })).toHaveTextContent('no value: no orders yet');
    expect(screen.getByRole('row', { name: /Grow revenue/ })).toHaveTextContent('weight 21 of 2 have a score');
  });

  it('is walked, closed and opened by keys, and keeps what is open in the URL', async () => {
    fakeBackend(routes);
    const { user, address } = open('?view=detail');
    const financial = await screen.findByRole('row', { name: /^Financial/ });
    act(() => financial.focus());
    await user.keyboard('{End}');
    expect(screen.getByRole('row', { name: /^Lead time/ })).toHaveFocus();
    await user.keyboard('{Home}{ArrowLeft}');
    expect(names()).toEqual(['Financial', 'Internal process', 'Lead time']);
    expect(address().searchParams.get('rows')).toBe('financial');
    expect(screen.getByRole('row', { name: /^Financial/ })).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('l');
    expect(screen.getByRole('row', { name: /^Lead time/ })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(address().pathname).toBe('/a/bsc-scorecard-app/kpis/lead-time');
  });

  it('sorts siblings and says so', async () => {
    fakeBackend(routes);
    const { user } = open('?view=detail');
    await user.click(await screen.findByRole('button', { name: /^Score/ }));
    expect(names()[0]).toBe('Internal process');
    expect(screen.getByRole('columnheader', { name: /^Score/ })).toHaveAttribute('aria-sort', 'ascending');
  });

  it('shows what matches the filter of the URL, and how to get rid of it when nothing does', async () => {
    fakeBackend(routes);
    const { user, address } = open('?view=detail&status=amber');
    await user.click(await screen.findByRole('button', { name: 'Clear the filter' }));
    expect(address().searchParams.has('status')).toBe(false);
    expect(names()).toContain('Revenue');
  });

  it('hides columns', async () => {
    fakeBackend(routes);
    open('?view=detail&hide=owner,target');
    await screen.findByRole('treegrid');
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent?.trim())).toEqual([
      'Name',
      'Status',
      'Value',
      'Score',
      'Trend',
      'History',
    ]);
  });
});

describe('heat map', () => {
  it('leads from a cell to its place and period', async () => {
    fakeBackend(routes);
    const { user, address } = open('?view=heatmap');
    await user.click(await screen.findByRole('button', { name: 'Lead time, Q2 1997: 50, at risk' }));
    expect(Object.fromEntries(address().searchParams)).toMatchObject({
      view: 'detail',
      period: '1997-Q2',
      row: 'process/kpi:lead-time',
    });
  });

  it('asks for each unit below and shows it in a column', async () => {
    const received = fakeBackend(routes);
    open('?view=heatmap&by=unit');
    expect(await screen.findByRole('button', { name: 'Revenue, Europe: 68, on track' })).toBeVisible();
    expect(received).toContainEqual(
      expect.objectContaining({ path: 'scorecards/corporate/view', params: { period: '1997-Q3', unit: 'europe' } })
    );
  });
});

it('calls a period incomplete in which one KPI of several has no value', async () => {
  const known = routes['GET scorecards/corporate/view'];
  fakeBackend({
    ...routes,
    'GET scorecards/corporate/view': { ...known, period: { ...known.period, state: 'stale' } },
  });
  open();
  expect(await screen.findByText(/^incomplete/)).toBeVisible();
});

it('steps to the next period, as the server counts it', async () => {
  fakeBackend({
    ...routes,
    'GET calendar/period': ({ params }: { params: Record<string, unknown> }) => ({
      id: params.at === '1997-10-01T00:00:00Z' ? '1997-Q4' : 'wrong',
      start: '',
      end: '',
    }),
  });
  const { user, address } = open();
  await user.click(await screen.findByRole('button', { name: 'Next period' }));
  await waitFor(() => expect(address().searchParams.get('period')).toBe('1997-Q4'));
});

it('compares with a year earlier when asked to', async () => {
  const earlier = view([], { node: node('Scorecard', 'corporate', { score: 80 }) });
  fakeBackend({
    ...routes,
    'GET calendar/period': { id: '1996-Q3', start: '', end: '' },
    'GET scorecards/corporate/view': ({ params }: { params: Record<string, unknown> }) =>
      params.period === '1996-Q3' ? earlier : routes['GET scorecards/corporate/view'],
  });
  open('?compare=year');
  expect(await screen.findByText('down 13 points')).toBeInTheDocument();
});

it('says why it cannot be shown, and tries again', async () => {
  fakeBackend({ ...routes, 'GET scorecards/corporate/view': new Refusal(503, { detail: 'the store is not ready' }) });
  const { user } = open();
  expect(await screen.findByText('the store is not ready')).toBeVisible();
  fakeBackend(routes);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'Score' })).toBeVisible();
});
