/** The product under trial: a preview host of its own with the plugin's processes, and calls to the API. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../scripts/lib/port';
import { api, type Preview, startPreview } from '../../../scripts/lib/preview';
import { type Database } from './database';
import { until } from './until';

export type Role = 'admin' | 'editor' | 'viewer';

export interface ProductOptions {
  /** Folder for store, settings and log. */
  dir: string;
  name: string;
  /** Where the data source `source` lives. */
  source: { server: Database; database: string; user?: string };
  /** Connection string of the store; SQLite in `dir` when left out. */
  store?: string;
  /** More ini settings for the plugin, each as section.key=value. */
  settings?: string[];
}

export interface CallOptions {
  as?: Role;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer<T = unknown> {
  status: number;
  body: T;
  etag: string | null;
}

/** Longer than any answer may take, the store's own patience with a lost database included. */
const patience = 20_000;

export class Product {
  private constructor(
    private readonly preview: Preview,
    private readonly log: string,
    /** Folder of the SQLite store. */
    readonly storeFolder: string
  ) {}

  static async start({ dir, name, source, store, settings = [] }: ProductOptions): Promise<Product> {
    const log = join(dir, `${name}.log`);
    const dataDir = join(dir, name);
    const { server, database, user = 'postgres' } = source;
    const preview = await startPreview({
      set: '12',
      port: await freePort(),
      dataDir,
      postgres: { port: server.port, url: (other) => server.url(other), stop: () => server.stop() },
      log,
      scorecards: '',
      settings: [
        ...settings,
        ...(store
          ? ['bsc-scorecard-app', 'bsc-scorecard-datasource'].map((id) => `plugin.${id}.database_url=${store}`)
          : []),
      ],
      env: {
        GF_PATHS_PROVISIONING: join(__dirname, '..', 'provisioning'),
        FAULTS_SOURCE_ADDRESS: `127.0.0.1:${server.port}`,
        FAULTS_SOURCE_DATABASE: database,
        FAULTS_SOURCE_USER: user,
      },
    });
    return new Product(preview, log, join(dataDir, 'store'));
  }

  get url(): string {
    return this.preview.url;
  }

  stop(): Promise<void> {
    return this.preview.stop();
  }

  /** One call of the API; it rejects when there is no complete answer. */
  async call<T = unknown>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
    const { as = 'admin', body, headers } = options;
    const response = await fetch(api(this.url, path), {
      method,
      headers: { authorization: basic(as), 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as T,
      etag: response.headers.get('etag'),
    };
  }

  /** As call(), but anything other than success is an error. */
  async must<T = unknown>(method: string, path: string, options: CallOptions = {}): Promise<T> {
    const { status, body } = await this.call<T>(method, path, options);
    if (status >= 300) {
      throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body).slice(0, 2000)}`);
    }
    return body;
  }

  /** A file; anything other than success is an error. */
  async bytes(path: string): Promise<Buffer> {
    const response = await fetch(api(this.url, path), {
      headers: { authorization: basic('admin') },
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) {
      throw new Error(`GET ${path}: ${response.status}`);
    }
    return Buffer.from(await response.arrayBuffer());
  }

  /** Every item of a list, over its pages. */
  async all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const separator = path.includes('?') ? '&' : '?';
      const page: { items: T[]; next: string | null } = await this.must(
        'GET',
        cursor === '' ? path : `${path}${separator}cursor=${encodeURIComponent(cursor)}`
      );
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  /** What Grafana's page of the app shows as its health. */
  async health(): Promise<{ status: string; message: string }> {
    const response = await fetch(`${this.url}/api/plugins/bsc-scorecard-app/health`, {
      headers: { authorization: basic('admin') },
      signal: AbortSignal.timeout(patience),
    });
    return (await response.json()) as { status: string; message: string };
  }

  /** Process id of the app's process that was started last. */
  get pid(): number {
    return this.processes('bsc-scorecard-app').at(-1)!;
  }

  /** Every process of that plugin that the host has started, as its log tells. */
  private processes(plugin: string): number[] {
    const started = new RegExp(`preview\\.${plugin}: Plugin process started: pid=(\\d+)`, 'g');
    return [...readFileSync(this.log, 'utf8').matchAll(started)].map(([, pid]) => Number(pid));
  }

  /** kill -9 of the app's process; returns once the host has started another. */
  async kill(): Promise<void> {
    const { pid } = this;
    process.kill(pid, 'SIGKILL');
    await until('another process of the app', () => this.pid !== pid);
  }

  /** kill -9 of the host and its plugins, so that nothing starts them again. */
  killForGood(): void {
    const plugins = ['bsc-scorecard-app', 'bsc-scorecard-datasource'].map((plugin) => this.processes(plugin).at(-1)!);
    for (const pid of [this.preview.pid, ...plugins]) {
      process.kill(pid, 'SIGKILL');
    }
  }

  /** Returns once the API answers. */
  async ready(): Promise<void> {
    await until('an answer', async () => {
      const answer = await this.call('GET', 'kinds').catch(() => undefined);
      return answer?.status === 200;
    });
  }
}

const basic = (login: Role) => `Basic ${Buffer.from(`${login}:${login}`).toString('base64')}`;
