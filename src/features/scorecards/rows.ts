import { type CellState } from '../../api/types';
import { isKpi, type Place, shownStatus } from './tree';

export const columns = ['status', 'value', 'target', 'score', 'trend', 'history', 'owner'] as const;
export type Column = (typeof columns)[number];

export const sortKeys = ['name', 'status', 'value', 'score', 'trend', 'owner'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Sort {
  key: SortKey;
  descending: boolean;
}

export interface Filter {
  /** Names of levels; `none` stands for no value. */
  statuses: string[];
  states: CellState[];
  owner?: string;
}

/** How a filter names what has no status. */
export const NO_STATUS = 'none';

export const isFiltering = ({ statuses, states, owner }: Filter) =>
  statuses.length > 0 || states.length > 0 || owner !== undefined;

/** Above this many rows a tree opens with its perspectives only. */
const OPEN_LIMIT = 120;

/**
 * Ids of the places that are open when nothing else is asked for: down to the KPIs of the shown unit, as long as that stays
 * readable. Objectives that contribute from other units stay closed.
 */
export function openByDefault(all: Place[]): Set<string> {
  const parents = all.filter(({ children, via }) => children.length > 0 && via === undefined);
  const rows = parents.reduce((sum, { children }) => sum + children.length, 0);
  const open = rows <= OPEN_LIMIT ? parents : parents.filter(({ level }) => level === 1);
  return new Set(open.map(({ id }) => id));
}

/** KPIs that pass a filter, with everything above them. */
export function matching(all: Place[], filter: Filter): Set<string> {
  const ids = new Set<string>();
  for (const place of all.filter(({ node }) => isKpi(node)).filter((kpi) => passes(kpi, filter))) {
    for (let next: Place | undefined = place; next; next = next.parent) {
      ids.add(next.id);
    }
  }
  return ids;
}

function passes({ node }: Place, { statuses, states, owner }: Filter): boolean {
  return (
    (statuses.length === 0 || statuses.includes(shownStatus(node) ?? NO_STATUS)) &&
    (states.length === 0 || (node.state !== null && states.includes(node.state))) &&
    (owner === undefined || node.owner === owner)
  );
}

/** A place on screen, and how it stands among its shown siblings. */
export interface Row {
  place: Place;
  expandable: boolean;
  expanded: boolean;
  /** 1-based among `setSize` siblings. */
  position: number;
  setSize: number;
}

export interface RowOptions {
  open: Set<string>;
  sort?: Sort;
  /** Ids that pass the filter; all of their parents count as open. */
  matches?: Set<string>;
  /** Levels from the worst to the best, to sort by status. */
  levels: string[];
}

/** What is on screen, from top to bottom. */
export function visibleRows(places: Place[], options: RowOptions): Row[] {
  const { open, sort, matches, levels } = options;
  const shown = matches ? places.filter(({ id }) => matches.has(id)) : places;
  const ordered = sort ? [...shown].sort(comparator(sort, levels)) : shown;
  return ordered.flatMap((place, index) => {
    const expandable = place.children.length > 0;
    const expanded = expandable && (matches !== undefined || open.has(place.id));
    const row: Row = { place, expandable, expanded, position: index + 1, setSize: ordered.length };
    return [row, ...(expanded ? visibleRows(place.children, options) : [])];
  });
}

/** Orders siblings; what has nothing to sort by comes last either way. */
function comparator({ key, descending }: Sort, levels: string[]) {
  const sign = descending ? -1 : 1;
  return (a: Place, b: Place): number => {
    const x = sortValue(a, key, levels);
    const y = sortValue(b, key, levels);
    if (x === null || y === null) {
      return x === y ? 0 : x === null ? 1 : -1;
    }
    return sign * (typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y));
  };
}

function sortValue({ node }: Place, key: SortKey, levels: string[]): string | number | null {
  switch (key) {
    case 'name':
      return node.title;
    case 'owner':
      return node.owner;
    case 'value':
      return node.value;
    case 'score':
      return node.score;
    case 'trend':
      return node.trend.delta;
    case 'status': {
      const index = levels.indexOf(shownStatus(node) ?? '');
      return index < 0 ? null : index;
    }
  }
}

/** Owners of the KPIs, each once, in alphabetical order. */
export function ownersOf(all: Place[]): string[] {
  const owners = all.flatMap(({ node }) => (isKpi(node) && node.owner ? [node.owner] : []));
  return [...new Set(owners)].sort((a, b) => a.localeCompare(b));
}
