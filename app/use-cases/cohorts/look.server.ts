/** Who looks at another person's record is noted. */
import { type AuditEntry, lookedLately, recordLook } from '#db/audit.ts';
import type { Cohort } from '#db/cohorts.ts';
import { write } from '#db/database.ts';
import type { World } from '../scope.ts';

/** Most looks are noted already; they wait for no write. */
async function note(world: World, entry: AuditEntry): Promise<void> {
  if (!(await lookedLately(world.db, entry))) await write(world.db, (tx) => recordLook(tx, entry));
}

/** Notes that somebody looked at the figures of a cohort, which name its learners, once an hour. */
export async function noteCohortLook(world: World, actorId: string, cohort: Cohort): Promise<void> {
  const entry = { id: world.newId(), at: world.now(), actorId, action: 'cohort-viewed', subjectId: null, detail: cohort.name } as const;
  await note(world, entry);
}

/** Notes that somebody looked at one learner's record, once an hour. */
export async function noteLearnerLook(world: World, actorId: string, cohort: Cohort, subjectId: string): Promise<void> {
  const entry = { id: world.newId(), at: world.now(), actorId, action: 'learner-viewed', subjectId, detail: cohort.name } as const;
  await note(world, entry);
}
