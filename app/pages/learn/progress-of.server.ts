/** One course on the page of one's progress. */
import type { AppLoadContext } from '@remix-run/node';
import type { Course } from '#app/course/course.ts';
import { dayIn } from '#app/ui/when.ts';
import { viewProgress } from '#app/use-cases/view-progress.server.ts';
import { scopeOf } from '../request.server.ts';
import { calendarOf, zoneOf } from '../zone.server.ts';

/** Returns the learner's record with its days in words. */
export async function progressOf(request: Request, context: AppLoadContext, learnerId: string, course: Course) {
  const view = await viewProgress(scopeOf(context), learnerId, course, calendarOf(request));
  const now = context.now();
  const abouts = view.abouts.map(({ reviewFrom, ...about }) => ({
    ...about,
    review: reviewFrom === null ? null : reviewFrom <= now ? 'Due now' : `From ${dayIn(zoneOf(request), reviewFrom)}`,
  }));
  return { ...view, abouts };
}

export type ProgressOfCourse = Awaited<ReturnType<typeof progressOf>>;
