/** Specs that need a running server: pages and accessibility in Chromium, conformance of the API, Northwind. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type PackageSet } from '../../preview/browser/build';
import { chromium } from '../lib/chromium';
import { run, tail } from '../lib/child';
import { collectHistory } from '../lib/collect';
import { root, runDir } from '../lib/paths';
import { freePort } from '../lib/port';
import { type Postgres } from '../lib/postgres';
import { startPreview } from '../lib/preview';
import { add, nothing, type Suite, type Tally } from './suite';

interface Report {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: Array<{ message?: string }>;
}

const dataDir = join(runDir, 'test', 'data');

/** All specs on the packages of Grafana 12, then the smoke specs on those of Grafana 13, on the same data. */
export const browserSuite = (postgres: Postgres): Suite => ({
  name: 'pages, accessibility, API conformance, Northwind',
  run: async () => {
    rmSync(dataDir, { recursive: true, force: true });
    const executable = await chromium();
    const pages = await onPreview('12', postgres, executable, ['--project', 'pages'], true);
    const smoke = await onPreview('13', postgres, executable, ['--project', 'pages', '--grep', '@smoke'], false);
    const calls = await onPreview('12', postgres, executable, ['--project', 'api', '--project', 'northwind'], false);
    return [pages, smoke, calls].reduce(add, nothing);
  },
});

async function onPreview(
  set: PackageSet,
  postgres: Postgres,
  executable: string,
  args: string[],
  collect: boolean
): Promise<Tally> {
  const name = `${set}-${args[1]}`;
  const preview = await startPreview({
    set,
    port: await freePort(),
    dataDir,
    postgres,
    log: join(runDir, 'logs', `test-preview-${name}.log`),
  });
  try {
    if (collect) {
      await collectHistory(preview.url);
    }
    return await playwright(name, preview.url, executable, args);
  } finally {
    await preview.stop();
  }
}

async function playwright(name: string, url: string, executable: string, args: string[]): Promise<Tally> {
  const log = join(runDir, 'logs', `playwright-${name}.log`);
  const report = join(runDir, 'logs', `playwright-${name}.json`);
  rmSync(report, { force: true });
  const { code } = await run(
    process.execPath,
    [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '-c', 'tests/e2e/playwright.config.ts', ...args],
    {
      env: {
        E2E_URL: url,
        E2E_REPORT: report,
        E2E_OUTPUT: join(runDir, 'test', `results-${name}`),
        E2E_CHROMIUM: executable,
        FORCE_COLOR: '0',
      },
      log,
      timeout: 1500,
    }
  );
  if (code !== 0) {
    console.log(`FAILED specs ${name} (${log})\n${tail(log, 200)}`);
  }
  const { stats, errors } = read(report, log);
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: stats.skipped };
}

function read(report: string, log: string): Report {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Report;
  } catch {
    throw new Error(`Playwright wrote no report (${log}):\n${tail(log)}`);
  }
}
