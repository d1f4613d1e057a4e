import { screen, waitFor } from '@testing-library/react';
import { fakeBackend } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { dayIn } from './series/earlierRules';
import { SeriesEditPage } from './series/SeriesEditPage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ children }: { children: object }) => <main>{<>{children}</>}</main>,
}));

const monthly = 'FREQ=MONTHLY;BYDAY=2TU';
const recurrence = { rrule: monthly, start: '2020-01-01T09:00', timeZone: 'Europe/Berlin' };

async function change(from: object = recurrence, dates: object[] = []) {
  const received = fakeBackend({
    'GET kinds': { items: [{ kind: 'ReviewSeries', verbs: ['read', 'write'] }], next: null },
    'GET reviewseries/board': {
      apiVersion: 'scorecard/v1',
      kind: 'ReviewSeries',
      metadata: { name: 'board', version: 3 },
      spec: { title: 'Board', tier: 'strategic', scorecards: ['corporate'], recurrence: from },
    },
    'POST reviewseries/preview': { items: dates, conflicts: [] },
    'PUT reviewseries/board': ({ body }: { body: unknown }) => body,
  });
  const { user } = renderPage(<SeriesEditPage />, {
    url: '/reviews/series/board/edit',
    path: '/reviews/series/:name/edit',
  });
  const rule = await screen.findByRole('textbox', { name: /^Rule/ });
  const write = async (text: string) => {
    await user.clear(rule);
    await user.type(rule, text);
  };
  const saved = async () => {
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(received.some(({ method }) => method === 'PUT')).toBe(true));
    const { body } = received.find(({ method }) => method === 'PUT')!;
    return (body as { spec: { recurrence: object } }).spec.recurrence;
  };
  return { user, write, saved };
}
const past = () => screen.queryByRole('checkbox', { name: /stays planned/ });

it('keeps what the rule before has planned so far', async () => {
  const { write, saved } = await change();
  expect(past()).not.toBeInTheDocument();
  await write('FREQ=WEEKLY');
  expect(past()).toBeChecked();
  expect(await saved()).toEqual({
    ...recurrence,
    rrule: 'FREQ=WEEKLY',
    earlier: [{ rrule: monthly, start: recurrence.start, until: dayIn('Europe/Berlin', new Date()) }],
  });
});

it('keeps the zone and the days of what was planned so far', async () => {
  const { user, saved } = await change({ ...recurrence, except: ['2020-12-08'] });
  const zone = screen.getByRole('textbox', { name: /^Time zone/ });
  await user.clear(zone);
  await user.type(zone, 'Asia/Tokyo');
  expect(past()).toBeChecked();
  const days = screen.getByRole('textbox', { name: /^Days without a meeting/ });
  await user.clear(days);
  await user.type(days, '2099-12-08');
  expect(await saved()).toEqual({
    ...recurrence,
    timeZone: 'Asia/Tokyo',
    except: ['2099-12-08'],
    earlier: [
      {
        rrule: monthly,
        start: recurrence.start,
        until: dayIn('Europe/Berlin', new Date()),
        timeZone: 'Europe/Berlin',
        except: ['2020-12-08'],
      },
    ],
  });
});

it('does not ask about a day to come without a meeting', async () => {
  const { user, saved } = await change();
  await user.type(screen.getByRole('textbox', { name: /^Days without a meeting/ }), '2099-12-08');
  expect(past()).not.toBeInTheDocument();
  expect(await saved()).toEqual({ ...recurrence, except: ['2099-12-08'] });
});

it('plans the past anew where the rule was only written down wrongly', async () => {
  const { user, write, saved } = await change();
  await write('FREQ=WEEKLY');
  await user.click(past()!);
  expect(past()).not.toBeChecked();
  expect(await saved()).toEqual({ ...recurrence, rrule: 'FREQ=WEEKLY' });
});

it('keeps nothing of a rule that is back as it was', async () => {
  const { write, saved } = await change();
  await write('FREQ=WEEKLY');
  await write(monthly);
  expect(past()).not.toBeInTheDocument();
  expect(await saved()).toEqual(recurrence);
});

it('does not ask about a series that has still to begin', async () => {
  const { write, saved } = await change({ ...recurrence, start: '2099-01-01T09:00' });
  await write('FREQ=WEEKLY');
  expect(past()).not.toBeInTheDocument();
  expect(await saved()).toEqual({ ...recurrence, start: '2099-01-01T09:00', rrule: 'FREQ=WEEKLY' });
});

it('stays while a time zone is being written', async () => {
  const { user } = await change(recurrence, [{ start: '2026-03-10T08:00:00Z', conflicts: [] }]);
  expect(await screen.findByText(/March 10, 2026/)).toBeVisible();
  const zone = screen.getByRole('textbox', { name: /^Time zone/ });
  await user.clear(zone);
  await user.type(zone, 'Mars/Base');
  expect(await screen.findByText(/March 10, 2026/)).toBeVisible();
  expect(zone).toHaveValue('Mars/Base');
});
