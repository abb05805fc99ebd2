/** What learners did: the log, which is the truth. Everything is deleted with its learner. */
import type { AttemptMode } from '#app/learning/attempt.ts';
import type { CardId } from '#app/learning/review/card.ts';
import type { ItemKindId } from '#app/quiz/item.ts';
import type { Columns } from '../columns.sqlite.ts';
import { answerColumn, idsColumn, shownColumn, snapshotColumn } from '../json.ts';
import { marksWait } from '../marks-wait.ts';
import type { LearnerId } from './people.ts';
import type { Assignments } from './teaching.ts';

/** Returns the tables of the log. */
export function log(c: Columns, learnerId: LearnerId, assignments: Assignments) {
  const attempts = c.table(
    'attempts',
    {
      id: c.id('id').primaryKey(),
      learnerId: learnerId(),
      course: c.text('course').notNull(),
      lesson: c.text('lesson').notNull(),
      mode: c.text('mode').$type<AttemptMode>().notNull(),
      seed: c.integer('seed').notNull(),
      contentVersion: c.text('content_version').notNull(),
      formKey: c.text('form_key').notNull(),
      startedAt: c.instant('started_at').notNull(),
      finishedAt: c.instant('finished_at'),
      /** What it was set by; null for a quiz of the learner's own. */
      assignmentId: c.id('assignment_id').references(() => assignments.id, { onDelete: 'set null' }),
      /** When the time is over; null without a limit. */
      deadline: c.instant('deadline'),
      /** True where the marks wait until everybody's time is over. */
      held: c.flag('held').notNull().default(false),
      releasedAt: c.instant('released_at'),
      /** The idea that a review was for; null for every other mode. */
      card: c.text('card').$type<CardId>(),
    },
    (t) => [
      c.uniqueIndex('attempts_by_form_key').on(t.formKey),
      c.index('attempts_by_learner').on(t.learnerId, t.course, t.startedAt),
      c.index('attempts_by_assignment').on(t.assignmentId, t.learnerId),
      // Of all attempts the few that are looked for again and again.
      c.index('attempts_marks_wait').on(t.deadline).where(marksWait(t)),
    ],
  );
  const attemptItems = c.table(
    'attempt_items',
    {
      attemptId: c
        .id('attempt_id')
        .notNull()
        .references(() => attempts.id, { onDelete: 'cascade' }),
      position: c.integer('position').notNull(),
      itemId: c.text('item_id').notNull(),
      seed: c.integer('seed').notNull(),
      /** Position of the item that this one retries. */
      retryOf: c.integer('retry_of'),
      /** Why it was chosen, in a sentence; null where it was not chosen for what the learner seems to believe. */
      why: c.text('why'),
    },
    (t) => [c.primaryKey({ columns: [t.attemptId, t.position] })],
  );
  /** What stands in a form that is not sent yet: it counts when the time runs out. */
  const drafts = c.table(
    'drafts',
    {
      attemptId: c.id('attempt_id').notNull(),
      position: c.integer('position').notNull(),
      form: c.text('form').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.attemptId, t.position] }),
      c
        .foreignKey({
          name: 'drafts_of_an_item',
          columns: [t.attemptId, t.position],
          foreignColumns: [attemptItems.attemptId, attemptItems.position],
        })
        .onDelete('cascade'),
    ],
  );
  const responses = c.table(
    'responses',
    {
      id: c.id('id').primaryKey(),
      learnerId: learnerId(),
      attemptId: c.id('attempt_id').notNull(),
      position: c.integer('position').notNull(),
      course: c.text('course').notNull(),
      lesson: c.text('lesson').notNull(),
      itemId: c.text('item_id').notNull(),
      kind: c.text('kind').$type<ItemKindId>().notNull(),
      about: c.text('about').notNull(),
      answer: c.json('answer', answerColumn).notNull(),
      score: c.real('score'),
      right: c.flag('right'),
      misconceptions: c.json('misconceptions', idsColumn).notNull(),
      contentVersion: c.text('content_version').notNull(),
      formKey: c.text('form_key').notNull(),
      seconds: c.integer('seconds').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c
        .foreignKey({
          name: 'responses_answer_an_item',
          columns: [t.attemptId, t.position],
          foreignColumns: [attemptItems.attemptId, attemptItems.position],
        })
        .onDelete('cascade'),
      c.uniqueIndex('responses_by_position').on(t.attemptId, t.position),
      c.uniqueIndex('responses_by_form_key').on(t.formKey),
      c.index('responses_by_learner').on(t.learnerId, t.at),
    ],
  );
  /** Answers taken back. They stay in the log, and nothing is derived from them any more. */
  const undone = c.table(
    'undone',
    {
      responseId: c
        .id('response_id')
        .primaryKey()
        .references(() => responses.id, { onDelete: 'cascade' }),
      formKey: c.text('form_key').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.uniqueIndex('undone_by_form_key').on(t.formKey)],
  );
  const selfChecks = c.table(
    'self_checks',
    {
      id: c.id('id').primaryKey(),
      responseId: c
        .id('response_id')
        .notNull()
        .references(() => responses.id, { onDelete: 'cascade' }),
      ticks: c.json('ticks', idsColumn).notNull(),
      formKey: c.text('form_key').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.uniqueIndex('self_checks_by_form_key').on(t.formKey), c.index('self_checks_by_response').on(t.responseId, t.at)],
  );
  const certificates = c.table(
    'certificates',
    {
      id: c.id('id').primaryKey(),
      learnerId: learnerId(),
      /** What anybody can check it by. */
      code: c.text('code').notNull(),
      course: c.text('course').notNull(),
      /** The name that the learner chose to have printed. */
      name: c.text('name').notNull(),
      shown: c.json('shown', shownColumn).notNull(),
      contentVersion: c.text('content_version').notNull(),
      formKey: c.text('form_key').notNull(),
      issuedAt: c.instant('issued_at').notNull(),
      withdrawnAt: c.instant('withdrawn_at'),
    },
    (t) => [
      c.uniqueIndex('certificates_by_code').on(t.code),
      c.uniqueIndex('certificates_by_form_key').on(t.formKey),
      c.index('certificates_by_learner').on(t.learnerId, t.course),
    ],
  );
  const sectionReads = c.table(
    'section_reads',
    {
      learnerId: learnerId(),
      course: c.text('course').notNull(),
      lesson: c.text('lesson').notNull(),
      section: c.text('section').notNull(),
      seconds: c.integer('seconds').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.learnerId, t.course, t.lesson, t.section] })],
  );
  /** What followed from a course's definitions when answers were graded; nobody's data. */
  const contentVersions = c.table(
    'content_versions',
    {
      course: c.text('course').notNull(),
      version: c.text('version').notNull(),
      snapshot: c.json('snapshot', snapshotColumn).notNull(),
      firstSeenAt: c.instant('first_seen_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.course, t.version] })],
  );
  return { contentVersions, attempts, attemptItems, drafts, responses, undone, selfChecks, sectionReads, certificates };
}

export type Log = ReturnType<typeof log>;
