import { join } from 'node:path';

/** The folder of the repository. */
export const root = join(__dirname, '..', '..');

/** Where the commands keep logs, databases and built tools; not committed, may be deleted when nothing runs. */
export const runDir = join(root, '.run');
