import { screen, within } from '@testing-library/react';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { SubmitPage } from './SubmitPage';

const list = (...items: object[]) => ({ items, next: null });
const unit = (name: string, parent?: string) => ({ metadata: { name }, spec: { title: name, parent } });
const routes = {
  'GET kpis/mood': {
    metadata: { name: 'mood' },
    spec: {
      title: 'Team mood',
      calendar: 'standard',
      frequency: 'month',
      units: ['north', 'south'],
      source: { type: 'manual' },
    },
  },
  'GET orgunits': list(unit('company'), unit('north', 'company'), unit('south', 'company')),
  'GET kpis/mood/series': {
    kpi: 'mood',
    unit: 'north',
    frequency: 'month',
    points: [{ period: '2026-02' }, { period: '2026-03' }],
  },
  'GET kpis/mood/observations': list({ unit: 'south', period: '2026-03', value: 6.5, outcome: 'quarantine' }),
};
const open = () => renderPage(<SubmitPage />, { url: '/kpis/mood/submit', path: '/kpis/:name/submit' });
const row = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}`) });

it('shows a row for each unit with what is recorded already', async () => {
  fakeBackend(routes);
  open();
  expect(await row('south')).toHaveTextContent('6.5 (quarantined)');
  expect(await row('north')).toHaveTextContent('–');
  expect(screen.queryByRole('row', { name: /company/ })).not.toBeInTheDocument();
});

it('sends what was filled in and shows each outcome at its row', async () => {
  const received = fakeBackend({
    ...routes,
    'POST submissions': {
      rows: [{ outcome: 'accepted' }, { outcome: 'refused', message: 'you are not a contributor' }],
    },
  });
  const { user } = open();
  await user.type(within(await row('north')).getByRole('textbox', { name: 'Value of north' }), '7,5');
  await user.type(within(await row('south')).getByRole('textbox', { name: 'Value of south' }), '6');
  await user.type(within(await row('south')).getByRole('textbox', { name: 'Note on south' }), 'survey');
  await user.click(screen.getByRole('button', { name: 'Submit' }));
  expect(received.find(({ path }) => path === 'submissions')?.body).toEqual({
    rows: [
      { kpi: 'mood', unit: 'north', period: '2026-03', value: 7.5 },
      { kpi: 'mood', unit: 'south', period: '2026-03', value: 6, note: 'survey' },
    ],
  });
  expect(await row('north')).toHaveTextContent('recorded');
  expect(await row('south')).toHaveTextContent('refused: you are not a contributor');
  expect(within(await row('south')).getByRole('textbox', { name: 'Value of south' })).toHaveValue('6');
  expect(within(await row('north')).getByRole('textbox', { name: 'Value of north' })).toHaveValue('');
});

it('asks for a number before anything is sent', async () => {
  fakeBackend(routes);
  const { user } = open();
  await user.type(within(await row('north')).getByRole('textbox', { name: 'Value of north' }), 'good');
  expect(await row('north')).toHaveTextContent('Enter a number.');
  expect(screen.getByRole('button', { name: 'Submit' })).toBeDisabled();
});

it('keeps what was entered when nothing could be recorded', async () => {
  fakeBackend({ ...routes, 'POST submissions': new Refusal(503, { detail: 'The store is away.' }) });
  const { user } = open();
  await user.type(within(await row('north')).getByRole('textbox', { name: 'Value of north' }), '7');
  await user.click(screen.getByRole('button', { name: 'Submit' }));
  expect(await screen.findByText('The store is away.')).toBeVisible();
  expect(within(await row('north')).getByRole('textbox', { name: 'Value of north' })).toHaveValue('7');
});

it('says when values come from elsewhere', async () => {
  fakeBackend({
    ...routes,
    'GET kpis/mood': {
      metadata: { name: 'mood' },
      spec: { title: 'Team mood', source: { type: 'calculated', formula: '1' } },
    },
  });
  open();
  expect(await screen.findByText('Its values are collected or calculated.')).toBeVisible();
});
