/** The people who learn here. A row is made by the first thing worth keeping. */
import { and, count, eq, inArray, lt } from 'drizzle-orm';
import { atomically, type Database } from './database.ts';
import { countRowsOf } from './rows-of.ts';

/** A page view need not write: seeing someone again within the hour changes nothing. */
const seenAgain = 60 * 60 * 1000;

/** Makes a learner; one that exists is left as it is. */
export async function createLearner({ orm, tables: t }: Database, learner: { id: string; now: number }): Promise<void> {
  await orm.insert(t.learners).values({ id: learner.id, createdAt: learner.now, lastSeenAt: learner.now }).onConflictDoNothing();
}

/** Notes that the learner was here, at most once an hour. */
export async function touch({ orm, tables: t }: Database, learnerId: string, now: number): Promise<void> {
  await orm
    .update(t.learners)
    .set({ lastSeenAt: now })
    .where(and(eq(t.learners.id, learnerId), lt(t.learners.lastSeenAt, now - seenAgain)));
}

/** Deletes everything held about a learner, sessions included. Returns how many rows that were, 0 where there was no such learner. */
export async function deleteLearner(db: Database, learnerId: string): Promise<number> {
  return atomically(db, async (tx) => {
    const rows = await countRowsOf(tx, learnerId);
    const { accounts: a, invitations: i } = tx.tables;
    const ownEmail = tx.orm.select({ email: a.email }).from(a).where(eq(a.learnerId, learnerId));
    await tx.orm.delete(i).where(inArray(i.email, ownEmail));
    await tx.orm.delete(tx.tables.learners).where(eq(tx.tables.learners.id, learnerId));
    return rows;
  });
}

/** Returns how many answers and read sections are kept of a learner. */
export async function countKept({ orm, tables: t }: Database, learnerId: string): Promise<{ answers: number; sections: number }> {
  const [answers] = await orm.select({ n: count() }).from(t.responses).where(eq(t.responses.learnerId, learnerId));
  const [sections] = await orm.select({ n: count() }).from(t.sectionReads).where(eq(t.sectionReads.learnerId, learnerId));
  return { answers: answers?.n ?? 0, sections: sections?.n ?? 0 };
}
