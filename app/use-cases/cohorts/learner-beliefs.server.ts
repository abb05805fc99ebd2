/** What one learner of a cohort probably believes; the same as on the map of the class. */
import type { Course } from '#app/course/course.ts';
import { type AnswerSeen, beliefOf, rowsFrom } from '#app/learning/diagnosis/rows.ts';
import { topicsOf } from '#app/learning/diagnosis/states.ts';
import type { Answer } from '#app/quiz/item.ts';
import { beliefRowsOf } from '#db/beliefs.ts';
import type { LoggedAnswer } from '#db/cohort-log.ts';
import type { Database } from '#db/database.ts';
import { evidenceReader } from '../evidence-reader.ts';
import { ideasIn, type LearnerBeliefs } from './belief-tallies.ts';

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
  const reader = evidenceReader((id) => (id === course.id ? course : undefined));
  const telling = log.filter(({ itemId }) => reader(course.id)?.evidence(itemId)).length;
  const kept = await beliefRowsOf(db, learnerId, course.id, course.version);
  const rows = kept.reduce((sum, { answers }) => sum + answers, 0) === telling ? kept : rowsFrom(log.map(seenIn(course.id)), reader);
  const topics = new Map(topicsOf(course.theory).map((topic) => [topic.id, topic]));
  const beliefs = rows.flatMap((row) => {
    const topic = topics.get(row.topic);
    return topic ? [beliefOf(topic, row)] : [];
  });
  return { learnerId, answers: telling, ideas: ideasIn(beliefs) };
}

const seenIn =
  (course: string) =>
  ({ id, itemId, answer, mode, at }: LoggedAnswer): AnswerSeen => ({ id, course, itemId, answer: JSON.parse(answer) as Answer, mode, at });
