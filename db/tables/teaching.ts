/** Cohorts: who teaches whom. What learners did is in the log and theirs; a cohort only says who may look. */
import type { Columns } from '../columns.sqlite.ts';
import type { LearnerId, Learners } from './people.ts';

/** Returns the tables of cohorts. */
export function teaching(c: Columns, learnerId: LearnerId, learners: Learners) {
  const cohorts = c.table(
    'cohorts',
    {
      id: c.id('id').primaryKey(),
      course: c.text('course').notNull(),
      name: c.text('name').notNull(),
      /** What lets an account join; null while joining is closed. */
      joinCode: c.text('join_code'),
      formKey: c.text('form_key').notNull(),
      createdAt: c.instant('created_at').notNull(),
      archivedAt: c.instant('archived_at'),
    },
    (t) => [c.uniqueIndex('cohorts_by_join_code').on(t.joinCode), c.uniqueIndex('cohorts_by_form_key').on(t.formKey)],
  );
  const cohortId = () =>
    c
      .id('cohort_id')
      .notNull()
      .references(() => cohorts.id, { onDelete: 'cascade' });
  const cohortInstructors = c.table(
    'cohort_instructors',
    { cohortId: cohortId(), learnerId: learnerId(), owner: c.flag('owner').notNull(), addedAt: c.instant('added_at').notNull() },
    (t) => [c.primaryKey({ columns: [t.cohortId, t.learnerId] }), c.index('cohort_instructors_by_learner').on(t.learnerId)],
  );
  const cohortMembers = c.table(
    'cohort_members',
    { cohortId: cohortId(), learnerId: learnerId(), joinedAt: c.instant('joined_at').notNull(), leftAt: c.instant('left_at') },
    (t) => [c.primaryKey({ columns: [t.cohortId, t.learnerId] }), c.index('cohort_members_by_learner').on(t.learnerId)],
  );
  /** A place kept for somebody by name and address. The link in it joins the account that opens it. */
  const invitations = c.table(
    'invitations',
    {
      /** SHA-256 of the secret in the link. */
      tokenHash: c.text('token_hash').primaryKey(),
      cohortId: cohortId(),
      name: c.text('name').notNull(),
      email: c.text('email').notNull(),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [c.uniqueIndex('invitations_by_email').on(t.cohortId, t.email)],
  );
  /** What instructors of a cohort note down about a learner, for themselves. */
  const notes = c.table(
    'notes',
    {
      cohortId: cohortId(),
      learnerId: learnerId(),
      text: c.text('text').notNull(),
      /** Who wrote it last; null once that person is gone. */
      writtenBy: c.id('written_by').references(() => learners.id, { onDelete: 'set null' }),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.cohortId, t.learnerId] }), c.index('notes_by_learner').on(t.learnerId)],
  );
  return { cohorts, cohortInstructors, cohortMembers, invitations, notes };
}
