/** Brings a data file up to date. Migrations are plain SQL in db/migrations, written by `npm run db:generate`. */
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { derivation } from './derivation.ts';
import type { OpenDatabase } from './open.ts';

const journal = '__drizzle_migrations';

const ours = join(import.meta.dirname, 'migrations');

/** Returns how many migrations this version knows. */
export const knownMigrations = (folder = ours): number => readMigrationFiles({ migrationsFolder: folder }).length;

/** Returns how many migrations a data file has had. */
export function appliedMigrations({ client }: OpenDatabase): number {
  return Number(client.prepare(`SELECT count(*) FROM ${journal}`).pluck().get());
}

/** Throws where a data file has had a migration that this version does not know: a newer one may keep what this one would read wrongly. */
export function assertNotNewer({ client }: Pick<OpenDatabase, 'client'>, folder = ours): void {
  const newest = readMigrationFiles({ migrationsFolder: folder }).at(-1)?.folderMillis ?? 0;
  const unknown = Number(client.prepare(`SELECT count(*) FROM ${journal} WHERE created_at > ?`).pluck().get(newest));
  if (unknown > 0)
    throw new Error(
      `it was brought up to date by a newer version of Criterion (${unknown} ${unknown === 1 ? 'migration' : 'migrations'} that this one does not know). Run that version, or restore a backup from before.`,
    );
}

/**
 * Applies what is missing, all in one transaction: a migration that is killed half-way leaves the file as it was. Returns how many were
 * applied. Throws where a migration fails or would break a reference, and where the file is from a newer version.
 */
export async function migrate({ client }: OpenDatabase, folder = ours): Promise<number> {
  const known = readMigrationFiles({ migrationsFolder: folder });
  // With references enforced, the DROP TABLE of a rebuilt table would delete every row that points to it. It cannot be switched off inside.
  client.pragma('foreign_keys = OFF');
  try {
    return client
      .transaction(() => {
        client.exec(`CREATE TABLE IF NOT EXISTS ${journal} (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric NOT NULL)`);
        assertNotNewer({ client }, folder);
        const last = client.prepare<[], { at: number | null }>(`SELECT max(created_at) AS at FROM ${journal}`).get()?.at ?? 0;
        const missing = known.filter((migration) => migration.folderMillis > last);
        const note = client.prepare(`INSERT INTO ${journal} (hash, created_at) VALUES (?, ?)`);
        for (const migration of missing) {
          for (const statement of migration.sql) client.exec(statement);
          note.run(migration.hash, migration.folderMillis);
        }
        // In a new file there is nothing yet that was derived another way.
        if (last === 0) client.pragma(`user_version = ${derivation}`);
        // On a large file looking at every reference takes longer than all else that a start does.
        const broken = missing.length > 0 ? (client.pragma('foreign_key_check') as unknown[]) : [];
        if (broken.length > 0) throw new Error(`Migration would leave ${broken.length} rows that point to nothing; nothing was changed.`);
        return missing.length;
      })
      .immediate();
  } finally {
    client.pragma('foreign_keys = ON');
  }
}
