/** Unit tests of the browser side. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, tail } from '../lib/child';
import { root, runDir } from '../lib/paths';
import { type Suite } from './suite';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: Array<{ name: string; message: string; status: string }>;
}

export const jestSuite: Suite = {
  name: 'browser units',
  run: async () => {
    const log = join(runDir, 'logs', 'jest.log');
    const output = join(runDir, 'logs', 'jest.json');
    rmSync(output, { force: true });
    await run(
      process.execPath,
      [join(root, 'node_modules/jest/bin/jest.js'), '--ci', '--json', `--outputFile=${output}`],
      { log, timeout: 900 }
    );
    const report = read(output, log);
    for (const { name, message } of report.testResults.filter(({ status }) => status === 'failed')) {
      console.log(`FAILED ${name}\n${message}`);
    }
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  },
};

function read(output: string, log: string): Report {
  try {
    return JSON.parse(readFileSync(output, 'utf8')) as Report;
  } catch {
    throw new Error(`jest wrote no report (${log}):\n${tail(log)}`);
  }
}
