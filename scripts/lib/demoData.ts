/** The operational database of the demo company. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { root } from './paths';
import { type Postgres } from './postgres';
import { say } from './say';
import { hashOf } from './unchanged';

export const demoDatabase = 'demo';

/**
 * Makes the demo database by running demo/*.sql in order. One that was made by the same scripts on the same day is
 * kept: the data reaches up to the day on which it was generated.
 */
export async function loadDemo(postgres: Postgres): Promise<void> {
  const version = `${hashOf(['demo'])} ${new Date().toISOString().slice(0, 10)}`;
  if ((await loadedVersion(postgres)) === version) {
    say('The demo database is there already.');
    return;
  }
  say('Generating the demo database (three years of a company; about a minute) …');
  await withClient(postgres, 'postgres', async (admin) => {
    await admin.query(`drop database if exists ${demoDatabase} with (force)`);
    await admin.query(`create database ${demoDatabase}`);
  });
  await withClient(postgres, demoDatabase, async (client) => {
    const folder = join(root, 'demo');
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort()) {
      try {
        await client.query(readFileSync(join(folder, file), 'utf8'));
      } catch (error) {
        throw new Error(`demo/${file}: ${(error as Error).message}`);
      }
    }
    await client.query(`comment on database ${demoDatabase} is ${client.escapeLiteral(version)}`);
  });
}

/** What the database says it was made by; undefined when there is none or it isn't complete. */
async function loadedVersion(postgres: Postgres): Promise<string | undefined> {
  return withClient(postgres, 'postgres', async (admin) => {
    const { rows } = await admin.query<{ version: string | null }>(
      `select shobj_description(oid, 'pg_database') as version from pg_database where datname = $1`,
      [demoDatabase]
    );
    return rows[0]?.version ?? undefined;
  });
}

async function withClient<T>(postgres: Postgres, database: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: postgres.url(database) });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
