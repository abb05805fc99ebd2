/** A learner says how much to review in a day. */
import { z } from 'zod';
import type { Course } from '#app/course/course.ts';
import { mostNewPerDay, mostPerDay } from '#app/learning/review/plan.ts';
import { keepReviewLimits } from '#db/reviews.ts';
import { type FieldProblems, problemsOf } from '../fields.ts';
import type { World } from '../scope.ts';

const whole = (most: number) => {
  const says = `Write a whole number from 0 to ${most}.`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, says)
    .transform(Number)
    .refine((number) => number <= most, says);
};
const limitsForm = z.object({ newPerDay: whole(mostNewPerDay), perDay: whole(mostPerDay) });

/** Keeps what the form says. Returns null, or what to mend. */
export async function setReviewLimits(
  world: World,
  learnerId: string,
  course: Course,
  form: URLSearchParams,
): Promise<FieldProblems | null> {
  const read = limitsForm.safeParse({ newPerDay: form.get('newPerDay') ?? '', perDay: form.get('perDay') ?? '' });
  if (!read.success) return problemsOf(read.error);
  await keepReviewLimits(world.db, learnerId, course.id, read.data, world.now());
  return null;
}
