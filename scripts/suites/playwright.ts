/** Runs Playwright specs and counts them. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, tail } from '../lib/child';
import { root, runDir } from '../lib/paths';
import { type Tally } from './suite';

export interface Specs {
  /** Names log, report and folder of results. */
  name: string;
  /** The configuration, which takes E2E_REPORT and E2E_OUTPUT from its environment. */
  config: string;
  args?: string[];
  env?: Record<string, string>;
}

interface Report {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: Array<{ message?: string }>;
}

export async function playwright({ name, config, args = [], env = {} }: Specs): Promise<Tally> {
  const log = join(runDir, 'logs', `playwright-${name}.log`);
  const report = join(runDir, 'logs', `playwright-${name}.json`);
  rmSync(report, { force: true });
  const { code } = await run(
    process.execPath,
    [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '-c', config, ...args],
    {
      env: { ...env, E2E_REPORT: report, E2E_OUTPUT: join(runDir, 'test', `results-${name}`), FORCE_COLOR: '0' },
      log,
      timeout: 1500,
    }
  );
  if (code !== 0) {
    console.log(`FAILED specs ${name} (${log})\n${tail(log, 200)}`);
  }
  const { stats, errors } = read(report, log);
  if (stats.flaky > 0) {
    console.log(`UNSTEADY specs ${name}: ${stats.flaky} passed only at the second attempt (${log})`);
  }
  const failed = stats.unexpected + errors.length;
  return {
    passed: stats.expected + stats.flaky,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: stats.skipped,
  };
}

function read(report: string, log: string): Report {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Report;
  } catch {
    throw new Error(`Playwright wrote no report (${log}):\n${tail(log)}`);
  }
}
