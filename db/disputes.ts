/** What learners dispute about answered questions, and what they were answered. */
import { and, asc, count, desc, eq, getTableColumns, isNull } from 'drizzle-orm';
import { atomically, type Database } from './database.ts';
import type { Tables } from './tables.ts';

/** Disputes of those who are in the cohort now: what others did is no longer seen there. */
const stillIn = ({ disputes: d, cohortMembers: m }: Tables) =>
  and(eq(m.cohortId, d.cohortId), eq(m.learnerId, d.learnerId), isNull(m.leftAt));

export type Dispute = Readonly<Tables['disputes']['$inferSelect']>;
export type NewDispute = Omit<Dispute, 'accepted' | 'reply' | 'repliedBy' | 'repliedAt'>;

/** Keeps a dispute; the same form key again keeps nothing new. False where the response has an open one already. */
export async function openDispute(db: Database, dispute: NewDispute): Promise<boolean> {
  return atomically(db, async ({ orm, tables: { disputes: d } }) => {
    const [open] = await orm
      .select({ formKey: d.formKey })
      .from(d)
      .where(and(eq(d.responseId, dispute.responseId), isNull(d.repliedAt)));
    if (open) return open.formKey === dispute.formKey;
    await orm
      .insert(d)
      .values({ ...dispute, accepted: null, reply: null, repliedBy: null, repliedAt: null })
      .onConflictDoNothing({ target: d.formKey });
    return true;
  });
}

/** Returns a learner's disputes, of one response or in one cohort, the latest first. */
export async function disputesBy(
  { orm, tables: { disputes: d } }: Database,
  learnerId: string,
  of: { readonly responseId: string } | { readonly cohortId: string },
): Promise<Dispute[]> {
  const scope = 'responseId' in of ? eq(d.responseId, of.responseId) : eq(d.cohortId, of.cohortId);
  return orm
    .select()
    .from(d)
    .where(and(eq(d.learnerId, learnerId), scope))
    .orderBy(desc(d.at), desc(d.id));
}

/** Returns the disputes of a cohort with the names of those who made them and are in it, open ones first, then the latest. */
export async function disputesIn({ orm, tables }: Database, cohortId: string) {
  const { disputes: d, accounts: a, cohortMembers: m } = tables;
  const rows = await orm
    .select({ dispute: d, name: a.name })
    .from(d)
    .innerJoin(a, eq(a.learnerId, d.learnerId))
    .innerJoin(m, stillIn(tables))
    .where(eq(d.cohortId, cohortId))
    .orderBy(asc(d.repliedAt), desc(d.at), desc(d.id));
  return rows.map(({ dispute, name }) => ({ ...dispute, name }));
}

/** Returns how many disputes of a cohort wait for an answer. */
export async function countOpenDisputes({ orm, tables }: Database, cohortId: string): Promise<number> {
  const { disputes: d, cohortMembers: m } = tables;
  const [row] = await orm
    .select({ n: count() })
    .from(d)
    .innerJoin(m, stillIn(tables))
    .where(and(eq(d.cohortId, cohortId), isNull(d.repliedAt)));
  return row?.n ?? 0;
}

/** Returns a dispute of this cohort, or null. */
export async function findDispute({ orm, tables }: Database, cohortId: string, id: string): Promise<Dispute | null> {
  const { disputes: d, cohortMembers: m } = tables;
  const [found] = await orm
    .select(getTableColumns(d))
    .from(d)
    .innerJoin(m, stillIn(tables))
    .where(and(eq(d.id, id), eq(d.cohortId, cohortId)));
  return found ?? null;
}

/** Answers an open dispute; the first answer stands. Returns the dispute, or null where none of this cohort was open under the id. */
export async function answerDispute(
  { orm, tables: { disputes: d } }: Database,
  cohortId: string,
  id: string,
  answer: { readonly accepted: boolean; readonly reply: string; readonly repliedBy: string; readonly repliedAt: number },
): Promise<Dispute | null> {
  const [answered] = await orm
    .update(d)
    .set(answer)
    .where(and(eq(d.id, id), eq(d.cohortId, cohortId), isNull(d.repliedAt)))
    .returning();
  return answered ?? null;
}
