/** While the marks of a graded quiz wait, its questions and their stories are asked nowhere else: an explanation there would give its key away. */
import type { Course } from '#app/course/course.ts';
import { scenarioIds } from '#app/quiz/quiz.ts';
import { itemsHeld } from '#db/asked.ts';
import type { Database } from '#db/database.ts';

/** What is said in place of a question that waits. */
export const heldQuestion = 'A graded quiz of yours asks this question too. It can be answered here once the marks of that quiz are out.';

/** What is said where no question is left to begin a quiz with. */
export const allHeld =
  'Every question of this lesson is in a graded quiz of yours, or tells a story of one. You can practise here again once its marks are out.';

interface Asked {
  readonly id: string;
  readonly scenarios: readonly string[];
}

export interface HeldNow {
  /** The questions of the learner's graded quizzes whose marks wait. */
  readonly items: ReadonlySet<string>;
  /** Tells whether a question may be asked now: neither it nor a story of it is in one of those quizzes. */
  readonly mayAsk: (question: Asked) => boolean;
}

/** Returns what is kept from a learner for graded quizzes at the moment. */
export async function heldNow(db: Database, learnerId: string, course: Course): Promise<HeldNow> {
  const items = await itemsHeld(db, learnerId);
  const stories = new Set([...items].flatMap((id) => scenarioIdsOf(course, id)));
  return { items, mayAsk: ({ id, scenarios }) => !items.has(id) && !scenarios.some((story) => stories.has(story)) };
}

function scenarioIdsOf(course: Course, itemId: string): readonly string[] {
  const item = course.item(itemId);
  return item ? scenarioIds(item) : [];
}
