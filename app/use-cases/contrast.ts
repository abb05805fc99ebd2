/**
 * Contrast pairs follow from the content. Two stories are one on a criterion where the definition finds the same on every other criterion
 * and something else on this one; on a question, where its answers differ. So are the two stories that a lesson sets side by side.
 */
import type { Course, CourseItem } from '#app/course/course.ts';
import { judge } from '#app/definitions/judge.ts';
import type { Theory } from '#app/definitions/theory.ts';
import type { Facet } from '#app/learning/mastery.ts';
import { lensWith } from '#app/quiz/judging.ts';

export interface Contrasts {
  /** Where the stories of an item stand on what it is about. */
  readonly facetsOf: (itemId: string) => readonly Facet[];
  /** True where two items of lessons hold a contrast pair on this criterion or question, so that a learner can show it. */
  readonly hasContrast: (about: string) => boolean;
}

const known = new WeakMap<Course, Contrasts>();

/** Returns the contrast pairs of a course. */
export function contrastsOf(course: Course): Contrasts {
  const found = known.get(course) ?? contrastsIn(course);
  known.set(course, found);
  return found;
}

function contrastsIn(course: Course): Contrasts {
  const facets = new Map<string, readonly Facet[]>();
  const byAbout = new Map<string, Facet[]>();
  for (const lesson of course.lessons) {
    for (const item of lesson.itemIds.flatMap((id) => course.item(id) ?? [])) {
      const own = facetsIn(course, item);
      facets.set(item.spec.id, own);
      if (lesson.role === 'lesson' && item.spec.kind !== 'explain')
        byAbout.set(item.spec.about, [...(byAbout.get(item.spec.about) ?? []), ...own]);
    }
  }
  const paired = new Set(
    [...byAbout].flatMap(([about, all]) => (all.some((one) => all.some((other) => differ(one, other))) ? [about] : [])),
  );
  return { facetsOf: (itemId) => facets.get(itemId) ?? [], hasContrast: (about) => paired.has(about) };
}

const differ = (a: Facet, b: Facet) => a.rest === b.rest && a.side !== b.side;

function facetsIn(course: Course, { spec, scenarios }: CourseItem): Facet[] {
  return scenarios.flatMap(({ id, facts }) => [
    ...derivedFacet(course.theory, spec.about, facts),
    ...pairsOf(course, spec.about).flatMap((pair) => (pair.includes(id) ? [{ rest: `told ${pair.join(' ')}`, side: id }] : [])),
  ]);
}

function derivedFacet(theory: Theory<unknown>, about: string, facts: unknown): Facet[] {
  const question = theory.questions.find(({ id }) => id === about);
  if (question) {
    const { answer } = question.derive(facts);
    return answer === 'n/a' ? [] : [{ rest: about, side: answer }];
  }
  const lens = lensWith(theory, about);
  if (!lens) return [];
  const findings = judge(theory, facts, lens).subjects.flatMap((subject) => subject.findings);
  const outcomes = (mine: boolean) =>
    findings.filter(({ criterion }) => (criterion === about) === mine).map(({ criterion, outcome }) => `${criterion} ${outcome}`);
  return [{ rest: outcomes(false).join(), side: outcomes(true).join() }];
}

/** The stories that lessons on this set side by side. */
function pairsOf(course: Course, about: string): readonly (readonly [string, string])[] {
  return course.lessons
    .filter(({ slug }) => course.bank(slug).some(({ spec }) => spec.about === about))
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
    .flatMap((block) => (block.type === 'contrast' ? [[block.left, block.right] as const] : []));
}
