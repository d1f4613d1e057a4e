/** Specs that need a running server: pages and accessibility in Chromium, conformance of the API, Northwind. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type PackageSet } from '../../preview/browser/build';
import { chromium } from '../lib/chromium';
import { collectFigures } from '../lib/demoYear';
import { runDir } from '../lib/paths';
import { freePort } from '../lib/port';
import { type Postgres } from '../lib/postgres';
import { startPreview } from '../lib/preview';
import { playwright } from './playwright';
import { add, nothing, type Suite, type Tally } from './suite';

const dataDir = join(runDir, 'test', 'data');

/** All specs on the packages of Grafana 12, then the smoke specs on those of Grafana 13, on the same data. */
export const browserSuite = (postgres: Postgres): Suite => ({
  name: 'pages, accessibility, API conformance, Northwind',
  run: async () => {
    rmSync(dataDir, { recursive: true, force: true });
    const executable = await chromium();
    // What is timed runs alone, before the specs that share the processor.
    const speed = await onPreview('12', postgres, executable, ['--project', 'speed'], true);
    const pages = await onPreview('12', postgres, executable, ['--project', 'pages'], false);
    const smoke = await onPreview('13', postgres, executable, ['--project', 'pages', '--grep', '@smoke'], false);
    const calls = await onPreview('12', postgres, executable, ['--project', 'api', '--project', 'northwind'], false);
    return [speed, pages, smoke, calls].reduce(add, nothing);
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
      await collectFigures(preview.url, join(runDir, 'logs', `test-figures-${name}.log`));
    }
    const env = { E2E_URL: preview.url, E2E_CHROMIUM: executable };
    return await playwright({ name, config: 'tests/e2e/playwright.config.ts', env, args });
  } finally {
    await preview.stop();
  }
}
