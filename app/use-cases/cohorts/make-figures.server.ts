/** What the thread for figures runs, and what keeps figures warm. */
import type { Course } from '#app/course/course.ts';
import { largeCohorts } from '#db/cohorts.ts';
import type { Scope, World } from '../scope.ts';
import { analysesOf, readAnalyses } from './analysis.server.ts';
import { classBeliefsOf, readBeliefs } from './class-beliefs.server.ts';
import type { FiguresAsked } from './elsewhere.ts';
import { largeFrom } from './fresh.ts';
import { overviewOf, readOverview } from './overview.server.ts';

/** Makes the figures asked for. Throws where the course is not on this site. */
export async function makeFigures(scope: Scope, { figures, cohortId, courseId }: FiguresAsked): Promise<object> {
  const course = scope.course(courseId);
  if (!course) throw new Error(`There is no course ${courseId}.`);
  const make = { overview: readOverview, analyses: readAnalyses, beliefs: readBeliefs }[figures];
  return make(scope, cohortId, course);
}

/** Large cohorts of which nobody has answered anything lately are looked at again after so many milliseconds. */
const quietPause = 5 * 60_000;
const lately = 60 * 60_000;

/**
 * Has the figures of large cohorts made before anybody asks, and newer ones while learners work, where they are made elsewhere. Does not
 * wait for them.
 */
export async function warmFigures(world: World, courseOf: (id: string) => Course | undefined, log: (text: string) => void): Promise<void> {
  if (!world.elsewhere) return;
  for (const { id, course: courseId } of await largeCohorts(world.db, largeFrom)) {
    const course = courseOf(courseId);
    if (!course || !isDue(world, id)) continue;
    const failed = (error: unknown) => log(`The figures of cohort ${id} were not made: ${error}`);
    overviewOf(world, id, course)
      .then(({ at, learners }) => {
        const lastAt = learners.reduce((last, learner) => Math.max(last, learner.lastAt ?? 0), 0);
        nextDue(world, id, at - lastAt < lately ? 0 : at + quietPause);
      })
      .catch(failed);
    analysesOf(world, id, course).catch(failed);
    classBeliefsOf(world, id, course).catch(failed);
  }
}

const dueAt = new WeakMap<object, Map<string, number>>();
const isDue = ({ db, now }: World, id: string) => (dueAt.get(db)?.get(id) ?? 0) <= now();
function nextDue({ db }: World, id: string, at: number): void {
  const known = dueAt.get(db) ?? new Map<string, number>();
  dueAt.set(db, known.set(id, at));
}
