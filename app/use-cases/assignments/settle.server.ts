/** The clock of graded quizzes: what has run out is handed in as it stands, and marks are let out once everybody's time is over. */
import { graceSeconds, isOverdue } from '#app/learning/attempt.ts';
import { attemptsPast, attemptsToRelease, draftsOf } from '#db/assignments.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import { finishAttempt, releaseAttempt } from '#db/attempts.ts';
import { type Database, write } from '#db/database.ts';
import { recordResponse } from '#db/responses.ts';
import { responseFrom } from '../question.ts';
import type { Scope } from '../scope.ts';

/** Hands in every attempt whose time is over and releases what waits for nobody any more. Safe to call at any time, and twice at once. */
export async function settle(scope: Scope): Promise<void> {
  const past = await attemptsPast(scope.db, scope.now() - graceSeconds * 1000);
  for (const { id, learnerId } of past) await write(scope.db, (tx) => handInOverdue(scope, tx, learnerId, id));
  for (const { id, learnerId } of await attemptsToRelease(scope.db, scope.now()))
    await write(scope.db, (tx) => releaseAttempt(tx, learnerId, id, scope.now()));
}

/**
 * Hands in one attempt if its time is over, inside a write: what stands in forms that were not sent is answered with, as far as it is an
 * answer. It counts as finished at its deadline. Returns true where the attempt is over.
 */
export async function handInOverdue(scope: Scope, tx: Database, learnerId: string, attemptId: string): Promise<boolean> {
  const attempt = await findAttempt(tx, learnerId, attemptId);
  if (!attempt || attempt.finishedAt !== null || !isOverdue(attempt.deadline, scope.now())) return attempt?.finishedAt !== null;
  const course = scope.course(attempt.course);
  const drafts = new Map((await draftsOf(tx, attemptId)).map(({ position, form }) => [position, form]));
  for (const { position, itemId, seed, response } of attempt.items) {
    const [item, draft] = [course?.item(itemId), drafts.get(position)];
    if (!course || !item || draft === undefined || response) continue;
    const made = responseFrom(scope, course, item, { seed, form: new URLSearchParams(draft), formKey: scope.newId() });
    if ('problem' in made) continue;
    await recordResponse(tx, { ...made, at: attempt.deadline ?? made.at, learnerId, attemptId, position, lesson: attempt.lesson });
  }
  await finishAttempt(tx, learnerId, attemptId, attempt.deadline ?? scope.now());
  return true;
}

/** Hands in an attempt at its learner's wish, or as its time over has it. Returns false where there is no such attempt. */
export async function handIn(scope: Scope, learnerId: string, attemptId: string): Promise<boolean> {
  return write(scope.db, async (tx) => {
    await handInOverdue(scope, tx, learnerId, attemptId);
    return (await finishAttempt(tx, learnerId, attemptId, scope.now())) !== null;
  });
}
