import { layout as dagreLayout, Graph } from '@dagrejs/dagre';
import { type Arrow } from './graph';
import { type Anchors, type Course, drawRoutes, type Route } from './routes';
import { type Lane, rowsOf } from './rows';

/** Pixels of the map at its natural size. */
export const CARD = { width: 204, height: 94 } as const;
const GAP = { cards: 24, arrows: 10, rows: 58 } as const;
/** Room beside the cards for the name of the lane, and around the cards. */
const LABEL_WIDTH = 48;
const PADDING = 16;
const PITCH = CARD.height + GAP.rows;

/** An arrow with a name of its own, since two objectives may be linked twice. */
export interface NamedArrow extends Arrow {
  id: string;
}

export interface PlacedLane {
  name: string;
  y: number;
  height: number;
}

export interface PlacedCard {
  name: string;
  x: number;
  y: number;
}

/** A map laid out: top left is 0, 0. */
export interface Layout {
  width: number;
  height: number;
  lanes: PlacedLane[];
  cards: PlacedCard[];
  /** By the id of the arrow. */
  routes: Map<string, Route>;
}

/**
 * Places objectives in lanes from top to bottom so that arrows run upwards, cross little and go around cards. Depends on
 * nothing but what there is: scores that change leave everything in its place.
 */
export function layOutMap(lanes: Lane[], arrows: NamedArrow[]): Layout {
  const rows = rowsOf(lanes, arrows);
  const rowOf = new Map(rows.flatMap(({ objectives }, row) => objectives.map((name) => [name, row] as const)));
  const known = arrows.filter(({ from, to }) => from !== to && rowOf.has(from) && rowOf.has(to));
  const { left, courses, width } = placeInRows(rowOf, known);
  const top = (row: number) => PADDING + (rows.length - 1 - row) * PITCH;

  const cards = [...rowOf].map(([name, row]) => ({ name, x: left.get(name) ?? 0, y: top(row) }));
  const anchors: Anchors = { card: CARD, gap: GAP.rows, cards: new Map(cards.map((card) => [card.name, card])), top };
  return {
    width,
    height: rows.length * PITCH - GAP.rows + 2 * PADDING,
    cards,
    lanes: placeLanes(
      lanes,
      rows.map(({ lane }) => lane),
      top
    ),
    routes: drawRoutes(courses, anchors),
  };
}

function placeLanes(lanes: Lane[], laneOfRow: string[], top: (row: number) => number): PlacedLane[] {
  return lanes.map(({ name }) => {
    const first = laneOfRow.indexOf(name);
    const last = laneOfRow.lastIndexOf(name);
    const y = top(last) - PADDING;
    return { name, y, height: top(first) + CARD.height + PADDING - y };
  });
}

interface Horizontal {
  /** Left edge of each card. */
  left: Map<string, number>;
  courses: Course[];
  width: number;
}

/** Dagre takes a function here, though its types don't say so. The one node that isn't ours is its own root. */
function rankBy(rowOf: Map<string, number>) {
  return (graph: Graph) => {
    for (const name of graph.nodes()) {
      const row = rowOf.get(name);
      graph.node(name).rank = row === undefined ? -1 : 2 * row;
    }
  };
}

/**
 * Dagre orders each row and places it, with the rows given. It counts two ranks per row, the odd ones for labels of edges.
 */
function placeInRows(rowOf: Map<string, number>, arrows: NamedArrow[]): Horizontal {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'BT',
    nodesep: GAP.cards,
    edgesep: GAP.arrows,
    ranksep: GAP.rows,
    ranker: rankBy(rowOf) as never,
  });
  for (const name of rowOf.keys()) {
    graph.setNode(name, { ...CARD });
  }
  const rising = arrows.map((arrow) => {
    const step = (rowOf.get(arrow.to) ?? 0) - (rowOf.get(arrow.from) ?? 0);
    const [low, high] = step < 0 ? [arrow.to, arrow.from] : [arrow.from, arrow.to];
    return { arrow, step, low, high };
  });
  for (const { arrow, step, low, high } of rising) {
    if (step !== 0) {
      graph.setEdge(low, high, {}, arrow.id);
    }
  }
  dagreLayout(graph);

  const courses = rising.map(({ arrow, step, low, high }): Course => {
    const points = step === 0 ? [] : graph.edge(low, high, arrow.id).points;
    const between = Array.from({ length: Math.max(0, Math.abs(step) - 1) }, (_, index) => points[2 * index + 2].x);
    return { id: arrow.id, from: arrow.from, to: arrow.to, step, low: rowOf.get(low) ?? 0, between };
  });
  const centres = [...rowOf.keys()].map((name) => graph.node(name).x);
  const bends = courses.flatMap(({ between }) => between);
  const start = Math.min(...centres.map((x) => x - CARD.width / 2), ...bends);
  const end = Math.max(...centres.map((x) => x + CARD.width / 2), ...bends);
  const shift = LABEL_WIDTH + PADDING - (Number.isFinite(start) ? start : 0);
  return {
    left: new Map([...rowOf.keys()].map((name, index) => [name, centres[index] - CARD.width / 2 + shift])),
    courses: courses.map((course) => ({ ...course, between: course.between.map((x) => x + shift) })),
    width: (Number.isFinite(end) ? end : CARD.width) + shift + PADDING,
  };
}
