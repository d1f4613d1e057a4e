/** What the demo company has besides its files, asked for by the programs that docker-compose.yml runs as well. */
import { join } from 'node:path';
import { must } from './child';
import { root } from './paths';

/** Collects the figures of three years, unless they are there. */
export function collectFigures(url: string, log: string): Promise<void> {
  return runProgram('The collection of figures', 'collect.mjs', url, log);
}

/** The same, and the year of reviews after it. */
export function makeYear(url: string, log: string): Promise<void> {
  return runProgram('The year of reviews', 'post.mjs', url, log);
}

async function runProgram(what: string, program: string, url: string, log: string): Promise<void> {
  const script = join(root, 'scripts', 'demoYear', program);
  await must(what, process.execPath, [script, url, 'admin', 'admin'], { log, timeout: 300 });
}
