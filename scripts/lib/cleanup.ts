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
  command().then(exit, (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    exit(1);
  });
}
