/** The demo company's year of reviews: run here as docker-compose.yml runs it. */
import { join } from 'node:path';
import { run, tail } from './child';
import { root } from './paths';

export async function makeYear(url: string, log: string): Promise<void> {
  const script = join(root, 'scripts', 'demoYear', 'post.mjs');
  const { code } = await run(process.execPath, [script, url, 'admin', 'admin'], { log, timeout: 300 });
  if (code !== 0) {
    throw new Error(`The year of reviews could not be made:\n${tail(log)}`);
  }
}
