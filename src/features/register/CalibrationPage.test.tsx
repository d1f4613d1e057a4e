import { screen, within } from '@testing-library/react';
import { type ReactNode } from 'react';
import { type Calibration, type EffectCheck } from '../../api/types';
import { fakeBackend } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { CalibrationPage } from './CalibrationPage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: ReactNode }) => <>{children}</>,
}));

const effect = (given: Partial<EffectCheck>): EffectCheck => ({
  state: 'held',
  kpi: 'sales',
  kpiTitle: 'Sales of the year',
  unit: 'company',
  dueAt: '2026-05-01T00:00:00Z',
  before: 1,
  after: 2,
  change: 1,
  probability: 0.9,
  brier: 0.01,
  rule: 'trial/1',
  ...given,
});

const bin = (from: number, n: number, meanProbability: number | null, heldShare: number | null) => ({
  from,
  to: from + 0.5,
  n,
  meanProbability,
  heldShare,
});

const calibration: Calibration = {
  charter: 'charter',
  now: '2026-06-01T00:00:00Z',
  committees: [
    {
      committee: 'board',
      title: 'Board',
      decisions: 3,
      pending: 1,
      checked: 2,
      notEvaluable: 0,
      brier: 0.325,
      meanProbability: 0.85,
      heldShare: 0.5,
      bins: [bin(0, 0, null, null), bin(0.5, 2, 0.85, 0.5)],
    },
    {
      committee: 'audit',
      title: 'Audit',
      decisions: 0,
      pending: 0,
      checked: 0,
      notEvaluable: 0,
      brier: null,
      meanProbability: null,
      heldShare: null,
      bins: [],
      reason: { code: 'nothingChecked', message: 'No expected effect of its decisions has come out yet.' },
    },
  ],
  decisions: [
    {
      ref: { kind: 'Decision', name: 'price' },
      title: 'Raise the price',
      committee: 'board',
      committeeTitle: 'Board',
      effect: effect({}),
    },
    {
      ref: { kind: 'Decision', name: 'depot' },
      title: 'Close the depot',
      committee: 'board',
      committeeTitle: 'Board',
      effect: effect({
        state: 'notEvaluable',
        brier: null,
        reason: { code: 'noValueAfter', message: 'There is no value.' },
      }),
    },
  ],
  rule: 'calibration/1',
};

const open = () =>
  renderPage(<CalibrationPage />, { url: '/register/calibration/charter', path: '/register/calibration/:charter' });

it('says how well each committee foresees, as a sentence, a picture and a table', async () => {
  fakeBackend({ 'GET governancecharters/charter/calibration': calibration });
  open();
  const board = within(await screen.findByRole('region', { name: 'Board' }));
  expect(
    board.getByText(/Brier score 0\.33 .*, 2 checked: 85% expected on average, 50% held.*1 not due yet/)
  ).toBeVisible();
  expect(board.getByRole('img', { name: 'What was expected against what held' })).toBeVisible();
  expect(board.getByRole('row', { name: '50% – 100% 2 85% 50%' })).toBeVisible();
  const audit = within(screen.getByRole('region', { name: 'Audit' }));
  expect(audit.getByText(/has come out yet/)).toBeVisible();
  expect(audit.queryByRole('table')).toBeNull();
});

it('lists every decision on trial, with why one can’t be told', async () => {
  fakeBackend({ 'GET governancecharters/charter/calibration': calibration });
  open();
  const table = within(await screen.findByRole('table', { name: 'Decisions' }));
  expect(
    await table.findByRole('row', { name: /Raise the price Board Sales of the year .* 90% effect held/ })
  ).toBeVisible();
  expect(table.getByRole('row', { name: /Close the depot .* effect not evaluable There is no value\./ })).toBeVisible();
});

it('invites to the first decision on trial', async () => {
  fakeBackend({ 'GET governancecharters/charter/calibration': { ...calibration, decisions: [] } });
  open();
  expect(await screen.findByRole('heading', { name: 'No decision is on trial yet' })).toBeVisible();
});
