import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type ReviewEvent } from '../../../api/meetings';
import { fakeBackend, type Received, Refusal } from '../../../testing/backend';
import { renderPage } from '../../../testing/render';
import { FacilitatePage } from './FacilitatePage';

jest.mock('@grafana/runtime', () => {
  const runtime = jest.requireActual('@grafana/runtime');
  return { ...runtime, config: { ...runtime.config, bootData: { user: { orgId: 1, login: 'me' } } } };
});

const agenda = [
  { name: 'map', title: 'Does the map hold', minutes: 1, class: 'strategic' },
  { name: 'register', title: 'Open actions', minutes: 10, class: 'operational' },
];
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** A server that keeps what it is sent. */
function server(events: ReviewEvent[] = [], change: Record<string, unknown> = {}) {
  const log = events.map((event) => ({ ...event, actor: 'colleague', receivedAt: event.at }));
  const review = {
    apiVersion: 'scorecard/v1',
    kind: 'Review',
    metadata: { name: 'live', version: 1 },
    spec: { series: 'board', start: ago(0), agenda, roles: { required: ['ceo'] } },
  };
  return fakeBackend({
    'GET reviews/live': review,
    'GET reviewseries/board': { metadata: { name: 'board' }, spec: { title: 'Board review' } },
    'GET reviews/live/log': () => ({ review: 'live', items: log }),
    'GET reviews/live/facilitation': {
      review: 'live',
      agenda,
      prompts: [
        {
          id: 'assumption:a',
          source: 'assumption',
          text: 'Does it hold?',
          said: { code: 'assumption', message: 'Does it hold?' },
          about: [],
          shown: false,
          answered: false,
        },
      ],
    },
    'GET kinds': { items: [{ kind: 'Review', verbs: ['read', 'write'] }] },
    'GET kpis': { items: [{ metadata: { name: 'lead-time' }, spec: { title: 'Lead time' } }], next: null },
    'POST reviews/live/events': ({ body }: Received) => {
      for (const event of (body as { events: ReviewEvent[] }).events) {
        log.push({ ...event, actor: 'me', receivedAt: event.at });
      }
      return review;
    },
    ...change,
  });
}
const open = () =>
  renderPage(<FacilitatePage />, {
    url: '/reviews/meetings/live/facilitate',
    path: '/reviews/meetings/:name/facilitate',
  });
const sent = (received: Received[]) =>
  received
    .filter(({ method }) => method === 'POST')
    .flatMap(({ body }) => (body as { events: ReviewEvent[] }).events)
    .map(({ id, at, ...rest }) => rest);

beforeEach(() => localStorage.clear());

it('starts with the first item and goes on to the next one', async () => {
  const received = server();
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Start the meeting' }));
  await waitFor(() => expect(sent(received)).toEqual([{ type: 'open' }, { type: 'item', item: 'map' }]));
  await user.keyboard('x');
  await waitFor(() => expect(sent(received).at(-1)).toEqual({ type: 'item', item: 'register' }));
  await user.keyboard('b');
  await waitFor(() => expect(sent(received).at(-1)).toEqual({ type: 'pause' }));
  await user.keyboard('b');
  await waitFor(() => expect(sent(received).at(-1)).toEqual({ type: 'item', item: 'register' }));
});

it('captures by keyboard, and reads back what it understood', async () => {
  const received = server([{ id: '1', at: ago(1), type: 'open' }]);
  const { user } = open();
  await screen.findByRole('button', { name: 'Close the meeting' });
  await screen.findByText('Does it hold?');
  await user.keyboard('a');
  await user.keyboard('Call the carrier @coo !2030-01-15 #lead-time');
  expect(screen.getByText(/owner coo · due .*2030 · about lead-time/)).toBeVisible();
  await user.keyboard('{Enter}{Escape}d');
  await user.keyboard('Keep the map');
  expect(screen.getByText('no owner yet: @name')).toBeVisible();
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(sent(received)).toEqual([
      { type: 'action', text: 'Call the carrier', owner: 'coo', due: '2030-01-15', kpi: 'lead-time' },
      { type: 'decision', text: 'Keep the map' },
    ])
  );
  const list = await screen.findByRole('list', { name: 'Written down' });
  expect(within(list).getByText(/no owner · /)).toBeVisible();
});

