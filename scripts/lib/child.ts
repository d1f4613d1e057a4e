/** Child processes that never outlive the command that started them. */
import { ChildProcess, spawn, SpawnOptions } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './paths';

export interface RunOptions {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** File that gets everything the program prints. */
  log: string;
  /** Seconds after which the program is ended and counts as failed. */
  timeout?: number;
}

export interface RunResult {
  code: number;
  /** What the program wrote to standard output. */
  stdout: string;
}

/** Programs that are running, so that an interrupted command can end them. */
const running = new Set<ChildProcess>();

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches it only through stop(), in the right order.
 */
export function start(command: string, args: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  running.add(child);
  child.on('exit', () => running.delete(child));
  child.on('error', () => running.delete(child));
  return child;
}

/** Runs a program to its end. It rejects only when the program can't be started. */
export function run(command: string, args: string[], options: RunOptions): Promise<RunResult> {
  mkdirSync(dirname(options.log), { recursive: true });
  const log = createWriteStream(options.log);
  const child = start(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout!.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    log.write(chunk);
  });
  child.stderr!.on('data', (chunk: Buffer) => log.write(chunk));
  const timer = options.timeout ? setTimeout(() => void stop(child), options.timeout * 1000) : undefined;
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Error(`${command} can't be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal) {
        log.write(`\n${command} was ended by ${signal}\n`);
      }
      log.end(() => resolve({ code: code ?? 1, stdout: Buffer.concat(chunks).toString('utf8') }));
    });
  });
}

/** As run(), but a failure is an error that shows the end of the log. */
export async function must(what: string, command: string, args: string[], options: RunOptions): Promise<RunResult> {
  const result = await run(command, args, options);
  if (result.code !== 0) {
    throw new Error(`${what} failed (${options.log}):\n${tail(options.log)}`);
  }
  return result;
}

/** The last lines of a file. */
export function tail(path: string, lines = 40): string {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

/** Asks a program to end (its whole process group) and waits; after ten seconds it is killed. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
    return;
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  send(child.pid, signal);
  const timer = setTimeout(() => send(child.pid!, 'SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}

/** Ends everything that start() and run() have started and that is still there. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((child) => stop(child)));
}
