/** A learner answers a question inside a lesson's text. */

import type { Lesson } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { seedFor } from '#app/quiz/shuffle.ts';
import { checkAttempt } from '#db/attempts.ts';
import { recordResponse } from '#db/responses.ts';
import { secondsInLesson } from './lesson-time.server.ts';
import { responseFrom } from './question.ts';
import type { Keep, Problem, World } from './scope.ts';

/**
 * Returns the seed by which a check is shuffled. It follows from the item, because a check is shown before there is a learner to
 * remember a seed for.
 */
export function checkSeed(itemId: string): number {
  return seedFor(0, itemId) >>> 1;
}

/** Keeps the first answer to a check; later ones change nothing. Returns null when it is kept, else what to mend. */
export async function answerCheck(
  world: World,
  keep: Keep,
  course: Course,
  lesson: Lesson,
  { itemId, form, formKey }: { itemId: string; form: URLSearchParams; formKey: string },
): Promise<Problem | null> {
  const item = course.item(itemId);
  if (!item || !lesson.checkIds.includes(itemId)) return { problem: 'This question is no longer part of the lesson. Load the page again.' };
  const response = responseFrom(world, course, item, { seed: checkSeed(itemId), form, formKey });
  if ('problem' in response) return response;
  return keep(formKey, async (db, learnerId) => {
    const attempt = await checkAttempt(
      db,
      {
        id: world.newId(),
        learnerId,
        course: course.id,
        lesson: lesson.slug,
        seed: 0,
        contentVersion: course.version,
        startedAt: world.now(),
      },
      lesson.checkIds.map((id) => ({ itemId: id, seed: checkSeed(id) })),
    );
    const place = attempt.items.find((entry) => entry.itemId === itemId && entry.retryOf === null);
    if (!place) throw new Error(`Check ${itemId} has no place in its attempt.`);
    const seconds = await secondsInLesson(db, learnerId, { course: course.id, lesson: lesson.slug, formKey, now: response.at });
    await recordResponse(db, { ...response, seconds, learnerId, attemptId: attempt.id, position: place.position, lesson: lesson.slug });
    return null;
  });
}
