import { type RegisterParams } from '../../../api/followUp';

/** What the register shows; all of it is in the address. */
export interface RegisterFilter {
  /** Only what waits for the caller. */
  mine: boolean;
  /** `waiting`, `closed`, `all`, or one state. */
  state: string;
  type?: 'action' | 'decision';
  attention?: 'overdue' | 'escalated';
  owner?: string;
  kpi?: string;
  objective?: string;
  review?: string;
  series?: string;
  committee?: string;
  q: string;
  /** A column, with a leading - for descending; empty for urgency. */
  sort: string;
  /** Where the page before ended; empty for the first page. */
  after: string;
}

/** Rows of a page. */
export const PAGE_SIZE = 100;

const subjects = ['owner', 'kpi', 'objective', 'review', 'series', 'committee'] as const;
export type Subject = (typeof subjects)[number];

/** Names by which the register is narrowed, beside the filters that stand above it. */
export const subjectsOf = (filter: RegisterFilter) => subjects.filter((subject) => filter[subject]);

export function readFilter(params: URLSearchParams): RegisterFilter {
  const text = (key: string) => params.get(key) || undefined;
  const named = Object.fromEntries(subjects.map((subject) => [subject, text(subject)]));
  return {
    ...named,
    mine: params.get('mine') === 'true',
    // What concerns something is shown whole; the register itself begins with what waits.
    state: text('state') ?? (subjects.some((subject) => named[subject]) ? 'all' : 'waiting'),
    type: (['action', 'decision'] as const).find((type) => type === params.get('type')),
    attention: (['overdue', 'escalated'] as const).find((attention) => attention === params.get('attention')),
    q: params.get('q') ?? '',
    sort: params.get('sort') ?? '',
    after: params.get('after') ?? '',
  };
}

/** The address of a filter after a change: what is as usual is left out, and a change begins at the first page. */
export function changed(params: URLSearchParams, change: Partial<RegisterFilter>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [key, value] of Object.entries({ after: '', ...change })) {
    if (value === undefined || value === '' || value === false) {
      next.delete(key);
    } else {
      next.set(key, String(value));
    }
  }
  return next;
}

/** What the server is asked. */
export function paramsOf(filter: RegisterFilter): RegisterParams {
  const { mine, state, attention, sort, after, q, ...rest } = filter;
  return {
    ...rest,
    mine: mine || undefined,
    state: state === 'all' ? undefined : state,
    overdue: attention === 'overdue' || undefined,
    escalated: attention === 'escalated' || undefined,
    q: q || undefined,
    sort: sort || undefined,
    cursor: after || undefined,
    limit: PAGE_SIZE,
  };
}

/** What the server is asked for the figures above the table: of every state, since what is closed tells how much is on time. */
export function figuresOf(filter: RegisterFilter): RegisterParams {
  return { ...paramsOf({ ...filter, state: 'all', attention: undefined, sort: '', after: '' }), limit: 1 };
}

/** The sort order that a click on a column's head leads to: ascending, descending, by urgency. */
export function nextSort(sort: string, column: string): string {
  if (sort === column) {
    return `-${column}`;
  }
  return sort === `-${column}` ? '' : column;
}
