/** The questions that can review an idea. */
import type { Course, CourseItem } from '#app/course/course.ts';
import { type CardId, ideaOf } from '#app/learning/review/card.ts';
import { answerUnder, grade, scenarioIds } from '#app/quiz/quiz.ts';

export interface Stocked {
  readonly id: string;
  readonly scenarios: readonly string[];
}

const known = new WeakMap<Course, Map<CardId, readonly Stocked[]>>();

/**
 * Returns the questions on a criterion, or those that a holder of a misconception gets wrong. All of them are of lessons, never of the
 * capstone, whose cases nobody may have met, and a machine marks them.
 */
export function stockFor(course: Course, card: CardId): readonly Stocked[] {
  const made = known.get(course) ?? new Map<CardId, readonly Stocked[]>();
  known.set(course, made);
  const found =
    made.get(card) ??
    bankOf(course)
      .filter(bearsOn(card))
      .map((item) => ({ id: item.spec.id, scenarios: scenarioIds(item) }));
  made.set(card, found);
  return found;
}

function bankOf(course: Course): CourseItem[] {
  return course.lessons
    .filter(({ role }) => role === 'lesson')
    .flatMap(({ slug }) => course.bank(slug))
    .filter(({ spec }) => spec.kind !== 'explain');
}

function bearsOn(card: CardId): (item: CourseItem) => boolean {
  const { kind, id } = ideaOf(card);
  if (kind === 'criterion') return ({ spec }) => spec.about === id;
  return (item) => {
    const held = answerUnder(item, id);
    return held !== null && grade(item, held).misconceptions.includes(id);
  };
}
