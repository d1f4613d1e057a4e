/**
 * npm run demo: the product with its demo company at http://127.0.0.1:3000 (PORT changes the port).
 * `-- --grafana 13` takes the packages of Grafana 13, `-- --fresh` throws the demo's data away first.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type PackageSet } from '../preview/browser/build';
import { buildPlugin, buildPreview } from './lib/build';
import { main, onEnd } from './lib/cleanup';
import { loadDemo } from './lib/demoData';
import { makeYear } from './lib/demoYear';
import { runDir } from './lib/paths';
import { freePort, portIsFree } from './lib/port';
import { startPostgres } from './lib/postgres';
import { startPreview } from './lib/preview';
import { say } from './lib/say';

const demoDir = join(runDir, 'demo');
const log = (name: string) => join(runDir, 'logs', `demo-${name}.log`);

main(async () => {
  const { values } = parseArgs({
    options: { grafana: { type: 'string', default: '12' }, fresh: { type: 'boolean', default: false } },
  });
  if (values.grafana !== '12' && values.grafana !== '13') {
    throw new Error('--grafana takes 12 or 13');
  }
  const set: PackageSet = values.grafana;
  const port = Number(process.env.PORT ?? 3000);
  if (!(await portIsFree(port))) {
    throw new Error(`Port ${port} is in use: stop what listens there, or choose another one with PORT=…`);
  }
  onlyOnce();
  if (values.fresh) {
    rmSync(join(demoDir, 'data'), { recursive: true, force: true });
  }

  const building = buildPlugin().then(() => buildPreview([set]));
  say('Starting PostgreSQL …');
  mkdirSync(join(runDir, 'logs'), { recursive: true });
  const postgres = await startPostgres({
    dir: join(demoDir, 'postgres'),
    port: await freePort(),
    log: log('postgres'),
  });
  onEnd(() => postgres.stop());
  await Promise.all([loadDemo(postgres), building]);

  say('Starting the preview …');
  const dataDir = join(demoDir, 'data');
  const preview = await startPreview({ set, port, dataDir, postgres, log: log('preview') });
  onEnd(() => preview.stop());
  say('Collecting three years of figures, and making the company’s year of reviews …');
  await makeYear(preview.url, log('year'));

  say('Ready.');
  process.stdout.write(
    [
      '',
      `  ${preview.url}`,
      '  users: admin, editor, viewer; the password is the name',
      `  logs: ${join(runDir, 'logs')}`,
      '  Ctrl-C stops everything; the data stays for next time.',
      '',
      '',
    ].join('\n')
  );
  await preview.ended;
  throw new Error(`The preview has ended: see ${log('preview')}`);
});

/** Refuses to run twice on the same data. */
function onlyOnce(): void {
  mkdirSync(demoDir, { recursive: true });
  const pidFile = join(demoDir, 'pid');
  const other = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
  if (other && other !== process.pid && isRunning(other)) {
    throw new Error(`The demo is running already (process ${other}): stop it first`);
  }
  writeFileSync(pidFile, String(process.pid));
  onEnd(async () => rmSync(pidFile, { force: true }));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
