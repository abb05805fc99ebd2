/** A class to look at: an instructor, learners by name, and sittings in which each answers what the test says. */

import { grade } from '#app/quiz/quiz.ts';
import { answerItem } from '#app/use-cases/answer-item.server.ts';
import { makeCohort } from '#app/use-cases/cohorts/change-cohort.server.ts';
import { createAccount } from '#db/accounts.ts';
import { startAttempt } from '#db/attempts.ts';
import { type Cohort, findCohort, joinCohort } from '#db/cohorts.ts';
import { createLearner } from '#db/learners.ts';
import { wrongAnswer } from '../../../browser/answers.ts';
import { newAccount } from '../../db/fresh.ts';
import { course, itemOf, lessonAt, rightForm, type TestWorld, wrongForm } from '../world.ts';

export type Given = 'right' | 'wrong' | 'open';

/** Three marked questions of the first lesson on which a wrong answer gets nothing and points to a misconception. */
export const tellingItems: readonly string[] = course
  .bank(lessonAt(1).slug)
  .filter((item) => {
    if (item.spec.kind === 'explain') return false;
    const { score, misconceptions } = grade(item, wrongAnswer(item));
    return score === 0 && misconceptions.length > 0;
  })
  .map(({ spec }) => spec.id)
  .slice(0, 3);

/** Makes Tess's cohort with these learners in it, who have the addresses of their names. */
export async function classOf(world: TestWorld, names: readonly string[]): Promise<Cohort> {
  for (const id of ['tess', ...names]) {
    await createLearner(world.db, { id, now: 0 });
    const role = id === 'tess' ? 'instructor' : 'learner';
    await createAccount(world.db, newAccount({ learnerId: id, name: id, email: `${id}@example.org`, role }));
  }
  const made = await makeCohort(world, 'tess', { course: course.id, name: 'Spring', formKey: world.keyShown() });
  const cohort = (await findCohort(world.db, 'cohortId' in made ? made.cohortId : '')) as Cohort;
  for (const id of names) await joinCohort(world.db, cohort.id, id, world.now());
  return cohort;
}

/** Lets a learner sit a practice quiz of these items, 20 seconds to each; it is finished once none is left open. */
export async function sit(world: TestWorld, who: string, itemIds: readonly string[], given: readonly Given[]): Promise<void> {
  const attemptId = world.newId();
  await startAttempt(
    world.db,
    {
      id: attemptId,
      learnerId: who,
      course: course.id,
      lesson: course.lessonOf(itemIds[0] ?? '') ?? lessonAt(1).slug,
      mode: 'practice',
      seed: 1,
      contentVersion: course.version,
      formKey: world.keyShown(),
      startedAt: world.now(),
    },
    itemIds.map((itemId, seed) => ({ itemId, seed })),
  );
  for (const [position, as] of given.entries()) {
    if (as === 'open') continue;
    const item = itemOf(itemIds[position]);
    const form = (as === 'right' ? rightForm : wrongForm)(item, position);
    const key = world.keyShown();
    world.pass(20);
    const kept = await answerItem(world, who, { attemptId, position, form, formKey: key });
    if (!kept || 'problem' in kept) throw new Error(`The answer to ${itemIds[position]} was not kept.`);
  }
}
