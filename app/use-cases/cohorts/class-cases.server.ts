/** Which of the cases that an address names may be shown to a class. */
import type { Course } from '#app/course/course.ts';
import type { World } from '../scope.ts';
import { labAccess } from '../view-lab.server.ts';
import { type CaseShown, caseShown, casesFor } from './class-cases.ts';

/**
 * Returns the cases named as `item:scenario`, each once, without those that are none, stand in the capstone, or in a graded quiz which
 * somebody may still take.
 */
export async function casesToShow(
  world: World,
  course: Course,
  names: readonly string[],
): Promise<(CaseShown & { readonly key: string })[]> {
  const access = await labAccess(world, null, course);
  const known = new Map(casesFor(course).map((one) => [`${one.itemId}:${one.scenario}`, one]));
  return [...new Set(names)].flatMap((key) => {
    const asked = known.get(key);
    const shown = asked && access(asked.scenario) !== 'closed' ? caseShown(course, asked) : null;
    return shown ? [{ key, ...shown }] : [];
  });
}
