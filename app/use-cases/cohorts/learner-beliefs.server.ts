/** What one learner of a cohort probably believes; the same as on the map of the class. */
import type { Course } from '#app/course/course.ts';
import { beliefsIn, rowsFrom } from '#app/learning/diagnosis/rows.ts';
import { topicsOf } from '#app/learning/diagnosis/states.ts';
import { beliefRowsOf } from '#db/beliefs.ts';
import type { LoggedAnswer } from '#db/cohort-log.ts';
import type { Database } from '#db/database.ts';
import { bookOf } from '../evidence-reader.ts';
import { ideasIn, type LearnerBeliefs, seenIn } from './belief-tallies.ts';

/**
 * Returns what is believed of a learner by their answers, given oldest first. The beliefs that are kept say it where they rest on all of these;
 * where the course has changed since the last answer, they are folded from the answers.
 */
export async function learnerBeliefs(
  db: Database,
  course: Course,
  learnerId: string,
  log: readonly LoggedAnswer[],
): Promise<LearnerBeliefs> {
  const book = bookOf(course);
  const telling = log.filter(({ itemId }) => book.evidence(itemId) !== null);
  const kept = await beliefRowsOf(db, learnerId, course.id, course.version);
  const isWhole = kept.reduce((sum, { answers }) => sum + answers, 0) === telling.length;
  const rows = isWhole
    ? kept
    : rowsFrom(
        telling.map((logged) => seenIn(course, logged)),
        () => book,
      );
  const beliefs = beliefsIn(topicsOf(course.theory), rows);
  return { learnerId, answers: telling.length, ideas: ideasIn(beliefs) };
}
