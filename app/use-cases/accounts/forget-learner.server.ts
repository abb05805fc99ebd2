/** Somebody wants to be forgotten. */
import { recordAudit } from '#db/audit.ts';
import { cohortsOwnedBy, makeOwner } from '#db/cohorts.ts';
import { write } from '#db/database.ts';
import { leaveGradedWork } from '#db/former-learners.ts';
import { deleteLearner } from '#db/learners.ts';
import type { World } from '../scope.ts';

/**
 * Deletes everything held about a learner. Graded work that a cohort keeps stays there without the name, and a cohort of theirs goes to who
 * teaches it along, where somebody does.
 */
export async function forgetLearner(world: World, learnerId: string): Promise<void> {
  await write(world.db, async (tx) => {
    await leaveGradedWork(tx, learnerId, { id: world.newId(), now: world.now() });
    for (const { id: cohortId, name, heir } of await cohortsOwnedBy(tx, learnerId)) {
      if (!heir) continue;
      await makeOwner(tx, cohortId, heir.id);
      const [id, at] = [world.newId(), world.now()];
      await recordAudit(tx, { id, at, actorId: learnerId, action: 'cohort-handed-over', subjectId: heir.id, detail: name });
    }
    await deleteLearner(tx, learnerId);
  });
}
