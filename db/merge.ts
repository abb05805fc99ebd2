/** Two histories become one: what was done without an account joins the account. */
import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { checksKey } from './attempts.ts';
import { atomically, type Database } from './database.ts';
import { deriveAnew } from './rebuild.ts';

/**
 * Moves everything that the anonymous learner `from` has kept to `to`, derives the progress of both histories together, and removes
 * `from`. A section that both have read counts as read when the first of them did. Returns false, and changes nothing, where `from` has
 * an account, is gone (so that the same merge again changes nothing), or is `to`.
 */
export async function mergeLearners(db: Database, from: string, to: string): Promise<boolean> {
  return atomically(db, async (tx) => {
    const { learners, accounts, attempts, responses, certificates, disputes } = tx.tables;
    const known = await tx.orm
      .select({ id: learners.id, email: accounts.email })
      .from(learners)
      .leftJoin(accounts, eq(accounts.learnerId, learners.id))
      .where(inArray(learners.id, [from, to]));
    const source = known.find(({ id }) => id === from);
    if (from === to || !source || source.email !== null || !known.some(({ id }) => id === to)) return false;

    await mergeReads(tx, from, to);
    await adoptLimits(tx, from, to);
    await adoptChecks(tx, from, to);
    for (const table of [attempts, responses, certificates, disputes])
      await tx.orm.update(table).set({ learnerId: to }).where(eq(table.learnerId, from));
    await tx.orm.delete(learners).where(eq(learners.id, from));
    await deriveAnew(tx, to);
    return true;
  });
}

async function mergeReads({ orm, tables: { sectionReads: s } }: Database, from: string, to: string): Promise<void> {
  const theirs = await orm.select().from(s).where(eq(s.learnerId, from));
  for (const read of theirs) {
    const same = and(eq(s.learnerId, to), eq(s.course, read.course), eq(s.lesson, read.lesson), eq(s.section, read.section));
    const [own] = await orm.select({ at: s.at }).from(s).where(same);
    if (!own) await orm.insert(s).values({ ...read, learnerId: to });
    else if (read.at < own.at) await orm.update(s).set({ at: read.at, seconds: read.seconds }).where(same);
  }
}

/** The account's own choice of how much to review stands; where it made none, the other's is taken over. */
async function adoptLimits({ orm, tables: { reviewLimits: l } }: Database, from: string, to: string): Promise<void> {
  const chosen = await orm.select().from(l).where(eq(l.learnerId, from));
  for (const limits of chosen)
    await orm
      .insert(l)
      .values({ ...limits, learnerId: to })
      .onConflictDoNothing();
}

/** The checks of a lesson are found by a key that names their learner: those of lessons where `to` has none get the new name. */
async function adoptChecks({ orm, tables: { attempts: a } }: Database, from: string, to: string): Promise<void> {
  const ownLessons = orm
    .select({ lesson: a.lesson })
    .from(a)
    .where(and(eq(a.learnerId, to), eq(a.mode, 'check')));
  const moving = await orm
    .select({ id: a.id, course: a.course, lesson: a.lesson })
    .from(a)
    .where(and(eq(a.learnerId, from), eq(a.mode, 'check'), notInArray(a.lesson, ownLessons)));
  for (const { id, course, lesson } of moving)
    await orm
      .update(a)
      .set({ formKey: checksKey(to, course, lesson) })
      .where(eq(a.id, id));
}
