/** Tests of the server side, with a real PostgreSQL for the store. */
import { join } from 'node:path';
import { goEnv } from '../lib/build';
import { run } from '../lib/child';
import { runDir } from '../lib/paths';
import { type Postgres } from '../lib/postgres';
import { nothing, type Suite, type Tally } from './suite';

interface Event {
  Action: string;
  Package?: string;
  Test?: string;
  Output?: string;
}

export const goSuite = (postgres: Postgres): Suite => ({
  name: 'server units, golden cases, store',
  run: async () => {
    const log = join(runDir, 'logs', 'go-test.log');
    const { stdout, code } = await run('go', ['test', '-json', '-timeout', '20m', './...'], {
      env: { ...goEnv, BSC_TEST_DATABASE_URL: postgres.url('postgres') },
      log,
      timeout: 1500,
    });
    const { tally, failures } = summarise(stdout);
    failures.forEach((failure) => console.log(failure));
    if (code !== 0 && tally.failed === 0) {
      console.log(`FAILED go test ended with ${code} (${log})`);
      return { ...tally, failed: 1 };
    }
    return tally;
  },
});

/**
 * Counts tests by their leaves: a test with subtests is its subtests. A package that fails without a failed test, as
 * when it doesn't compile, counts as one failure.
 */
export function summarise(stdout: string): { tally: Tally; failures: string[] } {
  const events = stdout.split('\n').flatMap(parse);
  const parents = new Set(
    events.flatMap(({ Package, Test }) => (Test ? ancestors(Test).map((name) => `${Package} ${name}`) : []))
  );
  const output = new Map<string, string>();
  const failures: string[] = [];
  const failedPackages = new Set<string>();
  let tally = nothing;
  for (const { Action, Package = '', Test, Output = '' } of events) {
    const id = Test ? `${Package} ${Test}` : Package;
    if (Action === 'output' || Action === 'build-output') {
      output.set(id, (output.get(id) ?? '') + Output);
    }
    if (!['pass', 'fail', 'skip'].includes(Action)) {
      continue;
    }
    const isLeaf = Test !== undefined && !parents.has(id);
    const isBrokenPackage = Test === undefined && Action === 'fail' && !failedPackages.has(Package);
    if (Action === 'fail' && (isLeaf || isBrokenPackage)) {
      failedPackages.add(Package);
      failures.push(`FAILED ${id}\n${output.get(id) ?? ''}`);
    }
    if (isLeaf || isBrokenPackage) {
      const key = ({ pass: 'passed', fail: 'failed', skip: 'skipped' } as const)[Action as 'pass' | 'fail' | 'skip'];
      tally = { ...tally, [key]: tally[key] + 1 };
    }
  }
  return { tally, failures };
}

function parse(line: string): Event[] {
  if (!line.startsWith('{')) {
    return [];
  }
  try {
    return [JSON.parse(line) as Event];
  } catch {
    return []; // a line that a test printed itself
  }
}

/** A/B/C has the ancestors A and A/B. */
function ancestors(test: string): string[] {
  const parts = test.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
