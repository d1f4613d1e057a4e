/** The preview server as a child process. */
import { type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { grafanaVersion, hostDir, type PackageSet } from '../../preview/browser/build';
import { previewServer } from './build';
import { start, stop, tail } from './child';
import { root } from './paths';
import { type Postgres } from './postgres';

const app = 'bsc-scorecard-app';

export interface PreviewOptions {
  set: PackageSet;
  port: number;
  /** Folder for the plugin's store and the preview's own settings. */
  dataDir: string;
  postgres: Postgres;
  log: string;
  /** Folder of documents to provision; the demo organisation by default, none when empty. */
  scorecards?: string;
  /** More ini settings for the plugin, each as section.key=value. */
  settings?: string[];
  /** More variables of the server's environment. */
  env?: Record<string, string>;
}

export interface Preview {
  url: string;
  /** Id of the server's process. */
  pid: number;
  /** Ends when the server does. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server and returns once it and the plugin answer. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  mkdirSync(options.dataDir, { recursive: true });
  mkdirSync(dirname(options.log), { recursive: true });
  const log = openSync(options.log, 'w');
  const store = join(options.dataDir, 'store');
  const scorecards = options.scorecards ?? join(root, 'provisioning', 'scorecards');
  const settings = [
    `plugin.${app}.data_path=${store}`,
    ...(scorecards === '' ? [] : [`plugin.${app}.scorecards_path=${scorecards}`]),
    `plugin.bsc-scorecard-datasource.data_path=${store}`,
    ...(options.settings ?? []),
  ];
  const args = [
    ...['-port', String(options.port), '-plugin', 'dist', '-data-dir', options.dataDir],
    ...['-host-dir', hostDir(options.set), '-grafana-version', grafanaVersion(options.set)],
    ...settings.flatMap((setting) => ['-set', setting]),
    '-attached',
  ];
  const child = start(previewServer, args, {
    cwd: root,
    env: { ...process.env, DEMO_DATABASE_ADDRESS: `127.0.0.1:${options.postgres.port}`, ...options.env },
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const url = `http://127.0.0.1:${options.port}`;
  await answers(url, child, options.log);
  return { url, pid: child.pid!, ended, stop: () => stop(child) };
}

/** Headers of the demo's administrator. */
export const asAdmin = { Authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` };

/** Address of the plugin's own API. */
export const api = (url: string, path: string) => `${url}/api/plugins/${app}/resources/v1/${path}`;

async function answers(url: string, child: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const response = await fetch(api(url, 'kinds'), { headers: asAdmin }).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The preview does not start (last answer: ${response?.status ?? 'none'}):\n${tail(log)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
