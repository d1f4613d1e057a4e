import { ApiError } from '../../../api/errors';
import { type ReviewEvent } from '../../../api/meetings';
import { Outbox } from './outbox';
import { Sender } from './sender';

const note = (id: string): ReviewEvent => ({ id, at: `2026-03-04T09:00:0${id}Z`, type: 'note', text: id });
const problem = (status: number, errors: Array<{ path: string; message: string }> = []) =>
  new ApiError({ type: 'about:blank', title: 'Refused', status, errors });

let outbox: Outbox;

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  outbox = new Outbox(1, 'april');
});
afterEach(() => jest.useRealTimers());

it('loses nothing while there is no connection, and sends all of it after', async () => {
  let connected = false;
  const sent: string[] = [];
  const post = async (events: ReviewEvent[]) => {
    if (!connected) {
      throw problem(0);
    }
    sent.push(...events.map(({ id }) => id));
  };
  const settled = jest.fn();
  const sender = new Sender(outbox, post, settled);
  for (const id of ['1', '2', '3']) {
    outbox.add(note(id));
    await sender.send();
  }
  expect(settled).toHaveBeenLastCalledWith(expect.objectContaining({ status: 0 }));
  await jest.advanceTimersByTimeAsync(60_000);
  expect(outbox.read().waiting).toHaveLength(3);
  connected = true;
  await jest.advanceTimersByTimeAsync(30_000);
  expect(sent).toEqual(['1', '2', '3']);
  expect(outbox.read().waiting).toEqual([]);
  expect(settled).toHaveBeenLastCalledWith(undefined);
});

it('tries at once when it is told that the connection is back', async () => {
  const post = jest.fn().mockRejectedValueOnce(problem(0)).mockResolvedValue(undefined);
  const sender = new Sender(outbox, post, jest.fn());
  outbox.add(note('1'));
  await sender.send();
  sender.retry();
  await jest.advanceTimersByTimeAsync(0);
  expect(outbox.read().waiting).toEqual([]);
});

it('does not let an event that is refused hold up the others', async () => {
  const post = jest
    .fn()
    .mockRejectedValueOnce(problem(422, [{ path: '/events/0/item', message: 'is not on the agenda' }]))
    .mockResolvedValue(undefined);
  const sender = new Sender(outbox, post, jest.fn());
  outbox.add(note('1'));
  outbox.add(note('2'));
  await sender.send();
  await jest.advanceTimersByTimeAsync(0);
  expect(post).toHaveBeenLastCalledWith([note('2')]);
  expect(outbox.read()).toEqual({ waiting: [], refused: [{ event: note('1'), message: 'is not on the agenda' }] });
});

it('sends what comes while a request is under way after it, each once', async () => {
  let finish = () => {};
  const post = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const sender = new Sender(outbox, post, jest.fn());
  outbox.add(note('1'));
  const first = sender.send();
  outbox.add(note('2'));
  await sender.send();
  expect(post).toHaveBeenCalledTimes(1);
  finish();
  await first;
  await jest.advanceTimersByTimeAsync(0);
  expect(post).toHaveBeenLastCalledWith([note('2')]);
});

it('stops when nobody needs it', async () => {
  const post = jest.fn().mockRejectedValue(problem(503));
  const sender = new Sender(outbox, post, jest.fn());
  outbox.add(note('1'));
  await sender.send();
  sender.stop();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(post).toHaveBeenCalledTimes(1);
});
