/** A learner takes back the last answer of a review: a slip of the finger must not bring a case back for weeks. */
import type { Course } from '#app/course/course.ts';
import { takeBack } from '#db/undone.ts';
import type { World } from '../scope.ts';

const day = 24 * 60 * 60 * 1000;

/** Returns from when on an answer may still be taken back. */
export function undoableSince(now: number): number {
  return now - day;
}

/** Takes it back, where it is the learner's last one and of the last 24 hours. Returns whether it is taken back. */
export async function undoReview(
  world: World,
  learnerId: string,
  course: Course,
  { responseId, formKey }: { readonly responseId: string; readonly formKey: string },
): Promise<boolean> {
  const now = world.now();
  return takeBack(world.db, learnerId, course.id, { responseId, formKey, now, since: undoableSince(now) });
}
