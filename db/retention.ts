/** What has been kept long enough. */
import { and, eq, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/**
 * Returns up to `limit` learners without an account who were last here before `before`. Left alone: graded work that a cohort keeps without
 * a name, and who holds a certificate that others may check.
 */
export async function idleLearners({ orm, tables: t }: Database, before: number, limit: number): Promise<string[]> {
  const { learners: l, accounts: c, attempts: a, certificates: z } = t;
  const one = { one: sql`1` };
  const rows = await orm
    .select({ id: l.id })
    .from(l)
    .where(
      and(
        lt(l.lastSeenAt, before),
        notExists(orm.select(one).from(c).where(eq(c.learnerId, l.id))),
        notExists(
          orm
            .select(one)
            .from(a)
            .where(and(eq(a.learnerId, l.id), or(eq(a.mode, 'graded'), isNotNull(a.assignmentId)))),
        ),
        notExists(
          orm
            .select(one)
            .from(z)
            .where(and(eq(z.learnerId, l.id), isNull(z.withdrawnAt))),
        ),
      ),
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Deletes invitations made before `before` that nobody took up, and the names and addresses in them. Returns how many. */
export async function deleteOldInvitations({ orm, tables: { invitations: i } }: Database, before: number): Promise<number> {
  return (await orm.delete(i).where(lt(i.createdAt, before)).returning({ one: i.cohortId })).length;
}
