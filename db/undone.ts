/** Answers taken back: the log keeps them, with a row that says so, and what was derived from them is derived anew without them. */
import { atomically, type Database } from './database.ts';
import { deriveAnew } from './rebuild.ts';
import { lastReview } from './reviews.ts';

/**
 * Takes back the learner's last answer in a review of a course, where it is `responseId` and was given at or after `since`. Returns true
 * where it is taken back now, or was before; false where it is another answer, or too old.
 */
export async function takeBack(
  db: Database,
  learnerId: string,
  course: string,
  { responseId, formKey, now, since }: { responseId: string; formKey: string; now: number; since: number },
): Promise<boolean> {
  return atomically(db, async (tx) => {
    const last = await lastReview(tx, learnerId, course);
    if (last?.responseId !== responseId || last.at < since) return false;
    if (last.undoneAt !== null) return true;
    await tx.orm.insert(tx.tables.undone).values({ responseId, formKey, at: now }).onConflictDoNothing();
    await deriveAnew(tx, learnerId);
    return true;
  });
}
