import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const src = __dirname;

/** For each folder of src: the folders whose files it may import, besides its own. */
const allowed: Record<string, string[]> = {
  contract: [],
  root: ['locales'],
  api: ['contract', 'root'],
  components: ['api', 'contract', 'root'],
  features: ['components', 'api', 'contract', 'root'],
  panels: ['features', 'components', 'api', 'contract', 'root'],
  datasource: ['components', 'api', 'contract', 'root'],
  extensions: ['features', 'components', 'api', 'contract', 'root'],
  testing: ['components', 'api', 'contract', 'root'],
  app: ['features', 'components', 'api', 'contract', 'root'],
};

/** Files in src itself: the entry, and what every bundle needs before it can do anything. */
const ENTRY = 'module.tsx';
const LIBRARIES_OF_THE_CONTRACT = new Set(['zod']);

interface Import {
  file: string;
  target: string;
}

function sourceFiles(folder = src): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return sourceFiles(path);
    }
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(path: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => ({ file: relative(src, path), target: fileName }));
}

/** `features/kpis/x.ts` → area `features`, part `kpis`; files in src itself are of the area `root`. */
function areaOf(path: string): { area: string; part: string } {
  const [area, part, ...rest] = path.split('/');
  return part === undefined ? { area: 'root', part: '' } : { area, part: rest.length > 0 ? part : '' };
}

const imports = sourceFiles().flatMap(importsOf);
const local = imports
  .filter(({ target }) => target.startsWith('.'))
  .map(({ file, target }) => ({ file, target: relative(src, resolve(src, dirname(file), target)) }));

it('finds the imports it is about to judge', () => {
  expect(local.length).toBeGreaterThan(20);
  expect(local).toContainEqual({ file: 'app/App.tsx', target: 'app/features' });
});

it('runs from the edges to the contract, never back', () => {
  const wrong = local.filter(({ file, target }) => {
    const from = areaOf(file).area;
    const to = areaOf(target).area;
    return file !== ENTRY && from !== to && !(allowed[from] ?? []).includes(to);
  });
  expect(wrong).toEqual([]);
});

it('keeps features, panels and other parts apart', () => {
  const wrong = local.filter(({ file, target }) => {
    const from = areaOf(file);
    const to = areaOf(target);
    return ['features', 'panels'].includes(from.area) && from.area === to.area && from.part !== to.part;
  });
  expect(wrong).toEqual([]);
});

it('keeps React and Grafana out of the contract', () => {
  const wrong = imports.filter(
    ({ file, target }) =>
      file.startsWith('contract/') && !target.startsWith('.') && !LIBRARIES_OF_THE_CONTRACT.has(target)
  );
  expect(wrong).toEqual([]);
});
