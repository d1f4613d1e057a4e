/**
 * npm run bench -- <name>: measures one of the budgets (bench/README.md) on the built plugin; without a name all of them.
 * What follows the names from the first - on goes to the benchmark: npm run bench -- view -profile /tmp/view.pprof
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { buildPlugin, buildPreview } from './lib/build';
import { start } from './lib/child';
import { main, onEnd } from './lib/cleanup';
import { root, runDir } from './lib/paths';
import { freePort } from './lib/port';
import { startPostgres } from './lib/postgres';
import { say } from './lib/say';

const database = 'bench';

main(async () => {
  const all = readdirSync(join(root, 'bench'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['internal', 'provisioning'].includes(entry.name))
    .map((entry) => entry.name);
  const args = process.argv.slice(2);
  const names = args.slice(
    0,
    [...args, '-'].findIndex((arg) => arg.startsWith('-'))
  );
  const flags = args.slice(names.length);
  const chosen = names.length > 0 ? names : all;
  const unknown = chosen.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no benchmark ${unknown.join(', ')}; there are ${all.join(', ')}`);
  }
  await buildPlugin();
  await buildPreview([]);
  const postgres = await openDatabase();
  let failed = 0;
  for (const name of chosen) {
    say(`Measuring ${name} …`);
    failed += await measure(name, flags, postgres);
  }
  return failed === 0 ? 0 : 1;
});

/** Starts PostgreSQL with its usual safety, since that is what is measured, and gives the address of its database. */
async function openDatabase(): Promise<string> {
  say('Starting PostgreSQL …');
  mkdirSync(join(runDir, 'logs'), { recursive: true });
  const postgres = await startPostgres({
    dir: join(runDir, 'bench', 'postgres'),
    port: await freePort(),
    log: join(runDir, 'logs', 'bench-postgres.log'),
  });
  onEnd(() => postgres.stop());
  const client = new Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (rowCount === 0) {
    await client.query(`CREATE DATABASE ${database}`);
  }
  await client.end();
  return `${postgres.url(database)}?sslmode=disable`;
}

/** Runs one benchmark with this terminal; 1 when it failed or a budget was not met. */
function measure(name: string, flags: string[], address: string): Promise<number> {
  const child = start('go', ['run', `./bench/${name}`, ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, BENCH_DATABASE_URL: address },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0 ? 0 : 1));
  });
}
