/** What a learner is to review today. */
import type { Course } from '#app/course/course.ts';
import type { Calendar } from '#app/learning/calendar.ts';
import type { ReviewCard } from '#app/learning/review/card.ts';
import { type DoneToday, defaultLimits, planReviews, type ReviewLimits, type ReviewPlan } from '#app/learning/review/plan.ts';
import type { Database } from '#db/database.ts';
import { reviewCardsOf } from '#db/review-cards.ts';
import { reviewLimitsOf, reviewsSince } from '#db/reviews.ts';
import { stockFor } from './stock.ts';

export interface TodaysPlan extends ReviewPlan {
  readonly cards: readonly ReviewCard[];
  readonly limits: ReviewLimits;
  readonly done: DoneToday;
}

/** Returns the plan; an idea that the course has no question on any more is passed over. */
export async function planToday(
  db: Database,
  learnerId: string,
  course: Course,
  { now, calendar }: { readonly now: number; readonly calendar: Calendar },
): Promise<TodaysPlan> {
  const cards = (await reviewCardsOf(db, learnerId, course.id)).filter(({ card }) => stockFor(course, card).length > 0);
  const [today = now] = calendar.startsFrom(now, 0);
  const [limits, all] = cards.length === 0 ? [null, 0] : await limitsAndDone(db, learnerId, course.id, today);
  const done = { all, fresh: cards.filter(({ firstReviewAt }) => firstReviewAt !== null && firstReviewAt >= today).length };
  const kept = limits ?? defaultLimits;
  return { ...planReviews(cards, kept, done, now), cards, limits: kept, done };
}

const limitsAndDone = (db: Database, learnerId: string, course: string, since: number) =>
  Promise.all([reviewLimitsOf(db, learnerId, course), reviewsSince(db, learnerId, course, since)]);
