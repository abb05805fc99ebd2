/** Opens the data file. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { sqliteColumns } from './columns.sqlite.ts';
import type { Database, Orm, Readers } from './database.ts';
import { assertNodeCanLoadSqlite } from './node-version.ts';
import { makePrivate } from './private-file.ts';
import { runner } from './runner.ts';
import { defineTables } from './tables.ts';
import { takingTurns } from './turns.ts';

/** Long enough for another process's commit, short enough not to hold up every other request; then we wait without blocking. */
const busyTimeout = 100;

export interface OpenDatabase extends Database {
  /** The connection itself, for migrations, back-ups and health checks. */
  readonly client: Sqlite.Database;
  /** Waits for writes under way, then closes the file. */
  readonly close: () => Promise<void>;
}

/**
 * Opens `file` (`:memory:` for a passing one), making its folder, and a new file for its owner alone. Commits survive a power cut
 * (`synchronous=FULL`). Throws where the file cannot be opened or write-ahead logging is not available there.
 */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  assertNodeCanLoadSqlite(process.versions.napi);
  const { default: Driver } = await import('better-sqlite3');
  if (file !== ':memory:') {
    await mkdir(dirname(file), { recursive: true });
    await makePrivate(file);
  }
  const client = new Driver(file, { timeout: busyTimeout });
  const journal = client.pragma('journal_mode = WAL', { simple: true });
  if (file !== ':memory:' && journal !== 'wal') {
    client.close();
    throw new Error(`${file} is on a file system without write-ahead logging; put the data file on a local disk.`);
  }
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  client.pragma('trusted_schema = OFF');
  // What is deleted is overwritten: otherwise it stays in the file, and in every copy of it, until its place is needed.
  client.pragma('secure_delete = ON');

  const tables = defineTables(sqliteColumns);
  const run = runner(client);
  const turns = takingTurns(client);
  const outside: Orm = drizzle(async (sql, parameters) => ({ rows: await turns.outside(() => run(sql, parameters)) }));
  const inside: Orm = drizzle(async (sql, parameters) => {
    turns.assertInside();
    return { rows: run(sql, parameters) };
  });
  const readers: Readers = { evidence: null };
  const tx: Database = { orm: inside, tables, readers, transaction: null };
  return {
    client,
    orm: outside,
    tables,
    readers,
    transaction: (body) => turns.take(() => body(tx)),
    close: async () => {
      await turns.idle();
      client.close();
    },
  };
}
