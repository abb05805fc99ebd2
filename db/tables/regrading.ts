/** Marks that were decided anew, beside the log, which stays as it is; and what learners dispute. */
import type { Columns } from '../columns.sqlite.ts';
import { basisColumn, changedKeysColumn, disputedColumn, idsColumn } from '../json.ts';
import type { Log } from './log.ts';
import type { LearnerId, Learners } from './people.ts';
import type { Assignments, Cohorts } from './teaching.ts';

interface Others {
  readonly learners: Learners;
  readonly cohorts: Cohorts;
  readonly assignments: Assignments;
  readonly attempts: Log['attempts'];
  readonly attemptItems: Log['attemptItems'];
  readonly responses: Log['responses'];
}

/** Returns the tables of regrades and disputes. */
export function regrading(c: Columns, learnerId: LearnerId, others: Others) {
  /** A decision about the marks of an assignment. It stays when the assignment goes, as the marks do. */
  const regrades = c.table(
    'regrades',
    {
      id: c.id('id').primaryKey(),
      assignmentId: c.id('assignment_id').references(() => others.assignments.id, { onDelete: 'set null' }),
      basis: c.json('basis', basisColumn).notNull(),
      /** What changed, in the words of the day. */
      changed: c.json('changed', changedKeysColumn).notNull(),
      /** What the instructor adds for learners; empty for nothing. */
      note: c.text('note').notNull(),
      /** False where it was declined. */
      applied: c.flag('applied').notNull(),
      /** Who decided; null once that person is gone. */
      decidedBy: c.id('decided_by').references(() => others.learners.id, { onDelete: 'set null' }),
      decidedAt: c.instant('decided_at').notNull(),
      undoneBy: c.id('undone_by').references(() => others.learners.id, { onDelete: 'set null' }),
      undoneAt: c.instant('undone_at'),
      /** True until every learner it bears on has the marks that it, or its being undone, gives them. */
      underWay: c.flag('under_way').notNull(),
      formKey: c.text('form_key').notNull(),
    },
    (t) => [c.uniqueIndex('regrades_by_form_key').on(t.formKey), c.index('regrades_by_assignment').on(t.assignmentId, t.decidedAt)],
  );
  const regradeId = () =>
    c
      .id('regrade_id')
      .notNull()
      .references(() => regrades.id, { onDelete: 'cascade' });
  /** The score of each attempt that a regrade bears on, before and after; null while it was open, or where nothing counts. */
  const regradedAttempts = c.table(
    'regraded_attempts',
    {
      attemptId: c
        .id('attempt_id')
        .notNull()
        .references(() => others.attempts.id, { onDelete: 'cascade' }),
      regradeId: regradeId(),
      before: c.real('before'),
      after: c.real('after'),
      /** When its marks came into force; null while they wait for that. */
      appliedAt: c.instant('applied_at'),
      undoneAt: c.instant('undone_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.attemptId, t.regradeId] }),
      c.index('regraded_attempts_by_regrade').on(t.regradeId, t.undoneAt, t.appliedAt),
    ],
  );
  /** Marks in the place of those in the log. Of each place at most one row is in force. */
  const regradedMarks = c.table(
    'regraded_marks',
    {
      attemptId: c.id('attempt_id').notNull(),
      position: c.integer('position').notNull(),
      regradeId: regradeId(),
      score: c.real('score'),
      right: c.flag('right'),
      misconceptions: c.json('misconceptions', idsColumn).notNull(),
      /** True where the place counts for nobody, answered or not. */
      voided: c.flag('voided').notNull(),
      inForce: c.flag('in_force').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.attemptId, t.position, t.regradeId] }),
      c.index('regraded_marks_by_regrade').on(t.regradeId),
      c
        .foreignKey({
          name: 'regraded_marks_of_an_item',
          columns: [t.attemptId, t.position],
          foreignColumns: [others.attemptItems.attemptId, others.attemptItems.position],
        })
        .onDelete('cascade'),
    ],
  );
  /** What a learner disputes about an answered question, and what they were answered. */
  const disputes = c.table(
    'disputes',
    {
      id: c.id('id').primaryKey(),
      learnerId: learnerId(),
      cohortId: c
        .id('cohort_id')
        .notNull()
        .references(() => others.cohorts.id, { onDelete: 'cascade' }),
      responseId: c
        .id('response_id')
        .notNull()
        .references(() => others.responses.id, { onDelete: 'cascade' }),
      itemId: c.text('item_id').notNull(),
      disputed: c.json('disputed', disputedColumn).notNull(),
      statement: c.text('statement').notNull(),
      at: c.instant('at').notNull(),
      formKey: c.text('form_key').notNull(),
      /** Null while it is open. */
      accepted: c.flag('accepted'),
      reply: c.text('reply'),
      repliedBy: c.id('replied_by').references(() => others.learners.id, { onDelete: 'set null' }),
      repliedAt: c.instant('replied_at'),
    },
    (t) => [
      c.uniqueIndex('disputes_by_form_key').on(t.formKey),
      c.index('disputes_by_response').on(t.responseId),
      c.index('disputes_by_learner').on(t.learnerId),
      c.index('disputes_by_cohort').on(t.cohortId, t.repliedAt),
    ],
  );
  return { regrades, regradedAttempts, regradedMarks, disputes };
}
