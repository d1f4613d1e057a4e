import { type Node, type Scheme } from '../../api/types';
import { rankOf, statusOf } from '../../components/status';

/** A node of the scored tree where it stands: a KPI or objective may stand in several places. */
export interface Place {
  /** Names from the perspective down, unique within a scorecard; what the URL says of a row. */
  id: string;
  node: Node;
  /** 1 for perspectives. */
  level: number;
  parent?: Place;
  children: Place[];
  /** Share of this place in the score of the whole: the product of the normalised weights on the way down. 0…1. */
  share: number;
  /** The contributing objective through which it is here: it and all below are scored at another scorecard's unit. */
  via?: Node;
  /** Unit of `via`'s scorecard, where it is known; undefined at the shown unit. */
  unit?: string;
}

/** Units of scorecards by the names of the objectives that they place. */
export type Homes = ReadonlyMap<string, string>;

const KPI = 'Kpi';
const OBJECTIVE = 'Objective';

/** Whether a node is a KPI, the only kind with a value. */
export const isKpi = ({ ref }: Pick<Node, 'ref'>) => ref.kind === KPI;

/** Everything below the root, as places. Weights that change over time are those of the shown period. */
export function placesOf(root: Node, homes: Homes = new Map(), parent?: Place): Place[] {
  const total = root.children.reduce((sum, { weight }) => sum + weight, 0);
  return root.children.map((node) => {
    const contributes = node.ref.kind === OBJECTIVE && parent?.node.ref.kind === OBJECTIVE;
    const segment = isKpi(node) ? `kpi:${node.ref.name}` : node.ref.name;
    const place: Place = {
      id: parent ? `${parent.id}/${segment}` : segment,
      node,
      level: parent ? parent.level + 1 : 1,
      parent,
      children: [],
      via: contributes ? node : parent?.via,
      unit: contributes ? homes.get(node.ref.name) : parent?.unit,
      share: total > 0 ? ((parent?.share ?? 1) * node.weight) / total : 0,
    };
    place.children = placesOf(node, homes, place);
    return place;
  });
}

/** All places of a tree, parents before children. */
export function flatten(places: Place[]): Place[] {
  return places.flatMap((place) => [place, ...flatten(place.children)]);
}

/** The places of KPIs, in the tree's order. */
export function kpiPlaces(places: Place[]): Place[] {
  return flatten(places).filter(({ node }) => isKpi(node));
}

/** The status that is shown: an override stands in for the computed one, and never changes the score. */
export const shownStatus = ({ override, status }: Pick<Node, 'override' | 'status'>) => override?.status ?? status;

/** A KPI at one unit, with its share over all places where it stands. */
export interface WeighedKpi {
  /** Its first place. */
  place: Place;
  share: number;
}

function distinctKpis(places: Place[]): WeighedKpi[] {
  const found = new Map<string, WeighedKpi>();
  for (const place of kpiPlaces(places)) {
    const key = `${place.via?.ref.name ?? ''}/${place.node.ref.name}`;
    const known = found.get(key);
    found.set(key, { place: known?.place ?? place, share: (known?.share ?? 0) + place.share });
  }
  return [...found.values()];
}

/** KPIs on the worst level, those that cost the whole most first: share × points short of the best level. */
export function offTrack(places: Place[], scheme: Scheme): WeighedKpi[] {
  const goal = scheme.levels[scheme.levels.length - 1].from;
  const cost = ({ place, share }: WeighedKpi) => share * (goal - (place.node.score ?? goal));
  return distinctKpis(places)
    .filter(({ place }) => rankOf(shownStatus(place.node), scheme) === 'worst')
    .sort((a, b) => cost(b) - cost(a));
}

/** A KPI whose status differs from the one it is compared with. */
export interface StatusChange {
  place: Place;
  from: string | null;
  to: string | null;
}

/**
 * KPIs whose level by score changed since the period that trends compare with, those that move the whole most first. What
 * had no score then is no change.
 */
export function statusChanges(places: Place[], scheme: Scheme): StatusChange[] {
  return distinctKpis(places)
    .map((kpi) => ({ ...kpi, from: statusOf(kpi.place.node.trend.score, scheme), to: kpi.place.node.status }))
    .filter(({ from, to }) => from !== null && from !== to)
    .sort((a, b) => effect(b) - effect(a))
    .map(({ place, from, to }) => ({ place, from, to }));
}

function effect({ place, share }: WeighedKpi): number {
  const { score, trend } = place.node;
  return share * Math.abs((score ?? 0) - (trend.score ?? 0));
}

/** KPIs whose value was changed after the close. */
export function restatedCount(places: Place[]): number {
  return distinctKpis(places).filter(({ place }) => place.node.state === 'restated').length;
}

/** Scores of a node over time, as sparklines take them. */
export function scoreHistory({ sparkline }: Pick<Node, 'sparkline'>): Array<{ period: string; value: number | null }> {
  return (sparkline ?? []).map(({ period, score }) => ({ period, value: score }));
}

/** The last close of the KPIs that are shown: the period is settled from then on. */
export function lastClose(places: Place[]): string | null {
  return kpiPlaces(places).reduce<string | null>(
    (latest, { node }) => (node.closesAt && (!latest || node.closesAt > latest) ? node.closesAt : latest),
    null
  );
}

/** A change of at most this many points counts as none, as on the server. */
const FLAT_POINTS = 1;

/**
 * The tree with its trends taken against another view of it instead of the previous period. Nodes that the other one lacks
 * have no comparison.
 */
export function compareWith(node: Node, other: Node | undefined): Node {
  const before = other?.score ?? null;
  const delta = node.score === null || before === null ? null : node.score - before;
  const direction = delta === null ? 'none' : Math.abs(delta) <= FLAT_POINTS ? 'flat' : delta > 0 ? 'up' : 'down';
  return {
    ...node,
    trend: { score: before, delta, direction },
    children: node.children.map((child) =>
      compareWith(
        child,
        other?.children.find(({ ref }) => ref.kind === child.ref.kind && ref.name === child.ref.name)
      )
    ),
  };
}
