/** Time on a lesson's page, where one page holds many forms. */
import { secondsSpent } from '#app/learning/timing.ts';
import type { Database } from '#db/database.ts';
import { lessonProgressOf } from '#db/progress.ts';
import { shownAt } from './form-key.ts';

/**
 * Returns the seconds up to `now` since the learner last did something in the lesson, or since the page was shown where that was later.
 * All forms of the page were shown at once, so counting each from then would count the same minutes for every one of them.
 */
export async function secondsInLesson(
  db: Database,
  learnerId: string,
  { course, lesson, formKey, now }: { course: string; lesson: string; formKey: string; now: number },
): Promise<number> {
  const progress = (await lessonProgressOf(db, learnerId, course)).find((entry) => entry.lesson === lesson);
  return secondsSpent(Math.max(shownAt(formKey), progress?.lastAt ?? 0), now);
}
