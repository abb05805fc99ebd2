/** Sittings: a quiz in practice or as a mock test, or the checks inside a lesson's text. */
import { and, asc, desc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import type { AttemptMode } from '#app/learning/attempt.ts';
import { finishOf, isQuiz, marksAreOut, mayRetry } from '#app/learning/attempt.ts';
import type { CardId } from '#app/learning/review/card.ts';
import { attemptScore, tallyOf } from '#app/learning/score.ts';
import { type Attempt, type AttemptDetail, type AttemptItem, findAttempt, itemsOf } from './attempt-detail.ts';
import { countFinish, countResponse } from './counting.ts';
import { atomically, type Database } from './database.ts';
import { regradeOf, tallyIn } from './marks.ts';
import { prepared, value, valuesOf } from './prepared.ts';
import type { StoredResponse } from './responses.ts';

export interface NewAttempt {
  readonly id: string;
  readonly learnerId: string;
  readonly course: string;
  readonly lesson: string;
  readonly mode: AttemptMode;
  readonly seed: number;
  readonly contentVersion: string;
  readonly formKey: string;
  readonly startedAt: number;
  /** For a graded quiz: what set it, until when it runs, and whether its marks wait. */
  readonly assignment?: { readonly id: string; readonly deadline: number | null; readonly held: boolean };
  /** For a review: the idea that it is for. */
  readonly card?: CardId;
}
export interface ChosenItem {
  readonly itemId: string;
  readonly seed: number;
  /** Why it was chosen, where that was for what the learner seems to believe. */
  readonly why?: string | null;
}

const insertAttempt = prepared<Omit<NewAttempt, 'assignment' | 'card'> & Unfinished, { id: string }[]>(({ orm, tables: { attempts: a } }) =>
  orm.insert(a).values(valuesOf(a)).onConflictDoNothing().returning({ id: a.id }),
);
type Unfinished = Pick<Attempt, 'finishedAt' | 'releasedAt' | 'assignmentId' | 'deadline' | 'held' | 'card'>;

const insertItem = prepared<AttemptItem & { attemptId: string }, unknown>(({ orm, tables: { attemptItems: i } }) =>
  orm.insert(i).values(valuesOf(i)),
);
const selectByFormKey = prepared<{ learnerId: string; formKey: string }, { id: string }[]>(({ orm, tables: { attempts: a } }) =>
  orm
    .select({ id: a.id })
    .from(a)
    .where(and(eq(a.formKey, value('formKey')), eq(a.learnerId, value('learnerId')))),
);

/**
 * Starts an attempt with these items, in this order; the same form key again returns the attempt that it started first. Null where the
 * key was used by another learner.
 */
export async function startAttempt(db: Database, attempt: NewAttempt, items: readonly ChosenItem[]): Promise<AttemptDetail | null> {
  return atomically(db, async (tx) => {
    const { assignment, card = null, ...plain } = attempt;
    const set = { assignmentId: assignment?.id ?? null, deadline: assignment?.deadline ?? null, held: assignment?.held ?? false };
    const [made] = await insertAttempt(tx, { ...plain, ...set, card, finishedAt: null, releasedAt: null });
    if (made) {
      for (const [position, { itemId, seed, why = null }] of items.entries()) {
        await insertItem(tx, { attemptId: attempt.id, position, itemId, seed, retryOf: null, why });
      }
      return findAttempt(tx, attempt.learnerId, attempt.id);
    }
    const [first] = await selectByFormKey(tx, { learnerId: attempt.learnerId, formKey: attempt.formKey });
    return first ? findAttempt(tx, attempt.learnerId, first.id) : null;
  });
}

/** The checks of a lesson need no form to begin with: the key follows from what they are. */
export const checksKey = (learnerId: string, course: string, lesson: string) => `checks ${learnerId} ${course} ${lesson}`;

const selectCheckAnswers = prepared<{ learnerId: string; course: string; lesson: string }, StoredResponse[]>(
  ({ orm, tables: { attempts: a, responses: r } }) =>
    orm
      .select(getTableColumns(r))
      .from(a)
      .innerJoin(r, eq(r.attemptId, a.id))
      .where(
        and(eq(a.learnerId, value('learnerId')), eq(a.course, value('course')), eq(a.lesson, value('lesson')), eq(a.mode, sql`'check'`)),
      )
      .orderBy(asc(r.at), asc(r.id)),
);

/** Returns the learner's answers to the checks of a lesson, oldest first. Two histories that became one may hold two answers to a check. */
export async function checkAnswers(db: Database, learnerId: string, course: string, lesson: string): Promise<StoredResponse[]> {
  return selectCheckAnswers(db, { learnerId, course, lesson });
}

/**
 * Returns the one attempt that holds a lesson's checks, made on demand, with a place for each of `items`: look a check up by its item
 * id among those that retry nothing. Items that the lesson gained later are added at the end.
 */
export async function checkAttempt(
  db: Database,
  attempt: Omit<NewAttempt, 'mode' | 'formKey'>,
  items: readonly ChosenItem[],
): Promise<AttemptDetail> {
  const { learnerId, course, lesson } = attempt;
  return atomically(db, async (tx) => {
    const found = await startAttempt(tx, { ...attempt, mode: 'check', formKey: checksKey(learnerId, course, lesson) }, items);
    if (!found) throw new Error(`The checks of ${course}/${lesson} belong to another learner.`);
    const missing = items.filter((item) => !found.items.some((known) => known.itemId === item.itemId && known.retryOf === null));
    for (const [index, { itemId, seed }] of missing.entries()) {
      await insertItem(tx, { attemptId: found.id, position: found.items.length + index, itemId, seed, retryOf: null, why: null });
    }
    return missing.length === 0 ? found : { ...found, items: await itemsOf(tx, learnerId, found.id) };
  });
}

/**
 * Adds an item that retries the one at `position`, or returns the retry that was added before: a double click adds one. Null where the
 * learner has no such attempt, that item is not answered yet, or the attempt allows no retry.
 */
export async function addRetryItem(
  db: Database,
  learnerId: string,
  attemptId: string,
  position: number,
  item: ChosenItem,
): Promise<AttemptItem | null> {
  return atomically(db, async (tx) => {
    const attempt = await findAttempt(tx, learnerId, attemptId);
    if (!attempt || !mayRetry(attempt)) return null;
    const before = attempt.items.find((known) => known.retryOf === position);
    if (before) return before;
    if (!attempt.items.find((known) => known.position === position)?.response) return null;
    const retry: AttemptItem = { position: attempt.items.length, why: null, ...item, retryOf: position };
    await insertItem(tx, { attemptId, ...retry });
    return retry;
  });
}

/**
 * Lets the marks of a finished graded attempt out, and counts it into progress. What is released, or not finished, stays as it is.
 */
export async function releaseAttempt(db: Database, learnerId: string, id: string, now: number): Promise<void> {
  await atomically(db, async (tx) => {
    const attempt = await findAttempt(tx, learnerId, id);
    if (attempt?.mode !== 'graded' || attempt.finishedAt === null || attempt.releasedAt !== null) return;
    await tx.orm.update(tx.tables.attempts).set({ releasedAt: now }).where(eq(tx.tables.attempts.id, id));
    await countAttempt(tx, attempt, attempt.finishedAt);
  });
}

/** Counts a whole attempt whose answers were not counted one by one. */
async function countAttempt(tx: Database, attempt: AttemptDetail, at: number): Promise<void> {
  const { learnerId, course, lesson, mode, card, items } = attempt;
  for (const { response } of items) if (response) await countResponse(tx, learnerId, { ...response, mode, card });
  await countFinish(tx, { learnerId, course, lesson, score: attemptScore(tallyOf(items)), at });
}

/**
 * Finishes an attempt and counts it into progress; an attempt that is finished stays as it is. Returns it, or null where the learner has
 * none with this id or it holds checks, which are never finished. A review is no quiz of its lesson and does not count as one.
 */
export async function finishAttempt(db: Database, learnerId: string, id: string, now: number): Promise<AttemptDetail | null> {
  return atomically(db, async (tx) => {
    const attempt = await findAttempt(tx, learnerId, id);
    if (!attempt || attempt.mode === 'check') return null;
    if (attempt.finishedAt !== null) return attempt;
    const finishedAt = finishOf(attempt, now);
    const releasedAt = attempt.mode === 'graded' && !attempt.held ? finishedAt : null;
    const finished = { ...attempt, finishedAt, releasedAt };
    await tx.orm.update(tx.tables.attempts).set({ finishedAt, releasedAt }).where(eq(tx.tables.attempts.id, id));
    if (!marksAreOut(attempt)) {
      if (marksAreOut(finished)) await countAttempt(tx, attempt, finishedAt);
      return finished;
    }
    const { course, lesson, mode } = attempt;
    if (isQuiz(mode)) await countFinish(tx, { learnerId, course, lesson, score: attemptScore(tallyOf(attempt.items)), at: finishedAt });
    return finished;
  });
}

export interface AttemptSummary extends Attempt {
  /** Items without retries, and how many of them are answered. */
  readonly items: number;
  readonly answered: number;
  /** 0 to 1, over what was answered while it is open and over everything once it is finished; null for an open mock test. */
  readonly score: number | null;
}

/** Returns the learner's quizzes, in one course or all, newest first, without checks and reviews. */
export async function listAttempts(db: Database, learnerId: string, course?: string): Promise<AttemptSummary[]> {
  const { attempts: a } = db.tables;
  return summaries(db, [eq(a.learnerId, learnerId), ...(course === undefined ? [] : [eq(a.course, course)])]);
}

/** Returns the learner's quizzes that are not finished, newest first, without reviews. */
export async function openAttempts(db: Database, learnerId: string, course: string): Promise<AttemptSummary[]> {
  const { attempts: a } = db.tables;
  return summaries(db, [eq(a.learnerId, learnerId), eq(a.course, course), isNull(a.finishedAt)]);
}

async function summaries({ orm, tables: t }: Database, conditions: SQL[]): Promise<AttemptSummary[]> {
  const rows = await orm
    .select({ attempt: t.attempts, ...tallyIn(t) })
    .from(t.attempts)
    .innerJoin(t.attemptItems, and(eq(t.attemptItems.attemptId, t.attempts.id), isNull(t.attemptItems.retryOf)))
    .leftJoin(t.responses, and(eq(t.responses.attemptId, t.attemptItems.attemptId), eq(t.responses.position, t.attemptItems.position)))
    .leftJoin(t.regradedMarks, regradeOf(t, t.attemptItems))
    .where(and(...conditions, sql`${t.attempts.mode} not in ('check', 'review')`))
    .groupBy(t.attempts.id)
    .orderBy(desc(t.attempts.startedAt), desc(t.attempts.id));
  return rows.map(({ attempt, items, answered, marked, scoreSum }) => {
    const tally = { items: attempt.finishedAt === null ? answered : items, answered, marked, scoreSum };
    return { ...attempt, items, answered, score: marksAreOut(attempt) ? attemptScore(tally) : null };
  });
}
