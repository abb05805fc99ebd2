/**
 * By which way of deriving a file's derived tables were made. It stands in the file itself (`user_version`, which SQLite leaves to the
 * application), so that a new version of the software makes them anew where it derives otherwise, once, even when it was stopped half-way;
 * and where it does not, starts at once however long the log is.
 */
import type { OpenDatabase } from './open.ts';
import { rebuild } from './rebuild.ts';

/** Raise it with every change of what follows from the log: a new derived table or column, or another rule in app/learning. */
export const derivation = 1;

/** True where the derived tables are as this version of the software makes them. */
export function isDerivedAsNow({ client }: OpenDatabase): boolean {
  return client.pragma('user_version', { simple: true }) === derivation;
}

/**
 * Makes the derived tables anew where they were made another way. Returns of how many learners, or null where there was no need.
 * @param progress called after every learner with how many are done, of how many
 */
export async function deriveAsNow(db: OpenDatabase, progress?: (done: number, of: number) => void): Promise<number | null> {
  if (isDerivedAsNow(db)) return null;
  const { learners } = await rebuild(db, progress ? { progress } : {});
  db.client.pragma(`user_version = ${derivation}`);
  return learners;
}
