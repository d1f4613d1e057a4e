import { screen, within } from '@testing-library/react';
import { fakeBackend, Refusal } from '../../../testing/backend';
import { renderPage } from '../../../testing/render';
import { ReviewDiscipline } from './ReviewDiscipline';

const discipline = {
  review: 'july',
  series: 'board',
  tier: 'strategic',
  start: '1997-07-15T08:00:00Z',
  opened: '1997-07-15T08:12:00Z',
  closed: '1997-07-15T10:12:00Z',
  adherence: 0.2105,
  drift: 0.7273,
  attendance: null,
  lateMinutes: 12,
  quorum: { required: 3, present: 2, met: false },
  minutes: [
    { item: 'map', class: 'strategic', planned: 30, actual: 10 },
    { item: 'left', class: 'tactical', planned: 20, actual: 0 },
  ],
  titles: { map: 'Does the map hold', left: 'What was left over' },
  offAgenda: [{ title: 'Late shipment', class: 'operational', minutes: 35.5 }],
  reasons: { attendance: { code: 'notRecorded', message: 'Nobody noted who was there.' } },
  rule: 'discipline/1',
};
const routes = { 'GET reviews/july/discipline': discipline };

const rowOf = (name: RegExp) => within(screen.getByRole('row', { name })).getAllByRole('cell');

it('shows the figures, and why one was not measured', async () => {
  fakeBackend(routes);
  renderPage(<ReviewDiscipline review="july" />);
  expect(await screen.findByText('21.1%')).toBeVisible();
  expect(screen.getByText('72.7%')).toBeVisible();
  expect(screen.getByText('12 min')).toBeVisible();
  expect(screen.getByText('Nobody noted who was there.')).toBeVisible();
  expect(screen.getByText('2 there, 3 needed')).toBeVisible();
  expect(screen.getByText('Not met')).toBeVisible();
  expect(screen.queryByText('100%')).not.toBeInTheDocument();
});

it('names items as the agenda does, and what was off it', async () => {
  fakeBackend(routes);
  renderPage(<ReviewDiscipline review="july" />);
  await screen.findByRole('rowheader', { name: 'Does the map hold' });
  expect(rowOf(/Does the map hold/).map((cell) => cell.textContent)).toEqual(['Strategic', '30 min', '10 min']);
  expect(rowOf(/What was left over/)[2]).toHaveTextContent('0 min');
  expect(rowOf(/Late shipment \(off the agenda\)/)[2]).toHaveTextContent('35.5 min');
});

it('offers to try again when it can’t be read', async () => {
  fakeBackend({ 'GET reviews/july/discipline': new Refusal(404, { detail: 'there is no Review "july"' }) });
  renderPage(<ReviewDiscipline review="july" />);
  expect(await screen.findByText('there is no Review "july"')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});
