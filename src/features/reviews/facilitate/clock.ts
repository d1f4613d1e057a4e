import { type AgendaEntry, type ItemClass, type ReviewEvent } from '../../../api/meetings';

/** What the screen's clock makes of a meeting's events, those not sent yet included. Times are milliseconds. */
export interface MeetingClock {
  opened?: number;
  closed?: number;
  /** What runs now; nothing in a pause and outside the meeting. */
  running?: Block & { since: number };
  /** What was begun last, to go on with after a pause. */
  last?: Block;
  rows: ClockRow[];
  /** Time spent on anything so far. */
  elapsed: number;
}

/** An item of the agenda, or a title off it. */
export interface Block {
  item?: string;
  offAgenda?: string;
}

/** An item of the agenda, or what was talked about beside it. */
export interface ClockRow {
  key: string;
  /** Name of the agenda item; absent off the agenda. */
  item?: string;
  title: string;
  class: ItemClass;
  /** Milliseconds; 0 off the agenda. */
  planned: number;
  elapsed: number;
  runs: boolean;
}

const MINUTE = 60_000;

/**
 * The clock of a meeting as the server reads it (`discipline/1`), so that it goes on without a connection: one clock for all
 * note takers, counting from the opening to the close.
 */
export function readClock(agenda: AgendaEntry[], events: ReviewEvent[], now: number): MeetingClock {
  const ordered = inOrder(events);
  const opens = ordered.some(({ type }) => type === 'open');
  const clock: MeetingClock = { rows: [], elapsed: 0 };
  const spent = new Map<string, number>();
  let pending: MeetingClock['running'];

  const stop = (at: number) => {
    if (clock.running) {
      const key = keyOf(clock.running);
      spent.set(key, (spent.get(key) ?? 0) + Math.max(0, at - clock.running.since));
      clock.running = undefined;
    }
  };
  const open = (at: number) => {
    clock.closed = undefined;
    if (clock.opened === undefined) {
      clock.opened = at;
      clock.running = pending && { ...pending, since: at };
    }
  };
  for (const event of ordered) {
    const at = Date.parse(event.at);
    const started = clock.opened !== undefined || !opens;
    if (event.type === 'open') {
      open(at);
    } else if (event.type === 'item' && clock.closed === undefined) {
      const begun = { item: event.item, offAgenda: event.offAgenda, since: at };
      if (started) {
        open(at);
        stop(at);
        clock.running = begun;
        clock.last = { item: event.item, offAgenda: event.offAgenda };
        spent.set(keyOf(begun), spent.get(keyOf(begun)) ?? 0);
      } else {
        pending = begun;
      }
    } else if (event.type === 'pause') {
      pending = undefined;
      stop(at);
    } else if (event.type === 'close' && started && clock.closed === undefined) {
      stop(at);
      clock.closed = at;
    }
  }
  const running = clock.running;
  if (running) {
    const key = keyOf(running);
    spent.set(key, (spent.get(key) ?? 0) + Math.max(0, now - running.since));
  }
  const classes = new Map(ordered.flatMap((e) => (e.type === 'item' && e.class ? [[keyOf(e), e.class] as const] : [])));
  const row = (key: string, rest: Pick<ClockRow, 'item' | 'title' | 'class' | 'planned'>): ClockRow => ({
    key,
    ...rest,
    class: classes.get(key) ?? rest.class,
    elapsed: spent.get(key) ?? 0,
    runs: running !== undefined && keyOf(running) === key,
  });
  clock.rows = agenda.map((entry) =>
    row(keyOf({ item: entry.name }), {
      item: entry.name,
      title: entry.title,
      class: entry.class,
      planned: entry.minutes * MINUTE,
    })
  );
  const known = new Set(clock.rows.map(({ key }) => key));
  for (const key of spent.keys()) {
    if (!known.has(key)) {
      clock.rows.push(row(key, { title: key.slice(1), class: 'operational', planned: 0 }));
    }
  }
  clock.elapsed = clock.rows.reduce((sum, { elapsed }) => sum + elapsed, 0);
  return clock;
}

const keyOf = ({ item, offAgenda }: Block) => (item ? `=${item}` : `-${offAgenda}`);

const RANK: Partial<Record<ReviewEvent['type'], number>> = { open: 0, close: 2 };

/** By time; at one instant an opening comes first and a close last, the others as they came. */
function inOrder(events: ReviewEvent[]): ReviewEvent[] {
  const rank = ({ type }: ReviewEvent) => RANK[type] ?? 1;
  return [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || rank(a) - rank(b));
}

/** The agenda's item after the one that runs, or after the last one begun; undefined at the end. */
export function nextItem({ rows }: MeetingClock): string | undefined {
  const items = rows.filter(({ item }) => item !== undefined);
  const last = items.findLastIndex(({ runs, elapsed }) => runs || elapsed > 0);
  return items[last + 1]?.item;
}

/** Minutes and seconds, such as 4:05; hours are minutes. */
export function formatClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
