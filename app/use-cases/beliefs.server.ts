/** What a learner probably believes, as the choice of questions needs it. */
import type { Course } from '#app/course/course.ts';
import type { Belief } from '#app/learning/diagnosis/belief.ts';
import { type Evidence, evidenceOf } from '#app/learning/diagnosis/evidence.ts';
import { beliefsIn } from '#app/learning/diagnosis/rows.ts';
import { topicsOf } from '#app/learning/diagnosis/states.ts';
import { beliefRowsOf } from '#db/beliefs.ts';
import type { Database } from '#db/database.ts';

/** Returns the learner's beliefs by topic, for the topics on which they have answered anything. */
export async function beliefsOf(db: Database, learnerId: string, course: Course): Promise<ReadonlyMap<string, Belief>> {
  const rows = await beliefRowsOf(db, learnerId, course.id, course.version);
  return new Map(beliefsIn(topicsOf(course.theory), rows).map(({ belief }) => [belief.topic.id, belief]));
}

/** Returns an item as evidence, with the belief that it is about; null where the learner has answered nothing on its topic. */
export function onKnownTopic(
  course: Course,
  beliefs: ReadonlyMap<string, Belief>,
  itemId: string,
): { readonly evidence: Evidence; readonly belief: Belief } | null {
  const item = course.item(itemId);
  const evidence = item ? evidenceOf(item) : null;
  const belief = evidence ? beliefs.get(evidence.topic.id) : undefined;
  return evidence && belief ? { evidence, belief } : null;
}
