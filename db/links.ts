/** Links that let their holder do one thing, once, for a time. The database has only hashes of their secrets. */
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export type Link = Readonly<Tables['links']['$inferSelect']>;

/** Makes a link; the ones of the same kind for the same person stop working. */
export async function createLink(tx: Database, link: Omit<Link, 'usedAt'>): Promise<void> {
  const { links: l } = tx.tables;
  const samePerson = link.learnerId === null ? isNull(l.learnerId) : eq(l.learnerId, link.learnerId);
  await tx.orm.delete(l).where(and(eq(l.kind, link.kind), samePerson));
  await tx.orm.insert(l).values({ ...link, usedAt: null });
}

/** Returns the link with this hash if it is neither used nor expired at `now`, else null. */
export async function openLink({ orm, tables: { links: l } }: Database, tokenHash: string, now: number): Promise<Link | null> {
  const [found] = await orm
    .select()
    .from(l)
    .where(and(eq(l.tokenHash, tokenHash), isNull(l.usedAt), gt(l.expiresAt, now)));
  return found ?? null;
}

/** Marks a link as used. Returns it, or null where it was used before or has expired: of two that use it at once, one gets it. */
export async function spendLink({ orm, tables: { links: l } }: Database, tokenHash: string, now: number): Promise<Link | null> {
  const [used] = await orm
    .update(l)
    .set({ usedAt: now })
    .where(and(eq(l.tokenHash, tokenHash), isNull(l.usedAt), gt(l.expiresAt, now)))
    .returning();
  return used ?? null;
}

/** Deletes the links of a person: what they would open has changed since they were made. */
export async function deleteLinksOf({ orm, tables: { links: l } }: Database, learnerId: string): Promise<void> {
  await orm.delete(l).where(eq(l.learnerId, learnerId));
}

/** Deletes links that have expired at `now`. */
export async function deleteExpiredLinks({ orm, tables: { links: l } }: Database, now: number): Promise<void> {
  await orm.delete(l).where(lte(l.expiresAt, now));
}
