/** An arrow as the layout sees it: where it starts and ends, and where it passes the rows between. */
export interface Course {
  id: string;
  from: string;
  to: string;
  /** Rows that it climbs; negative downwards, 0 within a row. */
  step: number;
  /** The lower of the two rows. */
  low: number;
  /** Where it passes the rows between, from the lower to the higher one. */
  between: number[];
}

export interface Point {
  x: number;
  y: number;
}

/** A drawn arrow: an SVG path, and the point where a mark on it has room. */
export interface Route {
  path: string;
  middle: Point;
}

export interface Anchors {
  card: { width: number; height: number };
  /** Height of the room between two rows. */
  gap: number;
  /** Top left corners. */
  cards: Map<string, Point>;
  /** Top of the cards in a row. */
  top: (row: number) => number;
}

/** Share of a card's width within which arrows begin and end. */
const PORTS = { from: 0.2, to: 0.8 };
/** How far beyond a card's edge an arrow that passes it stays straight. */
const CLEARANCE = 6;
const ARC_HEIGHT = 0.7;

type Side = 'top' | 'bottom' | 'left' | 'right';

interface End {
  course: Course;
  role: 'from' | 'to';
  card: string;
  side: Side;
  /** Where the arrow comes from or goes to; ends on a side are spread in this order, so that they don't cross. */
  towards: number;
}

/** Draws all arrows: around the cards between their ends, spread along the edges of the cards. */
export function drawRoutes(courses: Course[], anchors: Anchors): Map<string, Route> {
  const ends = courses.flatMap((course) => endsOf(course, anchors));
  const places = new Map<string, Point>();
  for (const group of groupBy(ends, ({ card, side }) => `${card} ${side}`).values()) {
    const sorted = [...group].sort((a, b) => a.towards - b.towards);
    sorted.forEach((end, index) => places.set(key(end.course, end.role), port(end, index, sorted.length, anchors)));
  }
  return new Map(
    courses.map((course) => {
      const from = places.get(key(course, 'from'))!;
      const to = places.get(key(course, 'to'))!;
      return [course.id, draw(course, from, to, anchors)];
    })
  );
}

const key = ({ id }: Course, role: End['role']) => `${role} ${id}`;

function endsOf(course: Course, anchors: Anchors): End[] {
  const { from, to, step, between } = course;
  const x = (card: string) => anchors.cards.get(card)!.x + anchors.card.width / 2;
  const end = (role: End['role'], side: Side, towards: number): End => ({
    course,
    role,
    card: role === 'from' ? from : to,
    side,
    towards,
  });
  if (step === 0) {
    const rightwards = x(to) > x(from);
    return areBeside(course, anchors)
      ? [end('from', rightwards ? 'right' : 'left', 0), end('to', rightwards ? 'left' : 'right', 0)]
      : [end('from', 'top', x(to)), end('to', 'top', x(from))];
  }
  const way = step > 0 ? between : [...between].reverse();
  return [
    end('from', step > 0 ? 'top' : 'bottom', way[0] ?? x(to)),
    end('to', step > 0 ? 'bottom' : 'top', way.at(-1) ?? x(from)),
  ];
}

/** Whether two cards of a row have no other card between them. */
function areBeside({ from, to }: Course, { cards }: Anchors): boolean {
  const a = cards.get(from)!;
  const b = cards.get(to)!;
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  return ![...cards.values()].some(({ x, y }) => y === a.y && x > left && x < right);
}

function port({ card, side }: End, index: number, count: number, { cards, card: size }: Anchors): Point {
  const { x, y } = cards.get(card)!;
  const share = (index + 0.5) / count;
  const along = size.width * (PORTS.from + (PORTS.to - PORTS.from) * share);
  switch (side) {
    case 'top':
      return { x: x + along, y };
    case 'bottom':
      return { x: x + along, y: y + size.height };
    case 'left':
      return { x, y: y + size.height * share };
    case 'right':
      return { x: x + size.width, y: y + size.height * share };
  }
}

function draw(course: Course, from: Point, to: Point, anchors: Anchors): Route {
  const { step, low, between } = course;
  const { card, gap, top } = anchors;
  if (step === 0) {
    return areBeside(course, anchors) ? straight(from, to) : arc(from, to, gap * ARC_HEIGHT);
  }
  const passes = between.map((x, index) => {
    const y = top(low + 1 + index);
    return [
      { x, y: y + card.height + CLEARANCE },
      { x, y: y - CLEARANCE },
    ];
  });
  const upwards = passes.flat();
  const points = [from, ...(step > 0 ? upwards : upwards.reverse()), to];
  return { path: smooth(points), middle: middleOf(points) };
}

/** Above the cards between two cards of a row. */
function arc(from: Point, to: Point, height: number): Route {
  const y = from.y - height;
  return {
    path: `M ${at(from)} C ${at({ x: from.x, y })} ${at({ x: to.x, y })} ${at(to)}`,
    middle: { x: (from.x + to.x) / 2, y: from.y - height * 0.75 },
  };
}

function straight(from: Point, to: Point): Route {
  return { path: `M ${at(from)} L ${at(to)}`, middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } };
}

/** A path through points that leaves and enters each of them vertically. */
function smooth([first, ...rest]: Point[]): string {
  let before = first;
  const parts = rest.map((point) => {
    const y = (before.y + point.y) / 2;
    const part =
      before.x === point.x ? `L ${at(point)}` : `C ${at({ x: before.x, y })} ${at({ x: point.x, y })} ${at(point)}`;
    before = point;
    return part;
  });
  return `M ${at(first)} ${parts.join(' ')}`;
}

/** The middle of the stretch in the middle; there is always room between two rows. */
function middleOf(points: Point[]): Point {
  const index = Math.floor((points.length - 1) / 4) * 2;
  const [a, b] = [points[index], points[index + 1]];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

const at = ({ x, y }: Point) => `${round(x)},${round(y)}`;
const round = (coordinate: number) => Math.round(coordinate * 10) / 10;

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = keyOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}
