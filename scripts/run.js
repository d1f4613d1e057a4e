/*
 * Starts one of the project's commands: node scripts/run.js demo | test | bench | faults. It needs nothing but Node: what the command
 * itself is written with is installed first, and again whenever the lock file has changed.
 */
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');

function fail(message) {
  console.error(message);
  process.exit(1);
}

function checkTools() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail(`Node 20 or later is needed, this is ${process.version}`);
  }
  const go = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8', env: { ...process.env, GOTOOLCHAIN: 'local' } });
  if (go.status !== 0) {
    fail('Go 1.26 or later is needed and was not found on the PATH');
  }
  const [major, minor] = go.stdout.trim().replace('go', '').split('.').map(Number);
  if (major === 1 && minor < 26) {
    fail(`Go 1.26 or later is needed, this is ${go.stdout.trim()}`);
  }
}

/** Installs exactly what the lock file of a folder says, unless that has been done already. */
function install(folder) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(folder, 'node_modules', '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
    return;
  }
  console.log(
    `Installing npm packages of ${path.relative(root, folder) || 'the project'} (a minute or two, only once) …`
  );
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--no-fund', '--no-audit', '--loglevel=error'];
  const result = spawnSync(npm, args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    fail('npm ci failed: see above');
  }
  writeFileSync(stamp, lock);
}

const [command, ...args] = process.argv.slice(2);
if (!['demo', 'test', 'bench', 'faults'].includes(command)) {
  fail('Usage: node scripts/run.js demo | test | bench | faults');
}
checkTools();
install(root);
if (command === 'test' || args.includes('13')) {
  install(path.join(root, 'preview', 'grafana-13'));
}
process.chdir(root);
process.argv.splice(2, 1); // the command reads its own arguments only
require('tsx/cjs'); // from here on, TypeScript can be required
require(`./${command}.ts`);
