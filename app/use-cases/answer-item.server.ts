/** A learner answers a question of a quiz. */
import { isOverdue } from '#app/learning/attempt.ts';
import { itemsHeld } from '#db/asked.ts';
import { placesOf } from '#db/attempt-detail.ts';
import { finishAttempt } from '#db/attempts.ts';
import { write } from '#db/database.ts';
import { recordResponse } from '#db/responses.ts';
import { handInOverdue } from './assignments/settle.server.ts';
import { heldQuestion } from './held-questions.ts';
import { responseFrom } from './question.ts';
import type { Problem, Scope } from './scope.ts';

export const timeOver = 'The time is over. What stood there when it ran out is handed in, and this no longer counts.';

export interface AnswerKept {
  /** False where this question was answered before, here or in another tab: that answer stands. */
  readonly first: boolean;
  /** True where this answer was the last one the quiz waited for. */
  readonly finished: boolean;
}

/**
 * Grades and keeps an answer, and finishes the attempt when it was the last. Returns null where the learner has no such question, or a
 * sentence about what to mend.
 */
export async function answerItem(
  scope: Scope,
  learnerId: string,
  { attemptId, position, form, formKey }: { attemptId: string; position: number; form: URLSearchParams; formKey: string },
): Promise<AnswerKept | Problem | null> {
  // One write from looking to finishing: of two tabs that send the last two answers at once, the later one must see the earlier.
  return write(scope.db, async (tx) => {
    const places = await placesOf(tx, learnerId, attemptId);
    const place = places[position];
    if (!place) return null;
    if (isOverdue(place.deadline, scope.now()) && place.finishedAt === null) {
      await handInOverdue(scope, tx, learnerId, attemptId);
      return { problem: timeOver };
    }
    const isFinished = place.finishedAt !== null;
    if (place.answeredBy !== null) return { first: place.answeredBy === formKey, finished: isFinished };
    const course = scope.course(place.course);
    const item = course?.item(place.itemId);
    if (!course || !item) return { problem: 'This question was taken out of the course since the quiz began. Go on with the next one.' };
    if (place.mode !== 'graded' && (await itemsHeld(tx, learnerId)).has(place.itemId)) return { problem: heldQuestion };
    const response = responseFrom(scope, course, item, { seed: place.seed, form, formKey });
    if ('problem' in response) return response;

    const recorded = await recordResponse(tx, { ...response, learnerId, attemptId, position, lesson: place.lesson });
    if (!recorded) return { problem: 'This quiz is finished, so its answers can no longer change.' };
    const waits = (other: typeof place) =>
      other !== place && other.answeredBy === null && other.retryOf === null && course.item(other.itemId);
    if (!recorded.first || isFinished || places.some(waits)) return { first: recorded.first, finished: isFinished };
    await finishAttempt(tx, learnerId, attemptId, scope.now());
    return { first: recorded.first, finished: true };
  });
}
