/** Checks of the documents: links lead somewhere, every direct dependency is explained, the change log has its form. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../lib/paths';
import { type Suite } from './suite';

/** Where this project's own Markdown lies. */
const folders = ['.', '.config', 'bench', 'demo', 'docs', 'preview', 'tests'];
const foreign = new Set(['node_modules', 'dist', '.git', '.run', 'examples']);

type Check = () => string[];

const checks: Record<string, Check> = {
  'links lead somewhere': () => markdown().flatMap(brokenLinks),
  'every direct dependency is in docs/dependencies.md': unexplainedDependencies,
  'CHANGELOG.md follows Keep a Changelog': () =>
    /^## \[(Unreleased|\d+\.\d+\.\d+)\]/m.test(read('CHANGELOG.md')) ? [] : ['no section like ## [Unreleased]'],
};

export const docsSuite: Suite = {
  name: 'documents',
  run: async () => {
    let failed = 0;
    for (const [name, check] of Object.entries(checks)) {
      const problems = check();
      if (problems.length > 0) {
        failed++;
        console.log(`FAILED ${name}\n  ${problems.join('\n  ')}`);
      }
    }
    return { passed: Object.keys(checks).length - failed, failed, skipped: 0 };
  },
};

const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

function markdown(): string[] {
  const files = folders.flatMap((folder) => (folder === '.' ? direct(root) : walk(join(root, folder))));
  return files.filter((path) => path.endsWith('.md'));
}

const direct = (folder: string) =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

function walk(folder: string): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((name) => !foreign.has(name))
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? walk(path) : [path]));
}

/** Relative links of a Markdown file whose target isn't there. */
function brokenLinks(path: string): string[] {
  const text = readFileSync(path, 'utf8').replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target)
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .filter((target) => !existsSync(join(dirname(path), decodeURI(target.split('#')[0]))))
    .map((target) => `${relative(root, path)}: ${target}`);
}

function unexplainedDependencies(): string[] {
  const explained = [...read('docs/dependencies.md').matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  const npm = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>;
  const packages = [...Object.keys(npm.dependencies ?? {}), ...Object.keys(npm.devDependencies ?? {})];
  // Types belong to the package whose types they are.
  const names = [...packages.filter((name) => !name.startsWith('@types/')), ...goModules()];
  return names.filter((name) => !explained.some((other) => explains(other, name)));
}

/** A line explains what it names in full, with `*`, by the last part beside a sibling, and a module's own submodules. */
function explains(explained: string, name: string): boolean {
  return (
    explained === name ||
    (explained.endsWith('/*') && name.startsWith(explained.slice(0, -1))) ||
    name.endsWith(`/${explained}`) ||
    name.startsWith(`${explained}/`)
  );
}

/** Modules that go.mod requires directly. */
function goModules(): string[] {
  return read('go.mod')
    .split('\n')
    .filter((line) => /^\t\S+ v\S+$/.test(line))
    .map((line) => line.trim().split(' ')[0]);
}
