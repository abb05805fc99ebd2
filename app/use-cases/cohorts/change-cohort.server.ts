/** An instructor makes a cohort and arranges it. */
import { joinCodeFrom } from '#app/access/join-code.ts';
import { lineOfText } from '#app/learning/line-of-text.ts';
import { recordAudit } from '#db/audit.ts';
import { changeCohort, createCohort, deleteCohort } from '#db/cohorts.ts';
import { write } from '#db/database.ts';
import { type FieldProblems, problemOf } from '../fields.ts';
import type { World } from '../scope.ts';

const cohortName = lineOfText({ empty: 'Give the cohort a name, such as “Public services, spring 2027”.', longest: 80 });

function nameProblem(typed: string): FieldProblems | null {
  const parsed = cohortName.safeParse(typed);
  return parsed.success ? null : problemOf('name', parsed.error.issues[0]?.message ?? 'Please type the name again.');
}

/** Makes a cohort that can be joined at once. Returns its id, or what to mend. The same form twice makes one. */
export async function makeCohort(
  world: World,
  ownerId: string,
  { course, name, formKey }: { readonly course: string; readonly name: string; readonly formKey: string },
): Promise<{ readonly cohortId: string } | FieldProblems> {
  const problem = nameProblem(name);
  if (problem) return problem;
  const cohort = {
    id: world.newId(),
    course,
    name: cohortName.parse(name),
    joinCode: joinCodeFrom(world.newCode()),
    createdAt: world.now(),
  };
  return { cohortId: await write(world.db, (tx) => createCohort(tx, { ...cohort, ownerId, formKey })) };
}

/** Gives a cohort another name. Returns what to mend, or null. */
export async function renameCohort(world: World, id: string, name: string): Promise<FieldProblems | null> {
  const problem = nameProblem(name);
  if (problem) return problem;
  await write(world.db, (tx) => changeCohort(tx, id, { name: cohortName.parse(name) }));
  return null;
}

/** Gives a cohort a new code: the one before, and links and pictures with it, no longer work. */
export async function renewJoinCode(world: World, id: string): Promise<void> {
  await write(world.db, (tx) => changeCohort(tx, id, { joinCode: joinCodeFrom(world.newCode()) }));
}

/** Lets nobody else join by code. */
export async function closeJoining(world: World, id: string): Promise<void> {
  await write(world.db, (tx) => changeCohort(tx, id, { joinCode: null }));
}

/** Puts a cohort away, where nobody joins it any more, or brings it back. */
export async function archiveCohort(world: World, id: string, archived: boolean): Promise<void> {
  await write(world.db, (tx) => changeCohort(tx, id, { archivedAt: archived ? world.now() : null }));
}

/** Deletes a cohort for good, and notes who did. What its learners did stays theirs. */
export async function removeCohort(world: World, actorId: string, cohort: { readonly id: string; readonly name: string }): Promise<void> {
  await write(world.db, async (tx) => {
    await deleteCohort(tx, cohort.id);
    const [id, at] = [world.newId(), world.now()];
    await recordAudit(tx, { id, at, actorId, action: 'cohort-deleted', subjectId: null, detail: cohort.name });
  });
}
