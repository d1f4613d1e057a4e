import { screen, within } from '@testing-library/react';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { KpisPage } from './KpisPage';

const kpi = (name: string, spec: object, gaps: string[] = []) => ({
  metadata: { name },
  spec: { title: name, calendar: 'standard', frequency: 'month', ...spec },
  status: { gaps },
});
const list = (...items: object[]) => ({ items, next: null });
const routes = {
  'GET kpis': list(
    kpi('revenue', {
      title: 'Revenue',
      owner: 'cfo',
      type: 'lagging',
      source: { type: 'query', system: 'erp', extract: { mode: 'table' } },
    }),
    kpi('mood', { title: 'Team mood', owner: 'hr', source: { type: 'manual' } }, ['steward', 'driver'])
  ),
  'GET sourcesystems': list({ metadata: { name: 'erp' }, spec: { title: 'Enterprise resource planning' } }),
  'GET kinds': list({ kind: 'Kpi', verbs: ['read', 'write'] }),
};

it('shows what each KPI is, where it comes from and what it lacks', async () => {
  fakeBackend(routes);
  renderPage(<KpisPage />);
  const row = await screen.findByRole('row', { name: /Team mood/ });
  expect(row).toHaveTextContent('hr');
  expect(row).toHaveTextContent('Submitted by people');
  expect(row).toHaveTextContent('no steward');
  expect(row).toHaveTextContent('no value driver');
  expect(await screen.findByText(/Enterprise resource planning/)).toBeVisible();
  expect(screen.getByText('2 of 2 KPIs')).toBeVisible();
});

it('filters, and keeps the filter in the URL', async () => {
  fakeBackend(routes);
  const { user, address } = renderPage(<KpisPage />, { url: '/?gap=any' });
  expect(await screen.findByRole('link', { name: 'Team mood' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Revenue' })).not.toBeInTheDocument();
  await user.type(screen.getByRole('textbox', { name: 'Search KPIs' }), 'nothing like it');
  const empty = screen.getByRole('region', { name: 'No KPI matches' });
  expect(address().searchParams.get('q')).toBe('nothing like it');
  await user.click(within(empty).getByRole('button', { name: 'Show all KPIs' }));
  expect(screen.getByRole('link', { name: 'Revenue' })).toBeVisible();
  expect(address().search).toBe('');
});

it('invites editors to define the first KPI', async () => {
  fakeBackend({ ...routes, 'GET kpis': list() });
  renderPage(<KpisPage />);
  expect(await screen.findByRole('link', { name: 'Define the first KPI' })).toBeVisible();
});

it('says what went wrong and tries again', async () => {
  fakeBackend({ ...routes, 'GET kpis': new Refusal(500, { detail: 'The store is away.' }) });
  const { user } = renderPage(<KpisPage />);
  expect(await screen.findByText('The store is away.')).toBeVisible();
  fakeBackend(routes);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'Revenue' })).toBeVisible();
});
