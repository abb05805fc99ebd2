/** The page of reviews with its days in words. */
import type { AppLoadContext } from '@remix-run/node';
import type { Course } from '#app/course/course.ts';
import { dayOrHourIn } from '#app/ui/when.ts';
import { type IdeaLine, viewReview } from '#app/use-cases/review/view-review.server.ts';
import { scopeOf } from '../request.server.ts';
import { calendarOf, zoneOf } from '../zone.server.ts';

const ago = (days: number) => (days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`);

/** Why an idea comes back, in a sentence. */
function because({ kind, lastRating, daysAgo }: IdeaLine): string {
  const when = ago(daysAgo);
  if (kind === 'misconception') return lastRating === 'again' ? `An answer of yours followed it ${when}.` : `You saw through it ${when}.`;
  if (lastRating === 'again') return `You missed it ${when}.`;
  return lastRating === 'hard' ? `You had it in part, or only slowly, ${when}.` : `You had it right ${when}.`;
}

/**
 * What the forgetting curve makes of it: an estimate from many learners' cards, so it is told in tenths and never as sure. Of what was
 * missed there is nothing to forget.
 */
function fading({ lastRating, recall }: IdeaLine): string {
  if (lastRating === 'again') return '';
  const tenths = Math.min(9, Math.max(1, Math.round(recall * 10)));
  return ` By now about ${tenths} in 10 would still have it.`;
}

/** Returns the reviews of a learner. */
export async function reviewOf(request: Request, context: AppLoadContext, learnerId: string, course: Course) {
  const view = await viewReview(scopeOf(context), learnerId, course, calendarOf(request));
  const zone = zoneOf(request);
  const lineOf = (line: IdeaLine) => ({
    label: line.label,
    entry: line.entry,
    kind: line.kind,
    why: `${because(line)}${fading(line)}`,
    from: dayOrHourIn(zone, line.opensAt, context.now()),
  });
  return { ...view, due: view.due.map(lineOf), later: view.later.map(lineOf) };
}

export type ReviewOfCourse = Awaited<ReturnType<typeof reviewOf>>;
