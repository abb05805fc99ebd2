/** Cohorts, who teaches them and who is in them. */
import { and, asc, count, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { CohortStanding } from '#app/access/actor.ts';
import { atomically, type Database } from './database.ts';
import type { Tables } from './tables.ts';

export type Cohort = Readonly<Omit<Tables['cohorts']['$inferSelect'], 'formKey'>>;

const columns = ({ cohorts: c }: Tables) => ({
  id: c.id,
  course: c.course,
  name: c.name,
  joinCode: c.joinCode,
  createdAt: c.createdAt,
  archivedAt: c.archivedAt,
});

/** Makes a cohort with its owner. The same form key again returns the id of the one that it made first. */
export async function createCohort(
  db: Database,
  { ownerId, ...cohort }: Omit<Cohort, 'archivedAt'> & { readonly ownerId: string; readonly formKey: string },
): Promise<string> {
  return atomically(db, async ({ orm, tables: { cohorts: c, cohortInstructors: i } }) => {
    const made = await orm
      .insert(c)
      .values({ ...cohort, archivedAt: null })
      .onConflictDoNothing({ target: c.formKey })
      .returning({ id: c.id });
    if (made.length === 0) {
      const [first] = await orm.select({ id: c.id }).from(c).where(eq(c.formKey, cohort.formKey));
      return first?.id ?? cohort.id;
    }
    await orm.insert(i).values({ cohortId: cohort.id, learnerId: ownerId, owner: true, addedAt: cohort.createdAt });
    return cohort.id;
  });
}

export async function findCohort({ orm, tables }: Database, id: string): Promise<Cohort | null> {
  const [found] = await orm.select(columns(tables)).from(tables.cohorts).where(eq(tables.cohorts.id, id));
  return found ?? null;
}

/** Returns the cohort that a code lets people join, or null: an archived one takes nobody. */
export async function cohortByCode({ orm, tables }: Database, joinCode: string): Promise<Cohort | null> {
  const { cohorts: c } = tables;
  const [found] = await orm
    .select(columns(tables))
    .from(c)
    .where(and(eq(c.joinCode, joinCode), isNull(c.archivedAt)));
  return found ?? null;
}

/** Returns how an account stands in a cohort. Who teaches it and is in it too counts as teaching. */
export async function standingIn(db: Database, cohortId: string, learnerId: string): Promise<CohortStanding> {
  const { cohortInstructors: i } = db.tables;
  const [teaches] = await db.orm
    .select({ owner: i.owner })
    .from(i)
    .where(and(eq(i.cohortId, cohortId), eq(i.learnerId, learnerId)));
  if (teaches) return teaches.owner ? 'owner' : 'co-instructor';
  return (await isMember(db, cohortId, learnerId)) ? 'member' : null;
}

/** True for who has joined and not left. */
export async function isMember({ orm, tables: { cohortMembers: m } }: Database, cohortId: string, learnerId: string): Promise<boolean> {
  const [found] = await orm
    .select({ at: m.joinedAt })
    .from(m)
    .where(and(eq(m.cohortId, cohortId), eq(m.learnerId, learnerId), isNull(m.leftAt)));
  return found !== undefined;
}

/** True where `teacherId` teaches a cohort in which `learnerId` is. */
export async function teaches({ orm, tables: t }: Database, teacherId: string, learnerId: string): Promise<boolean> {
  const { cohortInstructors: i, cohortMembers: m } = t;
  const [found] = await orm
    .select({ id: i.cohortId })
    .from(i)
    .innerJoin(m, and(eq(m.cohortId, i.cohortId), eq(m.learnerId, learnerId), isNull(m.leftAt)))
    .where(eq(i.learnerId, teacherId))
    .limit(1);
  return found !== undefined;
}

export interface TaughtCohort extends Cohort {
  readonly owner: boolean;
  /** Who has joined and not left. */
  readonly members: number;
}

/** Returns the cohorts that an account teaches, the newest first. */
export async function cohortsTaughtBy({ orm, tables }: Database, learnerId: string): Promise<TaughtCohort[]> {
  const { cohorts: c, cohortInstructors: i, cohortMembers: m } = tables;
  return orm
    .select({ ...columns(tables), owner: i.owner, members: count(m.learnerId) })
    .from(i)
    .innerJoin(c, eq(c.id, i.cohortId))
    .leftJoin(m, and(eq(m.cohortId, c.id), isNull(m.leftAt)))
    .where(eq(i.learnerId, learnerId))
    .groupBy(c.id)
    .orderBy(desc(c.createdAt), desc(c.id));
}

export interface JoinedCohort extends Cohort {
  readonly joinedAt: number;
}

/** Returns the cohorts that an account is in, the newest first. */
export async function cohortsJoinedBy({ orm, tables }: Database, learnerId: string): Promise<JoinedCohort[]> {
  const { cohorts: c, cohortMembers: m } = tables;
  return orm
    .select({ ...columns(tables), joinedAt: m.joinedAt })
    .from(m)
    .innerJoin(c, eq(c.id, m.cohortId))
    .where(and(eq(m.learnerId, learnerId), isNull(m.leftAt)))
    .orderBy(desc(m.joinedAt));
}

/** Changes the name, the code (null closes joining) or when it was archived (null brings it back). */
export async function changeCohort(
  { orm, tables: { cohorts: c } }: Database,
  id: string,
  change: Partial<Pick<Cohort, 'name' | 'joinCode' | 'archivedAt'>>,
): Promise<void> {
  await orm.update(c).set(change).where(eq(c.id, id));
}

/** Deletes a cohort with its invitations and lists of people. What its learners did is theirs and stays. */
export async function deleteCohort({ orm, tables: { cohorts: c } }: Database, id: string): Promise<void> {
  await orm.delete(c).where(eq(c.id, id));
}

/** Makes an account a member, again if it has left. Returns false where it is one already. */
export async function joinCohort(db: Database, cohortId: string, learnerId: string, now: number): Promise<boolean> {
  return atomically(db, async (tx) => {
    if (await isMember(tx, cohortId, learnerId)) return false;
    const { cohortMembers: m } = tx.tables;
    await tx.orm
      .insert(m)
      .values({ cohortId, learnerId, joinedAt: now, leftAt: null })
      .onConflictDoUpdate({ target: [m.cohortId, m.learnerId], set: { joinedAt: now, leftAt: null } });
    return true;
  });
}

/** Ends a membership. Returns false where there was none. */
export async function leaveCohort({ orm, tables: { cohortMembers: m } }: Database, cohortId: string, learnerId: string, now: number) {
  const left = await orm
    .update(m)
    .set({ leftAt: now })
    .where(and(eq(m.cohortId, cohortId), eq(m.learnerId, learnerId), isNull(m.leftAt)))
    .returning({ id: m.learnerId });
  return left.length > 0;
}

export interface CohortPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Returns who teaches a cohort, the owner first. */
export async function instructorsOf(
  { orm, tables: { cohortInstructors: i, accounts: a } }: Database,
  cohortId: string,
): Promise<(CohortPerson & { readonly owner: boolean })[]> {
  return orm
    .select({ id: a.learnerId, name: a.name, email: a.email, owner: i.owner })
    .from(i)
    .innerJoin(a, eq(a.learnerId, i.learnerId))
    .where(eq(i.cohortId, cohortId))
    .orderBy(desc(i.owner), asc(a.name));
}

export interface OwnedCohort {
  readonly id: string;
  readonly name: string;
  /** Who teaches along the longest and still may; null where nobody does. */
  readonly heir: CohortPerson | null;
}

/** Returns the cohorts that an account owns, by name, and who would own each without it. */
export async function cohortsOwnedBy({ orm, tables }: Database, learnerId: string): Promise<OwnedCohort[]> {
  const { cohorts: c, cohortInstructors: i, accounts: a } = tables;
  const owned = await orm
    .select({ id: c.id, name: c.name })
    .from(i)
    .innerJoin(c, eq(c.id, i.cohortId))
    .where(and(eq(i.learnerId, learnerId), eq(i.owner, true)))
    .orderBy(asc(c.name), asc(c.id));
  const others = await orm
    .select({ cohortId: i.cohortId, id: a.learnerId, name: a.name, email: a.email })
    .from(i)
    .innerJoin(a, eq(a.learnerId, i.learnerId))
    .where(
      and(
        inArray(
          i.cohortId,
          owned.map(({ id }) => id),
        ),
        eq(i.owner, false),
        ne(a.role, 'learner'),
        isNull(a.disabledAt),
      ),
    )
    .orderBy(asc(i.addedAt), asc(a.learnerId));
  return owned.map((cohort) => {
    const heir = others.find(({ cohortId }) => cohortId === cohort.id);
    return { ...cohort, heir: heir ? { id: heir.id, name: heir.name, email: heir.email } : null };
  });
}

/** Makes somebody who teaches along the owner of a cohort. */
export async function makeOwner({ orm, tables: { cohortInstructors: i } }: Database, cohortId: string, learnerId: string): Promise<void> {
  await orm
    .update(i)
    .set({ owner: true })
    .where(and(eq(i.cohortId, cohortId), eq(i.learnerId, learnerId)));
}

/** Lets an account teach along. Teaching already changes nothing. */
export async function addInstructor({ orm, tables: { cohortInstructors: i } }: Database, cohortId: string, learnerId: string, now: number) {
  await orm.insert(i).values({ cohortId, learnerId, owner: false, addedAt: now }).onConflictDoNothing();
}

/** Ends teaching along; the owner stays. Returns false where there was nothing to end. */
export async function removeInstructor({ orm, tables: { cohortInstructors: i } }: Database, cohortId: string, learnerId: string) {
  const gone = await orm
    .delete(i)
    .where(and(eq(i.cohortId, cohortId), eq(i.learnerId, learnerId), eq(i.owner, false)))
    .returning({ id: i.learnerId });
  return gone.length > 0;
}

/** Returns the members of a cohort by name, those after the place `offset`, at most `limit`; `search` is looked for in name and address. */
export async function membersOf(
  { orm, tables: { cohortMembers: m, accounts: a } }: Database,
  cohortId: string,
  { search = '', offset = 0, limit }: { search?: string; offset?: number; limit: number },
): Promise<(CohortPerson & { readonly joinedAt: number })[]> {
  return orm
    .select({ id: a.learnerId, name: a.name, email: a.email, joinedAt: m.joinedAt })
    .from(m)
    .innerJoin(a, eq(a.learnerId, m.learnerId))
    .where(and(eq(m.cohortId, cohortId), isNull(m.leftAt), named(a, search)))
    .orderBy(sql`lower(${a.name})`, asc(a.email))
    .limit(limit)
    .offset(offset);
}

/** Holds for accounts with `search` in their name or address, in any case. */
export function named(a: Tables['accounts'], search: string) {
  if (search === '') return undefined;
  const like = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(lower(${a.name}) like ${like} escape '\\' or ${a.email} like ${like} escape '\\')`;
}

/** Returns how many members a cohort has. */
export async function countMembers({ orm, tables: { cohortMembers: m } }: Database, cohortId: string): Promise<number> {
  const [row] = await orm
    .select({ n: count() })
    .from(m)
    .where(and(eq(m.cohortId, cohortId), isNull(m.leftAt)));
  return row?.n ?? 0;
}

/** Returns the cohorts with at least so many members that are not archived. */
export async function largeCohorts({ orm, tables: { cohorts: c, cohortMembers: m } }: Database, least: number) {
  return orm
    .select({ id: c.id, course: c.course })
    .from(c)
    .innerJoin(m, and(eq(m.cohortId, c.id), isNull(m.leftAt)))
    .where(isNull(c.archivedAt))
    .groupBy(c.id)
    .having(sql`count(*) >= ${least}`);
}

/** Returns the addresses of a cohort's members. */
export async function memberEmails({ orm, tables: { cohortMembers: m, accounts: a } }: Database, cohortId: string): Promise<string[]> {
  const rows = await orm
    .select({ email: a.email })
    .from(m)
    .innerJoin(a, eq(a.learnerId, m.learnerId))
    .where(and(eq(m.cohortId, cohortId), isNull(m.leftAt)));
  return rows.map(({ email }) => email);
}
