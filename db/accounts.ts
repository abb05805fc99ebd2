/** Accounts: learners with a name and a way in. */
import { and, asc, eq, getTableColumns, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Role } from '#app/access/actor.ts';
import { atomically, type Database } from './database.ts';
import { deleteLinksOf } from './links.ts';
import { deleteSessionsOf } from './sessions.ts';
import type { Tables } from './tables.ts';

export type Account = Readonly<Tables['accounts']['$inferSelect']>;

/** Adds an account to a learner. Returns false where the learner has one or the address belongs to another. */
export async function createAccount({ orm, tables: { accounts: a } }: Database, account: Omit<Account, 'disabledAt'>): Promise<boolean> {
  const made = await orm
    .insert(a)
    .values({ ...account, disabledAt: null })
    .onConflictDoNothing()
    .returning({ id: a.learnerId });
  return made.length > 0;
}

export async function accountOf({ orm, tables: { accounts: a } }: Database, learnerId: string): Promise<Account | null> {
  const [found] = await orm.select().from(a).where(eq(a.learnerId, learnerId));
  return found ?? null;
}

/** Returns the account with this address as `readEmail` reads it, or null. */
export async function accountByEmail({ orm, tables: { accounts: a } }: Database, email: string): Promise<Account | null> {
  const [found] = await orm.select().from(a).where(eq(a.email, email));
  return found ?? null;
}

/** Returns which of these addresses belong to accounts. */
export async function emailsWithAccount({ orm, tables: { accounts: a } }: Database, emails: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  // SQLite takes 32,766 values in one statement.
  for (let from = 0; from < emails.length; from += 10_000) {
    const part = emails.slice(from, from + 10_000);
    found.push(...(await orm.select({ email: a.email }).from(a).where(inArray(a.email, part))).map(({ email }) => email));
  }
  return found;
}

/** Returns the names of these people, as far as they have an account. */
export async function accountNames(
  { orm, tables: { accounts: a } }: Database,
  learnerIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await orm
    .select({ id: a.learnerId, name: a.name })
    .from(a)
    .where(inArray(a.learnerId, [...learnerIds]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Changes name and address; links that were sent to another address stop working. Returns false where the address belongs to another. */
export async function changeProfile(db: Database, learnerId: string, profile: { name: string; email: string }): Promise<boolean> {
  return atomically(db, async (tx) => {
    const holder = await accountByEmail(tx, profile.email);
    if (holder && holder.learnerId !== learnerId) return false;
    const { accounts: a } = tx.tables;
    if (!holder) await deleteLinksOf(tx, learnerId);
    await tx.orm.update(a).set(profile).where(eq(a.learnerId, learnerId));
    return true;
  });
}

/** Sets the hash of a new passphrase and ends all links to another and all sessions but the one named. */
export async function changePassphrase(db: Database, learnerId: string, passphraseHash: string, keepSession?: string): Promise<void> {
  await atomically(db, async (tx) => {
    const { accounts: a } = tx.tables;
    await tx.orm.update(a).set({ passphraseHash }).where(eq(a.learnerId, learnerId));
    await deleteLinksOf(tx, learnerId);
    await deleteSessionsOf(tx, learnerId, keepSession);
  });
}

/** Gives another role. A link to a new passphrase made before would now open more than whoever made it may open, so it stops working. */
export async function setRole(db: Database, learnerId: string, role: Role): Promise<void> {
  await atomically(db, async (tx) => {
    const { accounts: a } = tx.tables;
    await tx.orm.update(a).set({ role }).where(eq(a.learnerId, learnerId));
    await deleteLinksOf(tx, learnerId);
  });
}

/** Closes an account to its holder at once, or opens it again (`at` null). Nothing that was kept is touched. */
export async function setDisabled(db: Database, learnerId: string, at: number | null): Promise<void> {
  await atomically(db, async (tx) => {
    const { accounts: a } = tx.tables;
    await tx.orm.update(a).set({ disabledAt: at }).where(eq(a.learnerId, learnerId));
    if (at === null) return;
    await deleteSessionsOf(tx, learnerId);
    await deleteLinksOf(tx, learnerId);
  });
}

/** True where somebody can administer the site. */
export async function hasAdmin({ orm, tables: { accounts: a } }: Database): Promise<boolean> {
  const found = await orm
    .select({ id: a.learnerId })
    .from(a)
    .where(and(eq(a.role, 'admin'), isNull(a.disabledAt)))
    .limit(1);
  return found.length > 0;
}

export interface PeopleQuery {
  /** Part of a name or address; '' for everybody. */
  readonly search: string;
  readonly role: Role | null;
  /** Where the page before ended. */
  readonly after: string | null;
  readonly limit: number;
}

export interface Person extends Omit<Account, 'passphraseHash'> {
  readonly lastSeenAt: number;
}

/** Returns a page of accounts in the order of their addresses. */
export async function listPeople(
  { orm, tables: { accounts: a, learners: l } }: Database,
  { search, role, after, limit }: PeopleQuery,
): Promise<Person[]> {
  const { passphraseHash: _, ...columns } = getTableColumns(a);
  const has = (column: typeof a.name | typeof a.email) => sql`instr(lower(${column}), ${search.toLowerCase()}) > 0`;
  return orm
    .select({ ...columns, lastSeenAt: l.lastSeenAt })
    .from(a)
    .innerJoin(l, eq(l.id, a.learnerId))
    .where(
      and(
        ...(search === '' ? [] : [or(has(a.name), has(a.email))]),
        ...(role === null ? [] : [eq(a.role, role)]),
        ...(after === null ? [] : [gt(a.email, after)]),
      ),
    )
    .orderBy(asc(a.email))
    .limit(limit);
}
