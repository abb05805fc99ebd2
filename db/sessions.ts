/** Sessions: which browser belongs to which learner. */
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Database } from './database.ts';
import { prepared, value } from './prepared.ts';

export interface Session {
  readonly tokenHash: string;
  readonly learnerId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** Makes a session; the same token again changes nothing. */
export async function createSession({ orm, tables: t }: Database, session: Session): Promise<void> {
  await orm.insert(t.sessions).values(session).onConflictDoNothing();
}

const selectLearner = prepared<{ tokenHash: string; now: number }, { learnerId: string }[]>(({ orm, tables: t }) =>
  orm
    .select({ learnerId: t.sessions.learnerId })
    .from(t.sessions)
    .where(and(eq(t.sessions.tokenHash, value('tokenHash')), gt(t.sessions.expiresAt, value('now')))),
);

/** Returns the id of the learner whose session has this token hash and has not expired at `now`, else null. */
export async function learnerByTokenHash(db: Database, tokenHash: string, now: number): Promise<string | null> {
  const [row] = await selectLearner(db, { tokenHash, now });
  return row?.learnerId ?? null;
}

/** Ends one session. */
export async function deleteSession({ orm, tables: t }: Database, tokenHash: string): Promise<void> {
  await orm.delete(t.sessions).where(eq(t.sessions.tokenHash, tokenHash));
}

/** Deletes the sessions that have expired at `now`. Returns how many. */
export async function deleteExpired({ orm, tables: t }: Database, now: number): Promise<number> {
  const gone = await orm.delete(t.sessions).where(lte(t.sessions.expiresAt, now)).returning({ learnerId: t.sessions.learnerId });
  return gone.length;
}
