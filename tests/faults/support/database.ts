/** A PostgreSQL server of the trial's own, which can be stopped and started. */
import { join } from 'node:path';
import { Client } from 'pg';
import { runDir } from '../../../scripts/lib/paths';
import { freePort } from '../../../scripts/lib/port';
import { type Postgres, startPostgres } from '../../../scripts/lib/postgres';

export class Database {
  private constructor(
    private readonly name: string,
    readonly port: number,
    private server: Postgres | undefined
  ) {}

  static async start(name: string): Promise<Database> {
    const port = await freePort();
    return new Database(name, port, await launch(name, port));
  }

  url(database: string): string {
    return `postgres://postgres:postgres@127.0.0.1:${this.port}/${database}`;
  }

  /** Ends every session at once and frees the port. */
  async stop(): Promise<void> {
    await this.server?.stop();
    this.server = undefined;
  }

  /** Comes back on the same port with the same data. */
  async again(): Promise<void> {
    this.server ??= await launch(this.name, this.port);
  }

  /** An empty database of the name. */
  async create(database: string): Promise<void> {
    await this.run('postgres', `drop database if exists ${database} with (force)`);
    await this.run('postgres', `create database ${database}`);
  }

  async run<Row extends object>(database: string, statement: string): Promise<Row[]> {
    const client = new Client({ connectionString: this.url(database) });
    await client.connect();
    try {
      const { rows } = await client.query<Row>(statement);
      return rows;
    } finally {
      await client.end();
    }
  }
}

const launch = (name: string, port: number) =>
  startPostgres({
    dir: join(runDir, 'faults', name),
    port,
    log: join(runDir, 'faults', `${name}.log`),
    disposable: true,
  });
