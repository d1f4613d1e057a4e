/**
 * npm test: sets up what is missing and runs every test. The last line is `N passed, N failed, N skipped` over all
 * suites; the exit code is 0 only when none failed. Logs are in .run/logs.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPlugin, buildPreview } from './lib/build';
import { main, onEnd } from './lib/cleanup';
import { loadDemo } from './lib/demoData';
import { runDir } from './lib/paths';
import { freePort } from './lib/port';
import { startPostgres } from './lib/postgres';
import { say } from './lib/say';
import { browserSuite } from './suites/browser';
import { checkSuite } from './suites/checks';
import { docsSuite } from './suites/docs';
import { faultsSuite, shortTrial } from './suites/faults';
import { goSuite } from './suites/goTest';
import { jestSuite } from './suites/jest';
import { add, nothing, type Suite, type Tally } from './suites/suite';

let total = nothing;

main(async () => {
  rmSync(join(runDir, 'logs'), { recursive: true, force: true });
  mkdirSync(join(runDir, 'logs'), { recursive: true });
  await runAll([checkSuite, docsSuite, jestSuite]);
  await withServices().catch((error: Error) => {
    console.log(`FAILED ${error.message}`);
    count({ ...nothing, failed: 1 });
  });
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
});

/** The suites that need a database, and after them those that need the built product. */
async function withServices(): Promise<void> {
  say('Starting PostgreSQL …');
  const postgres = await startPostgres({
    dir: join(runDir, 'test', 'postgres'),
    port: await freePort(),
    log: join(runDir, 'logs', 'test-postgres.log'),
    disposable: true,
  });
  onEnd(() => postgres.stop());
  await runAll([goSuite(postgres)]);
  await Promise.all([loadDemo(postgres), buildPlugin().then(() => buildPreview(['12', '13']))]);
  await runAll([browserSuite(postgres), faultsSuite(shortTrial)]);
}

function count(tally: Tally): void {
  total = add(total, tally);
}

async function runAll(suites: Suite[]): Promise<void> {
  for (const { name, run } of suites) {
    say(`Testing: ${name} …`);
    const tally = await run().catch((error: Error) => {
      console.log(`FAILED ${name}: ${error.message}`);
      return { ...nothing, failed: 1 };
    });
    say(`${name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
    count(tally);
  }
}
