import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { formsOf, sentences } from '../../src/contract/sentences';
import { askedIn, textsOf } from './extract';
import { toTexts, toTree, type Tree } from './tree';

const root = join(__dirname, '..', '..');
const src = join(root, 'src');

/** English is written in the source; its file is drawn from it. */
export const SOURCE_LANGUAGE = 'en-US';

const fileOf = (language: string) => join(src, 'locales', language, 'bsc-scorecard-app.json');

/** Languages that plugin.json offers. */
export function languages(): string[] {
  const plugin = JSON.parse(readFileSync(join(src, 'plugin.json'), 'utf8')) as { languages: string[] };
  return plugin.languages;
}

/** The English texts that the source asks for, and the sentences of the server, by key. */
export function textsOfSource(): Map<string, string> {
  const asked = textsOf(sourceFiles(src).flatMap((path) => askedIn(relative(root, path), readFileSync(path, 'utf8'))));
  const said = Object.entries(sentences).flatMap(([name, pattern]) =>
    Object.entries(formsOf(pattern)).map(([form, text]): [string, string] => [`said.${name}${form}`, text])
  );
  return new Map([...asked, ...said]);
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return sourceFiles(path);
    }
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** The texts in a language's file, by key. */
export function readTexts(language: string): Map<string, string> {
  const file = fileOf(language);
  return existsSync(file) ? toTexts(JSON.parse(readFileSync(file, 'utf8')) as Tree) : new Map();
}

/** Writes a language's file. */
export function writeTexts(language: string, texts: ReadonlyMap<string, string>): void {
  writeFileSync(fileOf(language), `${JSON.stringify(toTree(texts), null, 2)}\n`);
}
