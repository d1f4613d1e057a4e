import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { runDir } from '../../scripts/lib/paths';

/** Trials of the built product with faults; `npm run faults` prepares what they need. */
export default defineConfig({
  testDir: __dirname,
  outputDir: process.env.E2E_OUTPUT ?? join(runDir, 'faults', 'results'),
  fullyParallel: true,
  workers: 2,
  // A loaded machine may miss a time limit once; what fails twice fails.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  // What takes minutes is tried by `npm run faults` only.
  grepInvert: process.env.FAULTS_LONG ? undefined : /@long/,
  reporter: process.env.E2E_REPORT ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]] : 'list',
});
