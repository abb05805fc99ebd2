/** After a miss, a learner asks for another case on the same criterion. */
import { chooseRetry } from '#app/learning/choose.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import { addRetryItem } from '#db/attempts.ts';
import { itemProgressOf } from '#db/progress.ts';
import type { Scope } from './scope.ts';
import { bankOf } from './start-quiz.server.ts';

/**
 * Adds a question with a different story on the same criterion; asked again, a double click, gives the one that was added. Returns its
 * position, or null where there is none to give.
 */
export async function retryItem(scope: Scope, learnerId: string, attemptId: string, position: number): Promise<number | null> {
  const attempt = await findAttempt(scope.db, learnerId, attemptId);
  const course = attempt && scope.course(attempt.course);
  const place = attempt?.items[position];
  if (!attempt || !course || !place) return null;
  const before = attempt.items.find((entry) => entry.retryOf === position);
  if (before) return before.position;

  // The lesson's own items first; then those of lessons before and after, which may have the criterion too.
  // Nobody meets a case of the capstone before its test.
  const bank = course.lessons
    .filter(({ role, slug }) => role === 'lesson' || slug === attempt.lesson)
    .toSorted((a, b) => Number(b.slug === attempt.lesson) - Number(a.slug === attempt.lesson))
    .map((lesson) => bankOf(course, lesson.slug));
  const missed = bank.flat().find((entry) => entry.id === place.itemId);
  if (!missed) return null;
  const inAttempt = new Set(attempt.items.map((entry) => entry.itemId));
  const seenItems = new Set([...inAttempt, ...(await itemProgressOf(scope.db, learnerId, course.id)).map((entry) => entry.itemId)]);
  const seenScenarios = new Set(
    bank
      .flat()
      .filter((entry) => inAttempt.has(entry.id))
      .flatMap((entry) => entry.scenarios),
  );
  const seed = scope.newSeed();
  const choices = bank.map((items) => items.filter((entry) => !inAttempt.has(entry.id)));
  const retry = choices.map((items) => chooseRetry(items, missed, { seenScenarios, seenItems, seed })).find((entry) => entry !== null);
  if (!retry) return null;
  const added = await addRetryItem(scope.db, learnerId, attemptId, position, { itemId: retry.id, seed });
  return added?.position ?? null;
}
