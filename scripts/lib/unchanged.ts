/** Skips work whose inputs are the same as last time. */
import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runDir } from './paths';

export interface Work {
  /** Name that is unique among all works. */
  name: string;
  /** Files and folders of the repository that the result depends on; what isn't there counts as empty. */
  inputs: string[];
  /** Files that must be there afterwards. */
  outputs: string[];
  work: () => Promise<void>;
}

/** Does the work unless its inputs are unchanged and its outputs are there. Returns whether it was done. */
export async function unlessUnchanged({ name, inputs, outputs, work }: Work): Promise<boolean> {
  const stamp = join(runDir, 'stamps', name);
  const hash = hashOf(inputs);
  const present = outputs.every((output) => existsSync(join(root, output)));
  if (present && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return false;
  }
  await work();
  mkdirSync(join(runDir, 'stamps'), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/** A fingerprint of the content of files and folders of the repository. */
export function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  [...paths].sort().forEach((path) => addTo(hash, path));
  return hash.digest('hex');
}

function addTo(hash: Hash, path: string): void {
  const full = join(root, path);
  if (!existsSync(full)) {
    return;
  }
  if (statSync(full).isDirectory()) {
    readdirSync(full)
      .sort()
      .forEach((name) => addTo(hash, join(path, name)));
    return;
  }
  hash.update(path).update('\0').update(readFileSync(full)).update('\0');
}
