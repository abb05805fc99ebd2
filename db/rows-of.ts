/** Everything held about one learner, table by table, for the copy they may ask for and for deletion. */
import { eq, getTableColumns, inArray, or } from 'drizzle-orm';
import type { Database } from './database.ts';

/** Returns all rows about a learner, each table in the order of its keys. Hashes of tokens and passphrases are left out: they are of use to no one. */
export async function rowsOf({ orm, tables: t }: Database, learnerId: string) {
  const ownAttempts = orm.select({ id: t.attempts.id }).from(t.attempts).where(eq(t.attempts.learnerId, learnerId));
  const ownResponses = orm.select({ id: t.responses.id }).from(t.responses).where(eq(t.responses.learnerId, learnerId));
  const ownEmail = orm.select({ email: t.accounts.email }).from(t.accounts).where(eq(t.accounts.learnerId, learnerId));
  const { tokenHash: _secret, ...invitation } = getTableColumns(t.invitations);
  const { passphraseHash: _hash, ...account } = getTableColumns(t.accounts);
  const { tokenHash: _token, ...link } = getTableColumns(t.links);
  return {
    learner: await orm.select().from(t.learners).where(eq(t.learners.id, learnerId)),
    sessions: await orm
      .select({ createdAt: t.sessions.createdAt, expiresAt: t.sessions.expiresAt })
      .from(t.sessions)
      .where(eq(t.sessions.learnerId, learnerId))
      .orderBy(t.sessions.createdAt),
    accounts: await orm.select(account).from(t.accounts).where(eq(t.accounts.learnerId, learnerId)),
    passkeys: await orm.select().from(t.passkeys).where(eq(t.passkeys.learnerId, learnerId)).orderBy(t.passkeys.createdAt),
    links: await orm.select(link).from(t.links).where(eq(t.links.learnerId, learnerId)).orderBy(t.links.createdAt),
    audit: await orm
      .select()
      .from(t.audit)
      .where(or(eq(t.audit.subjectId, learnerId), eq(t.audit.actorId, learnerId)))
      .orderBy(t.audit.id),
    attempts: await orm.select().from(t.attempts).where(eq(t.attempts.learnerId, learnerId)).orderBy(t.attempts.startedAt),
    attemptItems: await orm
      .select()
      .from(t.attemptItems)
      .where(inArray(t.attemptItems.attemptId, ownAttempts))
      .orderBy(t.attemptItems.attemptId, t.attemptItems.position),
    drafts: await orm
      .select()
      .from(t.drafts)
      .where(inArray(t.drafts.attemptId, ownAttempts))
      .orderBy(t.drafts.attemptId, t.drafts.position),
    responses: await orm.select().from(t.responses).where(eq(t.responses.learnerId, learnerId)).orderBy(t.responses.at),
    undone: await orm.select().from(t.undone).where(inArray(t.undone.responseId, ownResponses)).orderBy(t.undone.at),
    regradedMarks: await orm
      .select()
      .from(t.regradedMarks)
      .where(inArray(t.regradedMarks.attemptId, ownAttempts))
      .orderBy(t.regradedMarks.attemptId, t.regradedMarks.position),
    regradedAttempts: await orm.select().from(t.regradedAttempts).where(inArray(t.regradedAttempts.attemptId, ownAttempts)),
    disputes: await orm.select().from(t.disputes).where(eq(t.disputes.learnerId, learnerId)).orderBy(t.disputes.at),
    selfChecks: await orm.select().from(t.selfChecks).where(inArray(t.selfChecks.responseId, ownResponses)).orderBy(t.selfChecks.at),
    sectionReads: await orm.select().from(t.sectionReads).where(eq(t.sectionReads.learnerId, learnerId)).orderBy(t.sectionReads.at),
    certificates: await orm.select().from(t.certificates).where(eq(t.certificates.learnerId, learnerId)).orderBy(t.certificates.issuedAt),
    cohortInstructors: await orm.select().from(t.cohortInstructors).where(eq(t.cohortInstructors.learnerId, learnerId)),
    cohortMembers: await orm.select().from(t.cohortMembers).where(eq(t.cohortMembers.learnerId, learnerId)),
    // Kept under an address, for whoever has it.
    invitations: await orm.select(invitation).from(t.invitations).where(inArray(t.invitations.email, ownEmail)),
    extensions: await orm.select().from(t.extensions).where(eq(t.extensions.learnerId, learnerId)),
    notes: await orm.select().from(t.notes).where(eq(t.notes.learnerId, learnerId)),
    lessonProgress: await orm.select().from(t.lessonProgress).where(eq(t.lessonProgress.learnerId, learnerId)),
    itemProgress: await orm.select().from(t.itemProgress).where(eq(t.itemProgress.learnerId, learnerId)),
    aboutProgress: await orm.select().from(t.aboutProgress).where(eq(t.aboutProgress.learnerId, learnerId)),
    reviewCards: await orm.select().from(t.reviewCards).where(eq(t.reviewCards.learnerId, learnerId)),
    beliefs: await orm.select().from(t.beliefs).where(eq(t.beliefs.learnerId, learnerId)),
    reviewLimits: await orm.select().from(t.reviewLimits).where(eq(t.reviewLimits.learnerId, learnerId)),
  };
}

/** Returns how many rows go with a learner; those of the audit log stay, without the name. */
export async function countRowsOf(db: Database, learnerId: string): Promise<number> {
  const { audit: _, ...own } = await rowsOf(db, learnerId);
  return Object.values(own).reduce((sum, rows) => sum + rows.length, 0);
}
