/** An arrow between two objectives, by their names. */
export interface Arrow {
  from: string;
  to: string;
}

/** A card of the map as far as moving between cards goes: where it stands, in pixels. */
export interface Spot {
  name: string;
  x: number;
  y: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The objective itself and all that are upstream or downstream of it, however far. */
export function reach(arrows: Arrow[], name: string): Set<string> {
  return new Set([...walk(arrows, name, 'from', 'to'), ...walk(arrows, name, 'to', 'from')]);
}

function walk(arrows: Arrow[], name: string, near: keyof Arrow, far: keyof Arrow): Set<string> {
  const seen = new Set([name]);
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const arrow of arrows) {
      if (arrow[near] === next && !seen.has(arrow[far])) {
        seen.add(arrow[far]);
        open.push(arrow[far]);
      }
    }
  }
  return seen;
}

/**
 * The card that an arrow key leads to: the next one in the same row, or the nearest one of the next row. Undefined at the
 * edge of the map.
 */
export function neighbour(spots: Spot[], name: string, direction: Direction): string | undefined {
  const from = spots.find((spot) => spot.name === name);
  if (!from) {
    return undefined;
  }
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  if (direction === 'left' || direction === 'right') {
    const row = spots.filter(({ x, y }) => y === from.y && (x - from.x) * sign > 0);
    return nearest(row, ({ x }) => Math.abs(x - from.x));
  }
  const beyond = spots.filter(({ y }) => (y - from.y) * sign > 0);
  const rowAt = nearest(beyond, ({ y }) => Math.abs(y - from.y));
  const y = beyond.find((spot) => spot.name === rowAt)?.y;
  return nearest(
    beyond.filter((spot) => spot.y === y),
    ({ x }) => Math.abs(x - from.x)
  );
}

function nearest(spots: Spot[], distance: (spot: Spot) => number): string | undefined {
  return spots.reduce<Spot | undefined>(
    (best, spot) => (best === undefined || distance(spot) < distance(best) ? spot : best),
    undefined
  )?.name;
}
