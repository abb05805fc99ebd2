/** Private notes of a cohort's instructors about a learner. */
import { and, eq } from 'drizzle-orm';
import type { Database } from './database.ts';

export interface Note {
  readonly text: string;
  readonly at: number;
  /** Name of who wrote it last; null once that account is gone. */
  readonly by: string | null;
}

/** Returns the note about a learner in a cohort, or null. */
export async function noteAbout(
  { orm, tables: { notes: n, accounts: a } }: Database,
  cohortId: string,
  learnerId: string,
): Promise<Note | null> {
  const [found] = await orm
    .select({ text: n.text, at: n.at, by: a.name })
    .from(n)
    .leftJoin(a, eq(a.learnerId, n.writtenBy))
    .where(and(eq(n.cohortId, cohortId), eq(n.learnerId, learnerId)));
  return found ?? null;
}

/** Puts a note in the place of the one before; an empty text removes it. */
export async function writeNote(
  { orm, tables: { notes: n } }: Database,
  note: { readonly cohortId: string; readonly learnerId: string; readonly text: string; readonly writtenBy: string; readonly at: number },
): Promise<void> {
  const { cohortId, learnerId, text, writtenBy, at } = note;
  if (text === '') {
    await orm.delete(n).where(and(eq(n.cohortId, cohortId), eq(n.learnerId, learnerId)));
    return;
  }
  await orm
    .insert(n)
    .values(note)
    .onConflictDoUpdate({ target: [n.cohortId, n.learnerId], set: { text, writtenBy, at } });
}
