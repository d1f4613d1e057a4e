import { type Arrow } from './graph';

/** A lane of the map: one perspective with the names of its objectives. */
export interface Lane {
  name: string;
  objectives: string[];
}

/** One row of cards; row 0 is the lowest of the whole map. */
export interface Row {
  lane: string;
  objectives: string[];
}

/** Cards in a row before a lane takes a second one. */
const CARDS_PER_ROW = 6;
/** How many cards wide a map is for each one that it is high, so that it fills a screen. */
const CARDS_WIDE_PER_HIGH = 1.1;

/**
 * Rows from the bottom up. A lane is one row; a crowded one is several of like length, causes below their effects. A lane
 * without objectives has one empty row.
 */
export function rowsOf(lanes: Lane[], arrows: Arrow[]): Row[] {
  const total = lanes.reduce((sum, { objectives }) => sum + objectives.length, 0);
  const longest = Math.max(CARDS_PER_ROW, Math.ceil(Math.sqrt(total * CARDS_WIDE_PER_HIGH)));
  return [...lanes].reverse().flatMap((lane) => {
    const { name, objectives } = lane;
    const count = Math.max(1, Math.ceil(objectives.length / longest));
    if (count === 1) {
      return [{ lane: name, objectives }];
    }
    const depth = depths(objectives, arrows);
    const ordered = [...objectives].sort((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0));
    const length = Math.ceil(ordered.length / count);
    return Array.from({ length: count }, (_, row) => ({
      lane: name,
      objectives: ordered.slice(row * length, (row + 1) * length),
    }));
  });
}

/** For each objective: the longest chain of causes within the lane that leads to it. An arrow that closes a cycle is left out. */
function depths(objectives: string[], arrows: Arrow[]): Map<string, number> {
  const causes = new Map(objectives.map((name) => [name, [] as string[]]));
  for (const { from, to } of arrows) {
    if (causes.has(from)) {
      causes.get(to)?.push(from);
    }
  }
  const depth = new Map<string, number>();
  const open = new Set<string>();
  const visit = (name: string): number => {
    const known = depth.get(name);
    if (known !== undefined || open.has(name)) {
      return known ?? -1;
    }
    open.add(name);
    const result = Math.max(0, ...(causes.get(name) ?? []).map((cause) => visit(cause) + 1));
    open.delete(name);
    depth.set(name, result);
    return result;
  };
  objectives.forEach(visit);
  return depth;
}
