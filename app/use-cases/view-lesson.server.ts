/** What of a lesson is the learner's own: which sections were read, which checks answered. */
import type { Lesson } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { checkAnswers } from '#db/attempts.ts';
import type { StoredResponse } from '#db/responses.ts';
import { sectionsRead } from '#db/section-reads.ts';
import { latestSelfCheck } from '#db/self-checks.ts';
import type { World } from './scope.ts';

export interface LessonTraces {
  /** Ids of the sections read. */
  readonly read: ReadonlySet<string>;
  /** The answers to checks, by item id, with the points ticked where the answer was an explanation. */
  readonly checks: ReadonlyMap<string, { readonly response: StoredResponse; readonly ticked: readonly string[] }>;
}

const none: LessonTraces = { read: new Set(), checks: new Map() };

/** Returns what the learner has left in a lesson; nothing for a visitor. */
export async function viewLesson(world: World, learnerId: string | null, course: Course, lesson: Lesson): Promise<LessonTraces> {
  if (!learnerId) return none;
  const [read, responses] = await Promise.all([
    sectionsRead(world.db, learnerId, course.id, lesson.slug),
    checkAnswers(world.db, learnerId, course.id, lesson.slug),
  ]);
  const checks = await Promise.all(
    responses.map(async (response) => {
      const selfCheck = response.kind === 'explain' ? await latestSelfCheck(world.db, learnerId, response.id) : null;
      return [response.itemId, { response, ticked: selfCheck?.ticks ?? [] }] as const;
    }),
  );
  return { read, checks: new Map(checks) };
}
