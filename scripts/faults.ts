/**
 * npm run faults -- [--kills 200] [--requests 2000] [--seed N] [kills | governance | datasource | store | replicas | fuzz …]: tries the
 * built product with faults (docs/faults.md). The last line counts the trials; the exit code is 0 only when none failed.
 */
import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPlugin, buildPreview } from './lib/build';
import { main } from './lib/cleanup';
import { runDir } from './lib/paths';
import { say } from './lib/say';
import { faultsSuite, shortTrial } from './suites/faults';

function whole(name: string, text: string | undefined, otherwise: number): number {
  if (text !== undefined && !/^\d{1,9}$/.test(text)) {
    throw new Error(`--${name}: "${text}" is not a whole number`);
  }
  return text === undefined ? otherwise : Number(text);
}

main(async () => {
  const { values, positionals } = parseArgs({
    options: { kills: { type: 'string' }, requests: { type: 'string' }, seed: { type: 'string' } },
    allowPositionals: true,
  });
  const trial = {
    kills: whole('kills', values.kills, shortTrial.kills),
    requests: whole('requests', values.requests, shortTrial.requests),
    seed: whole('seed', values.seed, randomInt(1_000_000_000)),
    long: true,
  };
  mkdirSync(join(runDir, 'logs'), { recursive: true });
  await buildPlugin();
  await buildPreview(['12']);
  const suite = faultsSuite(trial, positionals);
  say(`Trying: ${suite.name} …`);
  const { passed, failed, skipped } = await suite.run();
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 ? 0 : 1;
});
