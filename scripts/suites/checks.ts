/** Checks that pass or fail as a whole: style, types, generated files. Each counts as one test. */
import { join } from 'node:path';
import { goEnv } from '../lib/build';
import { run, tail } from '../lib/child';
import { root, runDir } from '../lib/paths';
import { add, nothing, type Suite, type Tally } from './suite';

interface Check {
  name: string;
  command: string;
  args: string[];
  /** Given what the program printed, whether all is well; by default its exit code says it. */
  ok?: (stdout: string) => boolean;
}

const node = (script: string, ...args: string[]) => ({
  command: process.execPath,
  args: [join(root, script), ...args],
});
const tsx = (...args: string[]) => node('node_modules/tsx/dist/cli.mjs', ...args);

/** The folders with Go code of this project. */
const goFolders = ['pkg', 'preview/server'];

const checks: Check[] = [
  { name: 'eslint', ...node('node_modules/eslint/bin/eslint.js', '.') },
  { name: 'prettier', ...node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
  { name: 'gofmt', command: 'gofmt', args: ['-l', ...goFolders], ok: (stdout) => stdout.trim() === '' },
  { name: 'go vet', command: 'go', args: ['vet', './...'] },
  { name: 'tsc', ...node('node_modules/typescript/bin/tsc', '--noEmit') },
  { name: 'generated files are current', ...tsx('scripts/contract/generate.ts', '--check') },
];

async function runCheck({ name, command, args, ok }: Check): Promise<Tally> {
  const log = join(runDir, 'logs', `check-${name.replace(/\W+/g, '-')}.log`);
  const result = await run(command, args, { env: goEnv, log, timeout: 600 });
  if (result.code === 0 && (ok?.(result.stdout) ?? true)) {
    return { ...nothing, passed: 1 };
  }
  console.log(`FAILED ${name} (${log})\n${tail(log)}`);
  return { ...nothing, failed: 1 };
}

export const checkSuite: Suite = {
  name: 'lint, format, types, generated files',
  run: async () => {
    let tally = nothing;
    for (const check of checks) {
      tally = add(tally, await runCheck(check));
    }
    return tally;
  },
};
