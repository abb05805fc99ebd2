/** Cohorts: who teaches whom. What learners did is in the log and theirs; a cohort only says who may look. */
import type { AssignmentKind } from '#app/learning/assignment.ts';
import type { Columns } from '../columns.sqlite.ts';
import { idsColumn } from '../json.ts';
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
  /** Lessons to learn or a quiz to take, until a day. */
  const assignments = c.table(
    'assignments',
    {
      id: c.id('id').primaryKey(),
      cohortId: cohortId(),
      title: c.text('title').notNull(),
      kind: c.text('kind').$type<AssignmentKind>().notNull(),
      /** Lessons to learn, or the one lesson that the quiz is on. */
      lessons: c.json('lessons', idsColumn).notNull(),
      /** The questions of a quiz, the same for everybody; empty for lessons. */
      items: c.json('items', idsColumn).notNull(),
      /** True where everybody gets them in an order of their own. */
      shuffled: c.flag('shuffled').notNull(),
      /** Null for as many as one likes. */
      attemptsAllowed: c.integer('attempts_allowed'),
      counts: c.text('counts').$type<'first' | 'best' | 'last'>().notNull(),
      /** Minutes for one attempt; null without a limit. */
      minutes: c.integer('minutes'),
      /** True where marks and explanations wait until everybody's time is over. */
      held: c.flag('held').notNull(),
      seed: c.integer('seed').notNull(),
      contentVersion: c.text('content_version').notNull(),
      opensAt: c.instant('opens_at').notNull(),
      dueAt: c.instant('due_at').notNull(),
      formKey: c.text('form_key').notNull(),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [c.uniqueIndex('assignments_by_form_key').on(t.formKey), c.index('assignments_by_cohort').on(t.cohortId, t.dueAt)],
  );
  /** More time for one learner. */
  const extensions = c.table(
    'extensions',
    {
      assignmentId: c
        .id('assignment_id')
        .notNull()
        .references(() => assignments.id, { onDelete: 'cascade' }),
      learnerId: learnerId(),
      dueAt: c.instant('due_at').notNull(),
      /** Added to the time for an attempt. */
      extraMinutes: c.integer('extra_minutes').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.assignmentId, t.learnerId] }), c.index('extensions_by_learner').on(t.learnerId)],
  );
  return { cohorts, cohortInstructors, cohortMembers, invitations, notes, assignments, extensions };
}

export type Assignments = ReturnType<typeof teaching>['assignments'];
export type Cohorts = ReturnType<typeof teaching>['cohorts'];
