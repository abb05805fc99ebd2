/** One course on the page of one's progress. */
import type { AppLoadContext } from '@remix-run/node';
import type { Course } from '#app/course/course.ts';
import { dayOrHourIn } from '#app/ui/when.ts';
import { viewProgress } from '#app/use-cases/view-progress.server.ts';
import { scopeOf } from '../request.server.ts';
import { calendarOf, zoneOf } from '../zone.server.ts';
import { attemptLine } from './attempt-line.ts';

/** Returns the learner's record with its days in words. */
export async function progressOf(request: Request, context: AppLoadContext, learnerId: string, course: Course) {
  const view = await viewProgress(scopeOf(context), learnerId, course, calendarOf(request));
  const [now, zone] = [context.now(), zoneOf(request)];
  const abouts = view.abouts.map(({ reviewFrom, ...about }) => ({
    ...about,
    review: reviewFrom === null ? null : reviewFrom <= now ? 'Due now' : `From ${dayOrHourIn(zone, reviewFrom, now)}`,
  }));
  return { ...view, abouts, attempts: view.attempts.map((attempt) => attemptLine(attempt, zone, attempt.lesson)) };
}

export type ProgressOfCourse = Awaited<ReturnType<typeof progressOf>>;
