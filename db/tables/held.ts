/**
 * What each table holds of people, and what becomes of it. A table without a line here does not compile; a test holds each line against the
 * references in the schema, the copy that people get (rows-of.ts) and deletion (learners.ts).
 */
import type { Tables } from '../tables.ts';

export type Held =
  /** Rows about a learner: in their copy, and gone with them. */
  | 'goes'
  /** Rows found by the address of an account: in its holder's copy, and gone with it. */
  | 'goes by address'
  /** Rows in the copy of whom they are about, that stay without the name. */
  | 'stays without the name'
  /** Nothing about a learner. People who teach may be named in it; their name goes when they do. */
  | 'nobody';

export const held: Readonly<Record<keyof Tables, Held>> = {
  learners: 'goes',
  reviewLimits: 'goes',
  sessions: 'goes',
  accounts: 'goes',
  passkeys: 'goes',
  challenges: 'nobody',
  links: 'goes',
  audit: 'stays without the name',
  auditChain: 'nobody',
  contentVersions: 'nobody',
  attempts: 'goes',
  attemptItems: 'goes',
  drafts: 'goes',
  responses: 'goes',
  undone: 'goes',
  selfChecks: 'goes',
  sectionReads: 'goes',
  certificates: 'goes',
  regrades: 'nobody',
  regradedAttempts: 'goes',
  regradedMarks: 'goes',
  disputes: 'goes',
  lessonProgress: 'goes',
  itemProgress: 'goes',
  aboutProgress: 'goes',
  reviewCards: 'goes',
  beliefs: 'goes',
  cohorts: 'nobody',
  cohortInstructors: 'goes',
  cohortMembers: 'goes',
  invitations: 'goes by address',
  notes: 'goes',
  assignments: 'nobody',
  extensions: 'goes',
};
