/** One case taken apart for the home page: the first worked example of the first course, which every learner will meet anyway. */
import { courses } from '#app/course/courses.server.ts';
import { defaultLens } from '#app/definitions/judge.ts';
import type { CaseReview } from '#app/quiz/item.ts';
import { caseReview } from '#app/quiz/review.ts';

let made: (Pick<CaseReview, 'title' | 'story' | 'checklists'> & { lens: string }) | null | undefined;

function make(): typeof made {
  const [course] = courses;
  const blocks = course?.lessons.flatMap((lesson) => lesson.sections).flatMap((section) => section.blocks) ?? [];
  const example = blocks.find((block) => block.type === 'worked');
  const scenario = example && course?.scenario(example.scenario);
  if (!course || !scenario) return null;
  const lens = defaultLens(course.theory);
  const { title, story, checklists } = caseReview(course.theory, scenario, lens);
  return { title, story, checklists, lens: lens.label };
}

/** Returns the case, or null where no course has a worked example. */
export function showcase() {
  if (made === undefined) made = make();
  return made ?? null;
}
