/** Builds the plugin and the preview, each part only when its sources have changed. */
import { copyFileSync, rmSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { buildHost, hostDir, type PackageSet } from '../../preview/browser/build';
import { must } from './child';
import { root, runDir } from './paths';
import { say } from './say';
import { unlessUnchanged } from './unchanged';

const goArch: Record<string, string> = { x64: 'amd64', ia32: '386' };
const suffix = platform() === 'win32' ? '.exe' : '';
const program = `gpx_bsc_scorecard_${platform() === 'win32' ? 'windows' : platform()}_${goArch[arch()] ?? arch()}${suffix}`;

/** The same for building, testing and vetting, so that they share what the compiler keeps. */
export const goEnv = { CGO_ENABLED: '0' };

const log = (name: string) => join(runDir, 'logs', `${name}.log`);

export const previewServer = join(runDir, 'bin', `preview${suffix}`);

export async function buildPlugin(): Promise<void> {
  await unlessUnchanged({
    name: 'frontend',
    inputs: ['src', '.config', 'package-lock.json', 'README.md', 'CHANGELOG.md', 'LICENSE'],
    outputs: ['dist/module.js', 'dist/plugin.json'],
    work: async () => {
      say('Building the front end …');
      const webpack = join(root, 'node_modules', 'webpack-cli', 'bin', 'cli.js');
      await must(
        'The front end build',
        process.execPath,
        [webpack, '-c', '.config/webpack/webpack.config.js', '--env', 'production'],
        {
          log: log('build-frontend'),
        }
      );
    },
  });
  await unlessUnchanged({
    name: 'backend',
    inputs: ['pkg', 'go.mod', 'go.sum'],
    outputs: [`.run/bin/${program}`],
    work: () => {
      say('Building the back end …');
      return goBuild('backend', join(runDir, 'bin', program), './pkg');
    },
  });
  // A running program can't be written over, but replaced.
  rmSync(join(root, 'dist', program), { force: true });
  copyFileSync(join(runDir, 'bin', program), join(root, 'dist', program));
}

export async function buildPreview(sets: PackageSet[]): Promise<void> {
  await unlessUnchanged({
    name: 'preview-server',
    inputs: ['preview/server', 'go.mod', 'go.sum'],
    outputs: [`.run/bin/preview${suffix}`],
    work: () => {
      say('Building the preview server …');
      return goBuild('preview', previewServer, './preview/server');
    },
  });
  for (const set of sets) {
    await unlessUnchanged({
      name: `preview-${set}`,
      inputs: ['preview/browser', 'package-lock.json', 'preview/grafana-13/package-lock.json'],
      outputs: [join(hostDir(set).slice(root.length + 1), 'host.js')],
      work: () => {
        say(`Bundling the preview's pages with the packages of Grafana ${set} …`);
        return buildHost(set);
      },
    });
  }
}

async function goBuild(name: string, output: string, folder: string): Promise<void> {
  await must(`The build of ${folder}`, 'go', ['build', '-o', output, folder], {
    env: goEnv,
    log: log(`build-${name}`),
  });
}
