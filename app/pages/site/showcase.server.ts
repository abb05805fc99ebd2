/** One case taken apart for the home page: the one that the first course names. */
import { courses } from '#app/course/courses.server.ts';
import { referencePath } from '#app/course/paths.ts';
import { defaultLens } from '#app/definitions/judge.ts';
import type { CaseReview } from '#app/quiz/item.ts';
import { caseReview } from '#app/quiz/review.ts';

let made: (Pick<CaseReview, 'title' | 'story' | 'checklists'> & { lens: string; reference: string }) | null | undefined;

function make(): typeof made {
  const [course] = courses;
  if (!course?.showcase) return null;
  const lens = defaultLens(course.theory);
  const { title, story, checklists } = caseReview(course.theory, course.showcase, lens);
  return { title, story, checklists, lens: lens.label, reference: referencePath(course.id) };
}

/** Returns the case, or null where the course names none. */
export function showcase() {
  if (made === undefined) made = make();
  return made ?? null;
}
