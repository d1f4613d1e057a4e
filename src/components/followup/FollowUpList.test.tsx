import { screen } from '@testing-library/react';
import { type RegisterRow } from '../../api/types';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { FollowUpList } from './FollowUpList';

const row = {
  ref: { kind: 'Decision', name: 'price' },
  title: 'Raise the price',
  state: 'decided',
  owner: 'anna',
  due: null,
  waiting: false,
  closedOn: '2026-04-01',
  overdue: false,
  escalation: null,
  effect: { state: 'failed', kpi: 'sales' },
} as Partial<RegisterRow>;
const answer = (items: Array<Partial<RegisterRow>>, total = items.length) => ({ items, summary: { total } });

const open = () => renderPage(<FollowUpList subject={{ kpi: 'sales' }} />);

it('lists what concerns the subject, with what came of it', async () => {
  const received = fakeBackend({ 'GET register': answer([row], 30) });
  open();
  expect(await screen.findByRole('link', { name: 'Raise the price' })).toHaveAttribute(
    'href',
    '/a/bsc-scorecard-app/register?entry=Decision%2Fprice'
  );
  expect(screen.getByRole('listitem')).toHaveTextContent(
    /Decision.*decided.*effect failed.*anna, decided on Apr 1, 2026/
  );
  expect(screen.getByRole('link', { name: 'All 30 in the register' })).toHaveAttribute(
    'href',
    '/a/bsc-scorecard-app/register?kpi=sales'
  );
  expect(received[0].params).toMatchObject({ kpi: 'sales' });
});

it('says when nothing concerns it', async () => {
  fakeBackend({ 'GET register': answer([]) });
  open();
  expect(await screen.findByText('No decision and no action concerns it yet.')).toBeVisible();
});

it('offers to try again', async () => {
  fakeBackend({ 'GET register': new Refusal(503, { detail: 'away' }) });
  open();
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
});
