/** What must happen before a command ends, however it ends. */
import { stopAll } from './child';

const steps: Array<() => Promise<void>> = [];
let cleaning: Promise<void> | undefined;

/** Remembers a step; steps run in the opposite order of this. */
export function onEnd(step: () => Promise<void>): void {
  steps.unshift(step);
}

function clean(): Promise<void> {
  cleaning ??= (async () => {
    for (const step of steps) {
      await step().catch((error: unknown) => console.error(error));
    }
    await stopAll();
  })();
  return cleaning;
}

/**
 * npm passes a termination signal to the shell that it starts scripts with, and shells don't pass it on: that this
 * program's parent has gone is all that it learns.
 */
function onOrphaned(act: () => void): void {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && act(), 500).unref();
  }
}

/**
 * Runs a command to its end: on success, on failure and on Ctrl-C or a termination signal everything that it started
 * is stopped first. The command gives its exit code.
 */
export function main(command: () => Promise<number>): void {
  const exit = (code: number) => void clean().then(() => process.exit(code));
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => exit(code));
  }
  onOrphaned(() => exit(143));
  command().then(exit, (error: unknown) => {
    // While stopping, what was stopped fails: nothing to report.
    if (!cleaning) {
      console.error(error instanceof Error ? error.message : error);
    }
    exit(1);
  });
}
