/** Bundles the browser side of the preview with one of the two sets of Grafana's packages. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const repository = join(__dirname, '..', '..');

/** Where each set is installed. */
export const packageSets = {
  '12': repository,
  '13': join(repository, 'preview', 'grafana-13'),
} as const;

export type PackageSet = keyof typeof packageSets;

export const hostDir = (set: PackageSet) => join(repository, 'preview', 'dist', `grafana-${set}`);

export const grafanaVersion = (set: PackageSet): string =>
  (
    JSON.parse(readFileSync(join(packageSets[set], 'node_modules/@grafana/ui/package.json'), 'utf8')) as {
      version: string;
    }
  ).version;

export async function buildHost(set: PackageSet): Promise<void> {
  const out = hostDir(set);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: {
      host: join(__dirname, 'src', 'main.tsx'),
      editorWorker: join(packageSets[set], 'node_modules/monaco-editor/esm/vs/editor/editor.worker.js'),
    },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    loader: { '.svg': 'file', '.ttf': 'file', '.woff': 'file', '.woff2': 'file' },
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx' } },
    logLevel: 'error',
    plugins: [fromSet(packageSets[set])],
  });
  joinStyles(out);
  cpSync(join(packageSets[set], 'node_modules/@grafana/ui/dist/public/img'), join(out, 'img'), { recursive: true });
  addMissingIcons(set, join(out, 'img', 'icons'));
  copyFonts(join(out, 'fonts'));
  cpSync(join(__dirname, 'postgres.svg'), join(out, 'postgres.svg'));
}

/** Puts the styles of parts that load later into the one style sheet that the page links. */
function joinStyles(folder: string): void {
  const sheets = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort();
  writeFileSync(join(folder, 'host.css'), sheets.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n'));
}

const bare = /^[@a-z]/;

/** Takes packages from the chosen set, also those files of the runtime package that its `exports` hide. */
function fromSet(folder: string): Plugin {
  return {
    name: 'package-set',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^@grafana\/runtime\/esm\// }, ({ path }) => ({
        path: join(folder, 'node_modules/@grafana/runtime/dist', `${path.slice('@grafana/runtime/'.length)}.mjs`),
      }));
      // Components of @grafana/ui take links from the bridge to version 6 of the router: there is only version 6 here.
      onResolve({ filter: /^react-router-dom-v5-compat$/ }, ({ kind }) =>
        resolve('react-router-dom', { kind, resolveDir: folder, pluginData: 'resolved' })
      );
      if (folder === repository) {
        return;
      }
      onResolve({ filter: bare }, ({ path, importer, kind, pluginData }) => {
        if (pluginData === 'resolved' || !importer.startsWith(join(__dirname, 'src'))) {
          return undefined;
        }
        return resolve(path, { kind, resolveDir: folder, pluginData: 'resolved' });
      });
    },
  };
}

/** The fonts that the global styles of @grafana/ui ask for: their file names there, and the files that they are. */
const fonts = {
  'inter/Inter-Regular': 'inter/files/inter-latin-400-normal',
  'inter/Inter-Medium': 'inter/files/inter-latin-500-normal',
  'inter/Inter-Italic': 'inter/files/inter-latin-400-italic',
  'inter/Inter-MediumItalic': 'inter/files/inter-latin-500-italic',
  'roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ':
    'roboto-mono/files/roboto-mono-latin-400-normal',
};

function copyFonts(folder: string): void {
  for (const [name, file] of Object.entries(fonts)) {
    cpSync(join(repository, 'node_modules/@fontsource', `${file}.woff2`), join(folder, `${name}.woff2`));
  }
}

/** Draws a plain dot for icons that @grafana/data names and whose pictures the packages lack. */
function addMissingIcons(set: PackageSet, folder: string): void {
  const names = readFileSync(join(packageSets[set], 'node_modules/@grafana/data/dist/esm/types/icon.mjs'), 'utf8');
  const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="4"/></svg>';
  for (const [, quoted, plain] of names.matchAll(/^\s*(?:"([a-z0-9-]+)"|([a-z0-9]+)): true/gm)) {
    const name = quoted ?? plain;
    const path = join(folder, name.startsWith('gf-') ? 'custom' : 'unicons', `${name}.svg`);
    if (!existsSync(path)) {
      writeFileSync(path, dot);
    }
  }
}
