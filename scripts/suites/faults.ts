/** Trials of the whole product with faults: kill -9, databases that go, hostile requests (docs/faults.md). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runDir } from '../lib/paths';
import { say } from '../lib/say';
import { playwright } from './playwright';
import { type Suite } from './suite';

export interface Trial {
  /** Kills for each engine of the store. */
  kills: number;
  /** Fuzzed requests in all. */
  requests: number;
  /** Chooses moments and requests; the same seed chooses the same. */
  seed: number;
  /** Whether to try also what takes minutes. */
  long: boolean;
}

/** What npm test tries. */
export const shortTrial: Trial = { kills: 20, requests: 2000, seed: 1, long: false };

/** Specs whose name contains one of the words, all by default. */
export const faultsSuite = ({ kills, requests, seed, long }: Trial, words: string[] = []): Suite => ({
  name: `faults (${kills} kills, ${requests} requests, seed ${seed})`,
  run: async () => {
    const tally = await playwright({
      name: 'faults',
      config: join(root, 'tests', 'faults', 'playwright.config.ts'),
      args: words,
      env: {
        FAULTS_KILLS: String(kills),
        FAULTS_REQUESTS: String(requests),
        FAULTS_SEED: String(seed),
        ...(long && { FAULTS_LONG: 'true' }),
      },
    });
    const log = readFileSync(join(runDir, 'logs', 'playwright-faults.log'), 'utf8');
    log
      .split('\n')
      .filter((line) => /: seed \d+,/.test(line))
      .forEach(say);
    return tally;
  },
});
