/** A Chromium for the specs: the machine's own, else Debian's, else the one that an npm package carries. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { run } from './child';
import { runDir } from './paths';
import { say } from './say';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The last version that runs on Node 20. */
const packaged = '@sparticuz/chromium@131.0.1';

/** Path of a Chromium that starts; CHROMIUM_PATH names one. It is installed when there is none. */
export async function chromium(): Promise<string> {
  const found = process.env.CHROMIUM_PATH ?? onPath();
  if (found && starts(found)) {
    return found;
  }
  return (await fromDebian()) ?? fromNpm();
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

async function fromDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    return undefined;
  }
  say('Installing Chromium with apt-get …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env, log: join(runDir, 'logs', 'apt-update.log') });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
    log: join(runDir, 'logs', 'apt-install.log'),
  });
  const path = onPath();
  return path && starts(path) ? path : undefined;
}

async function fromNpm(): Promise<string> {
  const folder = join(runDir, 'chromium');
  if (!existsSync(join(folder, 'node_modules'))) {
    say('Installing Chromium from npm …');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const log = join(runDir, 'logs', 'npm-chromium.log');
    const { code } = await run('npm', ['install', '--no-save', packaged], { cwd: folder, log });
    if (code !== 0) {
      throw new Error(`No Chromium could be installed (${log}): install one, or name one with CHROMIUM_PATH`);
    }
  }
  const path = unpack(folder);
  if (!starts(path)) {
    // A machine without the libraries of NSS: the package brings them as well.
    process.env.LD_LIBRARY_PATH = [join(dirname(path), 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].join(delimiter);
  }
  if (!starts(path)) {
    throw new Error('The packaged Chromium does not start: install one, or name one with CHROMIUM_PATH');
  }
  return path;
}

/** The package unpacks its program into the folder for temporary files when it is asked for the path. */
function unpack(folder: string): string {
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  const script = `(await import('@sparticuz/chromium')).default.executablePath().then((path) => process.stdout.write(path))`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
    // With this name of a runtime it unpacks the libraries too.
    env: { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  if (status !== 0) {
    throw new Error(`The packaged Chromium can't be unpacked: ${stderr}`);
  }
  return stdout;
}
