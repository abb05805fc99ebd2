/** Places kept for people by name and address, each with a link of its own. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Cohort } from './cohorts.ts';
import { atomically, type Database } from './database.ts';
import type { Tables } from './tables.ts';

export type Invitation = Readonly<Tables['invitations']['$inferSelect']>;

/** Keeps a place for each of these people; an address that has one in this cohort already gets the new link in place of the old. */
export async function createInvitations(db: Database, invitations: readonly Invitation[]): Promise<void> {
  await atomically(db, async ({ orm, tables: { invitations: i } }) => {
    for (const invitation of invitations) {
      const { tokenHash, name, createdAt } = invitation;
      await orm
        .insert(i)
        .values(invitation)
        .onConflictDoUpdate({ target: [i.cohortId, i.email], set: { tokenHash, name, createdAt } });
    }
  });
}

/** Returns the open invitation with this hash and the name of its cohort, or null. */
export async function findInvitation(
  { orm, tables: { invitations: i, cohorts: c } }: Database,
  tokenHash: string,
): Promise<(Invitation & { readonly cohort: Cohort }) | null> {
  const [found] = await orm
    .select({
      invitation: i,
      cohort: { id: c.id, course: c.course, name: c.name, joinCode: c.joinCode, createdAt: c.createdAt, archivedAt: c.archivedAt },
    })
    .from(i)
    .innerJoin(c, eq(c.id, i.cohortId))
    .where(and(eq(i.tokenHash, tokenHash), isNull(c.archivedAt)));
  return found ? { ...found.invitation, cohort: found.cohort } : null;
}

/** Ends an invitation: it is used, or was taken back. */
export async function endInvitation({ orm, tables: { invitations: i } }: Database, cohortId: string, email: string): Promise<void> {
  await orm.delete(i).where(and(eq(i.cohortId, cohortId), eq(i.email, email)));
}

/** Returns the open invitations of a cohort by name. */
export async function invitationsOf({ orm, tables: { invitations: i } }: Database, cohortId: string): Promise<Invitation[]> {
  return orm.select().from(i).where(eq(i.cohortId, cohortId)).orderBy(asc(i.name), asc(i.email));
}
