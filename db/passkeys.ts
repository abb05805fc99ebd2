/** Passkeys of accounts, and the challenges that browsers are asked to sign. */
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export type Passkey = Readonly<Tables['passkeys']['$inferSelect']>;

/** Adds a passkey; one that is known already stays as it is. Returns whether it was added. */
export async function addPasskey({ orm, tables: { passkeys: p } }: Database, passkey: Omit<Passkey, 'lastUsedAt'>): Promise<boolean> {
  const made = await orm
    .insert(p)
    .values({ ...passkey, lastUsedAt: null })
    .onConflictDoNothing()
    .returning({ id: p.id });
  return made.length > 0;
}

export async function passkeysOf({ orm, tables: { passkeys: p } }: Database, learnerId: string): Promise<Passkey[]> {
  return orm.select().from(p).where(eq(p.learnerId, learnerId)).orderBy(p.createdAt);
}

export async function passkeyById({ orm, tables: { passkeys: p } }: Database, id: string): Promise<Passkey | null> {
  const [found] = await orm.select().from(p).where(eq(p.id, id));
  return found ?? null;
}

/** Notes that a passkey was used, with its new counter. */
export async function notePasskeyUse({ orm, tables: { passkeys: p } }: Database, id: string, counter: number, now: number): Promise<void> {
  await orm.update(p).set({ counter, lastUsedAt: now }).where(eq(p.id, id));
}

/** Removes one of a learner's passkeys. Returns whether there was one. */
export async function removePasskey({ orm, tables: { passkeys: p } }: Database, learnerId: string, id: string): Promise<boolean> {
  const gone = await orm
    .delete(p)
    .where(and(eq(p.id, id), eq(p.learnerId, learnerId)))
    .returning({ id: p.id });
  return gone.length > 0;
}

/** Keeps a challenge until `expiresAt`, and drops those that have expired at `now`. */
export async function addChallenge(
  { orm, tables: { challenges: c } }: Database,
  challenge: string,
  { now, expiresAt }: { now: number; expiresAt: number },
): Promise<void> {
  await orm.delete(c).where(lte(c.expiresAt, now));
  await orm.insert(c).values({ challenge, expiresAt });
}

/** Takes a challenge away. Returns false where it was not given, was taken before or has expired: it serves once. */
export async function takeChallenge({ orm, tables: { challenges: c } }: Database, challenge: string, now: number): Promise<boolean> {
  const taken = await orm
    .delete(c)
    .where(and(eq(c.challenge, challenge), gt(c.expiresAt, now)))
    .returning({ challenge: c.challenge });
  return taken.length > 0;
}
