import { cellStates } from '../../contract';
import { type Column, columns, type Filter, type Sort, type SortKey, sortKeys } from './rows';

export const tabs = ['executive', 'detail', 'heatmap'] as const;
export type Tab = (typeof tabs)[number];

export const comparisons = ['previous', 'year'] as const;
/** What trends compare with: the period before, or the same one a year earlier. */
export type Comparison = (typeof comparisons)[number];

export const heatAxes = ['period', 'unit'] as const;
/** What the columns of the heat map are. */
export type HeatAxis = (typeof heatAxes)[number];

/** All that a scorecard page shows; the URL holds it, so that every view can be linked to. */
export interface UrlState {
  tab: Tab;
  period?: string;
  unit?: string;
  asOf?: string;
  now?: string;
  compare: Comparison;
  /** Row that was linked to or last focused. */
  row?: string;
  /** Rows that are open where they usually aren't, or closed where they usually are open. */
  toggled: string[];
  filter: Filter;
  sort?: Sort;
  hidden: Column[];
  heat: HeatAxis;
}

export function readUrl(params: URLSearchParams): UrlState {
  const text = (key: string) => params.get(key) || undefined;
  return {
    tab: oneOf(tabs, params.get('view')) ?? 'executive',
    period: text('period'),
    unit: text('unit'),
    asOf: text('asOf'),
    now: text('now'),
    compare: oneOf(comparisons, params.get('compare')) ?? 'previous',
    row: text('row'),
    toggled: list(params.get('rows')),
    filter: {
      statuses: list(params.get('status')),
      states: list(params.get('state')).flatMap((state) => oneOf(cellStates, state) ?? []),
      owner: text('owner'),
    },
    sort: readSort(params.get('sort')),
    hidden: list(params.get('hide')).flatMap((column) => oneOf(columns, column) ?? []),
    heat: oneOf(heatAxes, params.get('by')) ?? 'period',
  };
}

/** The query of a state; what is as usual is left out. Parameters that aren't the page's own are kept from `base`. */
export function writeUrl(state: UrlState, base: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams(base);
  const values: Record<string, string | undefined> = {
    view: state.tab === 'executive' ? undefined : state.tab,
    period: state.period,
    unit: state.unit,
    asOf: state.asOf,
    now: state.now,
    compare: state.compare === 'previous' ? undefined : state.compare,
    row: state.row,
    rows: state.toggled.join(','),
    status: state.filter.statuses.join(','),
    state: state.filter.states.join(','),
    owner: state.filter.owner,
    sort: state.sort && `${state.sort.descending ? '-' : ''}${state.sort.key}`,
    hide: state.hidden.join(','),
    by: state.heat === 'period' ? undefined : state.heat,
  };
  for (const [key, value] of Object.entries(values)) {
    if (value) {
      params.set(key, value);
    } else {
      params.delete(key);
    }
  }
  return params;
}

function readSort(text: string | null): Sort | undefined {
  const descending = text?.startsWith('-') ?? false;
  const key: SortKey | undefined = oneOf(sortKeys, descending ? (text ?? '').slice(1) : text);
  return key && { key, descending };
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | undefined {
  return values.find((value) => value === text);
}

const list = (text: string | null): string[] => (text ? text.split(',') : []);
