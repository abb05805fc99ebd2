/** Somebody wants to be forgotten. */
import { write } from '#db/database.ts';
import { leaveGradedWork } from '#db/former-learners.ts';
import { deleteLearner } from '#db/learners.ts';
import type { World } from '../scope.ts';

/** Deletes everything held about a learner. Graded work that a cohort keeps stays there without the name. */
export async function forgetLearner(world: World, learnerId: string): Promise<void> {
  await write(world.db, async (tx) => {
    await leaveGradedWork(tx, learnerId, { id: world.newId(), now: world.now() });
    await deleteLearner(tx, learnerId);
  });
}
