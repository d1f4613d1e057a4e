import { type Node } from '../api/types';

export type Band = NonNullable<Node['bands']>[number];

/** What a bullet graph shows, in the KPI’s own unit of measure; null where there is none. */
export interface BulletInput {
  value: number | null;
  target: number | null;
  bands: Band[];
}

/** A bullet graph in shares of its width: 0 left, 1 right. */
export interface Bullet {
  bands: Array<{ level: string; from: number; to: number }>;
  /** Where the bar of the value begins and ends; one end is zero. */
  bar?: { from: number; to: number };
  target?: number;
}

/** Room beyond the outermost number, as a share of what the numbers span. */
const MARGIN = 0.1;

/**
 * Lays out value, target and bands on one axis that holds all of them. Open ends of bands run to the edge. Undefined when
 * there is nothing to lay out.
 */
export function layOutBullet({ value, target, bands }: BulletInput): Bullet | undefined {
  const numbers = [value, target, ...bands.flatMap(({ from, to }) => [from, to])].filter(
    (number): number is number => number !== null
  );
  if (numbers.length === 0) {
    return undefined;
  }
  const [low, high] = domain(numbers);
  const share = (number: number) => Math.min(1, Math.max(0, (number - low) / (high - low)));
  const zero = share(0);
  return {
    bands: bands.map(({ level, from, to }) => ({
      level,
      from: from === null ? 0 : share(from),
      to: to === null ? 1 : share(to),
    })),
    bar: value === null ? undefined : { from: Math.min(zero, share(value)), to: Math.max(zero, share(value)) },
    target: target === null ? undefined : share(target),
  };
}

/** Zero is always in sight: lengths of bars can be compared only from there. */
function domain(numbers: number[]): [number, number] {
  const low = Math.min(0, ...numbers);
  const high = Math.max(0, ...numbers);
  const margin = (high - low) * MARGIN || 1;
  return [low < 0 ? low - margin : 0, high > 0 ? high + margin : 0];
}

/** How far a value is from its target, as a share of the target: 0.006 is 0.6 % above. Undefined without both or at 0. */
export function againstTarget(value: number | null, target: number | null): number | undefined {
  return value === null || target === null || target === 0 ? undefined : (value - target) / Math.abs(target);
}
