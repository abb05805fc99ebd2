/** A second connection to a data file, for reading only: what takes long is read beside the connection that answers requests. */
import type Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { sqliteColumns } from './columns.sqlite.ts';
import type { Database } from './database.ts';
import { runner } from './runner.ts';
import { defineTables } from './tables.ts';

export interface Reading extends Database {
  /** Runs `body` on one state of the data, whatever is written meanwhile. One at a time. */
  readonly snapshot: <T>(body: () => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

/** Opens a data file that exists. Throws where it does not. */
export async function openForReading(file: string): Promise<Reading> {
  const { default: Driver } = await import('better-sqlite3');
  const client: Sqlite.Database = new Driver(file, { readonly: true, fileMustExist: true });
  client.pragma('trusted_schema = OFF');
  const run = runner(client);
  return {
    orm: drizzle(async (sql, parameters) => ({ rows: run(sql, parameters) })),
    tables: defineTables(sqliteColumns),
    readers: { evidence: null },
    transaction: null,
    async snapshot(body) {
      client.exec('BEGIN');
      try {
        return await body();
      } finally {
        client.exec('COMMIT');
      }
    },
    close: () => void client.close(),
  };
}
