/** What was decided about the marks of one attempt, question by question. */
import type { Attempt } from '#db/attempt-detail.ts';
import type { Database } from '#db/database.ts';
import { regradesFor } from '#db/regrades.ts';

/** Returns for each item of an attempt whose mark or explanation was decided anew, and stands so, what its learner is told, in a sentence or two. */
export async function decidedOn(db: Database, { id, learnerId }: Pick<Attempt, 'id' | 'learnerId'>) {
  const standing = (await regradesFor(db, learnerId, { attemptId: id })).filter(({ undoneAt }) => undoneAt === null);
  // The latest comes first, and is what holds.
  return new Map(standing.reverse().flatMap(({ changed }) => changed.map(({ item, says }) => [item, says] as const)));
}
