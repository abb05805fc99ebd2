/** The questions that can review an idea. */
import type { Course, CourseItem } from '#app/course/course.ts';
import { type CardId, ideaOf } from '#app/learning/review/card.ts';
import type { Candidate } from '#app/learning/review/choose.ts';
import { answerUnder, grade, scenarioIds } from '#app/quiz/quiz.ts';

const known = new WeakMap<Course, Map<CardId, readonly Candidate[]>>();

/**
 * Returns the questions on a criterion, or on a misconception those among which are all that its holder gets wrong: the lessons' first, then
 * those about cases that templates make. None is of the capstone, whose cases nobody may have met, and a machine marks them all.
 */
export function stockFor(course: Course, card: CardId): readonly Candidate[] {
  const made = known.get(course) ?? new Map<CardId, readonly Candidate[]>();
  known.set(course, made);
  const found = made.get(card) ?? [...ofLessons(course, card), ...ofTemplates(course, card)];
  made.set(card, found);
  return found;
}

function ofLessons(course: Course, card: CardId): Candidate[] {
  return course.lessons
    .filter(({ role }) => role === 'lesson')
    .flatMap(({ slug }) => course.bank(slug))
    .filter((item) => item.spec.kind !== 'explain' && bears(card, item))
    .map((item) => ({ id: item.spec.id, scenarios: scenarioIds(item), template: null }));
}

/** To make every case of every template, in order to see where a misconception goes wrong, takes a second: `bears` is asked of one at a time. */
function ofTemplates({ theory, stock }: Course, card: CardId): readonly Candidate[] {
  const { kind, id } = ideaOf(card);
  if (kind === 'criterion') return stock(id);
  const misconception = theory.misconceptions.find((one) => one.id === id);
  if (!misconception) return [];
  if (misconception.question) return stock(misconception.question.id);
  const criteria = new Set(theory.lenses.flatMap((lens) => lens.criteria.map((criterion) => criterion.id)));
  // What would change a verdict takes longest to make, and its holder mostly answers it as others do.
  return [...criteria].flatMap(stock).filter((entry) => entry.kind !== 'what-if');
}

/** Returns whether a question reviews the idea: it is on the criterion, or a holder of the misconception gets it wrong. */
export function bears(card: CardId, item: CourseItem): boolean {
  const { kind, id } = ideaOf(card);
  if (kind === 'criterion') return item.spec.about === id;
  const held = answerUnder(item, id);
  return held !== null && grade(item, held).misconceptions.includes(id);
}

/** Returns the lesson that a question belongs to; for one about a case of a template, the first lesson that asks about the same. */
export function lessonFor(course: Course, { spec }: CourseItem): string | undefined {
  const asks = (slug: string) => course.bank(slug).some((item) => item.spec.about === spec.about);
  return course.lessonOf(spec.id) ?? (course.lessons.find(({ slug }) => asks(slug)) ?? course.lessons[0])?.slug;
}
