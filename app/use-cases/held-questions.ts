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

/** Returns what tells whether a question may be asked of a learner now: neither it nor a story of it is in a graded quiz of theirs whose marks wait. */
export async function mayAskNow(db: Database, learnerId: string, course: Course): Promise<(question: Asked) => boolean> {
  const held = await itemsHeld(db, learnerId);
  const stories = new Set([...held].flatMap((id) => scenarioIdsOf(course, id)));
  return ({ id, scenarios }) => !held.has(id) && !scenarios.some((story) => stories.has(story));
}

function scenarioIdsOf(course: Course, itemId: string): readonly string[] {
  const item = course.item(itemId);
  return item ? scenarioIds(item) : [];
}
