/** Sessions: which browser belongs to which learner. */
import { and, eq, gt, isNull, lte, ne } from 'drizzle-orm';
import type { Actor, Role } from '#app/access/actor.ts';
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

const selectActor = prepared<{ tokenHash: string; now: number }, { id: string; role: Role | null }[]>(
  ({ orm, tables: { sessions: s, accounts: a } }) =>
    orm
      .select({ id: s.learnerId, role: a.role })
      .from(s)
      .leftJoin(a, eq(a.learnerId, s.learnerId))
      .where(and(eq(s.tokenHash, value('tokenHash')), gt(s.expiresAt, value('now')), isNull(a.disabledAt))),
);

/** Returns who holds the session with this token hash, if it has not expired at `now` and the account is not disabled, else null. */
export async function actorByTokenHash(db: Database, tokenHash: string, now: number): Promise<Actor | null> {
  const [row] = await selectActor(db, { tokenHash, now });
  return row ? { id: row.id, role: row.role ?? 'anonymous' } : null;
}

/** Ends one session. */
export async function deleteSession({ orm, tables: t }: Database, tokenHash: string): Promise<void> {
  await orm.delete(t.sessions).where(eq(t.sessions.tokenHash, tokenHash));
}

/** Ends all sessions of a learner, or all but one. Returns how many. */
export async function deleteSessionsOf({ orm, tables: t }: Database, learnerId: string, keep?: string): Promise<number> {
  const gone = await orm
    .delete(t.sessions)
    .where(and(eq(t.sessions.learnerId, learnerId), ...(keep === undefined ? [] : [ne(t.sessions.tokenHash, keep)])))
    .returning({ learnerId: t.sessions.learnerId });
  return gone.length;
}

/** Returns how many sessions of a learner are open at `now`. */
export async function countSessions({ orm, tables: t }: Database, learnerId: string, now: number): Promise<number> {
  const open = await orm
    .select({ id: t.sessions.learnerId })
    .from(t.sessions)
    .where(and(eq(t.sessions.learnerId, learnerId), gt(t.sessions.expiresAt, now)));
  return open.length;
}

/** Deletes the sessions that have expired at `now`. Returns how many. */
export async function deleteExpired({ orm, tables: t }: Database, now: number): Promise<number> {
  const gone = await orm.delete(t.sessions).where(lte(t.sessions.expiresAt, now)).returning({ learnerId: t.sessions.learnerId });
  return gone.length;
}