it('shows in words what takes longer than planned, and what a colleague wrote', async () => {
  server([
    { id: '1', at: ago(5), type: 'open' },
    { id: '2', at: ago(5), type: 'item', item: 'map' },
    { id: '3', at: ago(4), type: 'note', text: 'From elsewhere' },
  ]);
  open();
  const row = (await screen.findByText('Does the map hold')).closest('li');
  expect(row).toHaveAttribute('aria-current', 'true');
  expect(row).toHaveTextContent(/4:0\d over/);
  expect(screen.getByText(/From elsewhere/)).toBeVisible();
  expect(screen.getByText(/colleague · /)).toBeVisible();
});

it('says how much is not sent, and keeps what is refused apart', async () => {
  let answer: unknown = new Refusal(503);
  server([{ id: '1', at: ago(1), type: 'open' }], { 'POST reviews/live/events': () => answer });
  const { user } = open();
  await screen.findByRole('button', { name: 'Close the meeting' });
  await user.keyboard('n');
  await user.keyboard('Not lost{Enter}');
  expect(await screen.findByText('1 not sent yet')).toBeVisible();
  answer = new Refusal(422, { errors: [{ path: '/events/0/text', message: 'is not allowed' }] });
  window.dispatchEvent(new Event('online'));
  expect(await screen.findByRole('alert')).toHaveTextContent('Not lost: is not allowed');
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it('writes down a decision with options and an expected effect', async () => {
  const received = server([{ id: '1', at: ago(1), type: 'open' }]);
  const { user } = open();
  await screen.findByRole('button', { name: 'Close the meeting' });
  await user.keyboard('d');
  await user.keyboard('Renew the contract @coo{Control>}{Enter}{/Control}');
  const panel = screen.getByRole('region', { name: 'Decision' });
  const decided = within(panel).getByLabelText(/What was decided/);
  expect(decided).toHaveValue('Renew the contract');
  expect(decided).toHaveFocus();
  const options = within(panel).getByLabelText('Options, one per line');
  await user.type(options, 'renew');
  await user.click(within(panel).getByRole('button', { name: 'Keep the decision' }));
  expect(await within(panel).findByText('Give at least two options, or none.')).toBeVisible();
  expect(options).toHaveFocus();
  await user.type(options, '\nleave');
  await user.type(within(panel).getByLabelText('Dissent'), 'CFO: too dear');
  await user.dblClick(within(panel).getByRole('button', { name: 'Keep the decision' }));
  await waitFor(() =>
    expect(sent(received)).toEqual([
      {
        type: 'decision',
        text: 'Renew the contract',
        owner: 'coo',
        options: ['renew', 'leave'],
        dissent: 'CFO: too dear',
      },
    ])
  );
});

it('says at each field of a decision what is wrong with it, the first one in focus', async () => {
  const received = server([{ id: '1', at: ago(1), type: 'open' }]);
  const { user } = open();
  await screen.findByRole('button', { name: 'Close the meeting' });
  await screen.findByText('Does it hold?');
  await user.keyboard('d');
  await user.keyboard('Renew #lead-time{Control>}{Enter}{/Control}');
  const panel = within(screen.getByRole('region', { name: 'Decision' }));
  const [owner, by, likely, revisit] = ['Owner', /By when/, /How likely/, 'Look at it again on'].map((label) =>
    panel.getByLabelText(label)
  );
  fireEvent.change(owner, { target: { value: 'x'.repeat(201) } });
  await user.type(by, '2030-13');
  await user.type(likely, '150');
  fireEvent.change(revisit, { target: { value: '2001-01-01' } });
  await user.click(panel.getByRole('button', { name: 'Keep the decision' }));
  expect(await panel.findByText('Shorten this to 200 characters; it has 201.')).toBeVisible();
  expect(owner).toHaveFocus();
  expect(panel.getByText(/^Write a day or period that exists/)).toBeVisible();
  expect(panel.getByText('This must be at most 100.')).toBeVisible();
  expect(panel.getByText(/^This must not be before/)).toBeVisible();
  expect(sent(received)).toEqual([]);
});

it('keeps a decision that was left by a key, and hands it back', async () => {
  const received = server([{ id: '1', at: ago(1), type: 'open' }]);
  const { user } = open();
  await screen.findByRole('button', { name: 'Close the meeting' });
  await user.keyboard('d');
  await user.keyboard('Renew @coo{Control>}{Enter}{/Control}');
  await user.type(screen.getByLabelText('Question'), 'Which carrier?{Escape}');
  expect(screen.queryByRole('region', { name: 'Decision' })).not.toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Write down' })).toHaveFocus();
  await user.click(await screen.findByRole('button', { name: 'Back to the decision' }));
  expect(screen.getByLabelText('Question')).toHaveValue('Which carrier?');
  expect(screen.queryByRole('button', { name: 'Back to the decision' })).not.toBeInTheDocument();
  await user.type(screen.getByLabelText('Question'), '{Enter}');
  await waitFor(() =>
    expect(sent(received)).toEqual([{ type: 'decision', text: 'Renew', owner: 'coo', question: 'Which carrier?' }])
  );
  expect(screen.queryByRole('button', { name: 'Back to the decision' })).not.toBeInTheDocument();
});

it('corrects a decision that the server refuses, without a connection too', async () => {
  let answer: unknown = new Refusal(422, {
    errors: [{ path: '/events/0/expectedEffect/by', message: 'is no period of the calendar' }],
  });
  server([{ id: '1', at: ago(1), type: 'open' }], { 'POST reviews/live/events': () => answer });
  const { user } = open();
  await screen.findByRole('button', { name: 'Close the meeting' });
  await user.keyboard('d');
  await user.keyboard('Renew #lead-time{Control>}{Enter}{/Control}');
  await user.type(screen.getByLabelText(/By when/), '2030-W09');
  await user.type(screen.getByLabelText(/How likely/), '70');
  await user.click(screen.getByRole('button', { name: 'Keep the decision' }));
  expect(await screen.findByText(/Renew: is no period of the calendar/)).toBeVisible();
  answer = new Refusal(503);
  await user.click(screen.getByRole('button', { name: 'Correct' }));
  const by = screen.getByLabelText(/By when/);
  expect(by).toHaveValue('2030-W09');
  expect(screen.getByLabelText(/How likely/)).toHaveValue(70);
  await user.clear(by);
  await user.type(by, '2030-03{Enter}');
  expect(await screen.findByText('1 not sent yet')).toBeVisible();
  expect(screen.queryByText(/is no period/)).not.toBeInTheDocument();
});

it('keeps no decision that is to be looked at again on a day that is over', async () => {
  const received = server([{ id: '1', at: ago(1), type: 'open' }]);
  const { user } = open();
  await screen.findByRole('button', { name: 'Close the meeting' });
  await user.keyboard('d');
  await user.keyboard('Renew !2001-01-01{Enter}');
  expect(screen.getByText('Jan 1, 2001 is over: name a later day.')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Write down' })).toHaveValue('Renew !2001-01-01');
  expect(sent(received)).toEqual([]);
});

it('asks for the pulse after the close, once per person', async () => {
  const received = server([
    { id: '1', at: ago(9), type: 'open' },
    { id: '2', at: ago(1), type: 'close' },
  ]);
  const { user } = open();
  const pulse = await screen.findByRole('region', { name: 'How was the discussion?' });
  expect(within(pulse).getByRole('button', { name: 'Answer' })).toBeDisabled();
  for (const group of within(pulse).getAllByRole('radiogroup')) {
    await user.click(within(group).getByRole('radio', { name: '4' }));
  }
  await user.click(within(pulse).getByRole('button', { name: 'Answer' }));
  await waitFor(() => expect(sent(received)).toEqual([{ type: 'pulse', heard: 4, evidence: 4, clear: 4 }]));
  expect(within(pulse).getByText(/once four people have answered/)).toBeVisible();
});

it('lets those who may not write watch', async () => {
  const received = server([{ id: '1', at: ago(1), type: 'open' }], {
    'GET kinds': { items: [{ kind: 'Review', verbs: ['read'] }] },
  });
  const { user } = open();
  expect(await screen.findByText('You may follow the meeting, but not take notes')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Close the meeting' })).toBeDisabled();
  await user.keyboard('x');
  expect(sent(received)).toEqual([]);
});

it('takes what runs for another class', async () => {
  const received = server([{ id: '1', at: ago(1), type: 'item', item: 'map' }]);
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: /Strategic/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Operational' }));
  await waitFor(() => expect(sent(received)).toEqual([{ type: 'item', item: 'map', class: 'operational' }]));
  expect(await screen.findByRole('button', { name: /Operational/ })).toBeVisible();
});

it('logs which questions were asked and answered', async () => {
  const received = server([{ id: '1', at: ago(1), type: 'open' }]);
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Asked it' }));
  await user.click(await screen.findByRole('button', { name: 'It was answered' }));
  expect(await screen.findByText('Answered')).toBeVisible();
  await waitFor(() =>
    expect(sent(received)).toEqual([
      { type: 'prompt', prompt: 'assumption:a', state: 'shown' },
      { type: 'prompt', prompt: 'assumption:a', state: 'answered' },
    ])
  );
});
