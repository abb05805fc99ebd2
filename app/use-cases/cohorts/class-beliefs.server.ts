/** What the learners of a cohort probably believe, and how that has changed. */
import type { Course } from '#app/course/course.ts';
import { answersByLearner } from '#db/cohort-log.ts';
import type { World } from '../scope.ts';
import { type BeliefFigures, BeliefTallies } from './belief-tallies.ts';
import { fresh } from './fresh.ts';
import { type Advice, advise } from './teach-next.server.ts';

export interface ClassBeliefs extends BeliefFigures {
  /** When the figures were made. */
  readonly at: number;
  readonly advice: Advice;
}

/** Returns what is believed in a cohort, by today's definitions; a little old for a large one (fresh.ts). */
export function classBeliefsOf(world: World, cohortId: string, course: Course): Promise<ClassBeliefs> {
  return fresh(world, { figures: 'beliefs', cohortId, course }, () => readBeliefs(world, cohortId, course));
}

/** Reads the log, a few learners at a time. Beliefs follow from what was answered, so kept rows of an older content version do not matter. */
export async function readBeliefs(world: World, cohortId: string, course: Course): Promise<ClassBeliefs> {
  const at = world.now();
  const tallies = new BeliefTallies(course);
  for await (const answers of answersByLearner(world.db, { cohortId, course: course.id })) tallies.add(answers);
  const figures = tallies.figures();
  return { at, ...figures, advice: await advise(world, course, figures) };
}
