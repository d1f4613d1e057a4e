import { type Node, type Scheme } from '../../api/types';
import { statusOf } from '../../components/status';
import { flatten, kpiPlaces, type Place } from './tree';

/** A KPI's score in one column of a heat map. */
export interface HeatCell {
  score: number | null;
  status: string | null;
}

export interface HeatRow {
  place: Place;
  /** One cell per column, in the columns' order; undefined where the column doesn't know the KPI. */
  cells: Array<HeatCell | undefined>;
}

/** The KPIs below one perspective that are scored at the shown unit. */
export interface HeatGroup {
  perspective: Place;
  rows: HeatRow[];
}

function groups(places: Place[], cellsOf: (place: Place) => HeatRow['cells']): HeatGroup[] {
  return places.map((perspective) => ({
    perspective,
    rows: kpiPlaces([perspective])
      .filter(({ via }) => via === undefined)
      .map((place) => ({ place, cells: cellsOf(place) })),
  }));
}

/** Ids of the periods that the sparklines of a tree cover, from the earliest to the shown one. */
export function periodsOf(root: Node): string[] {
  return (root.sparkline ?? []).map(({ period }) => period);
}

/** KPIs × periods, from the history that every node carries. */
export function byPeriod(places: Place[], periods: string[], scheme: Scheme): HeatGroup[] {
  return groups(places, ({ node }) => {
    const scores = new Map((node.sparkline ?? []).map(({ period, score }) => [period, score]));
    return periods.map((period) => {
      const score = scores.get(period);
      return score === undefined ? undefined : { score, status: statusOf(score, scheme) };
    });
  });
}

/** KPIs × units, from one tree per unit; undefined for a unit whose tree isn't there (yet). */
export function byUnit(places: Place[], trees: Array<Place[] | undefined>): HeatGroup[] {
  const indexes = trees.map((tree) => tree && new Map(flatten(tree).map(({ id, node }) => [id, node])));
  return groups(places, ({ id }) =>
    indexes.map((index) => {
      const node = index?.get(id);
      return node && { score: node.score, status: node.status };
    })
  );
}
