/** What learners tick when they hold an explanation against its points. Kept, never marked. */
import { and, desc, eq } from 'drizzle-orm';
import { atomically, type Database } from './database.ts';
import { findResponse } from './responses.ts';
import type { Tables } from './tables.ts';

export type SelfCheck = Readonly<Tables['selfChecks']['$inferSelect']>;

/**
 * Records a self-check, or returns the one that this form key made before. Null where the learner has no such response, or the key was
 * used for another.
 */
export async function recordSelfCheck(
  db: Database,
  learnerId: string,
  check: SelfCheck,
): Promise<{ first: boolean; selfCheck: SelfCheck } | null> {
  return atomically(db, async (tx) => {
    const { orm, tables } = tx;
    const s = tables.selfChecks;
    if (!(await findResponse(tx, learnerId, check.responseId))) return null;
    const [made] = await orm.insert(s).values(check).onConflictDoNothing().returning({ id: s.id });
    if (made) return { first: true, selfCheck: check };
    const [stored] = await orm
      .select()
      .from(s)
      .where(and(eq(s.formKey, check.formKey), eq(s.responseId, check.responseId)));
    return stored ? { first: false, selfCheck: stored } : null;
  });
}

/** Returns the learner's latest self-check of a response, or null. */
export async function latestSelfCheck({ orm, tables: t }: Database, learnerId: string, responseId: string): Promise<SelfCheck | null> {
  const [row] = await orm
    .select({ check: t.selfChecks })
    .from(t.selfChecks)
    .innerJoin(t.responses, eq(t.responses.id, t.selfChecks.responseId))
    .where(and(eq(t.responses.id, responseId), eq(t.responses.learnerId, learnerId)))
    .orderBy(desc(t.selfChecks.at), desc(t.selfChecks.id))
    .limit(1);
  return row?.check ?? null;
}
