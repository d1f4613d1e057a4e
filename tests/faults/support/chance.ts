/** Chance that can be repeated: the same seed gives the same trial. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(items: readonly T[]): T;
}

/** Mulberry32: small, and good enough to choose moments and inputs. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, pick: (items) => items[below(items.length)] };
}

const whole = (name: string, otherwise: number) => {
  const text = process.env[name];
  const number = text === undefined || text === '' ? otherwise : Number(text);
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new Error(`${name}: ${text} is not a whole number`);
  }
  return number;
};

/** How long and from which seed to try; scripts/suites/faults.ts sets them. */
export const trial = {
  seed: whole('FAULTS_SEED', 1),
  /** Kills for each engine of the store. */
  kills: whole('FAULTS_KILLS', 20),
  /** Fuzzed requests in all. */
  requests: whole('FAULTS_REQUESTS', 2000),
};
