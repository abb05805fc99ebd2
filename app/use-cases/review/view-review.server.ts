/** What a learner has to review, why, and what comes after. */
import type { Course } from '#app/course/course.ts';
import { type Calendar, daysBetween } from '#app/learning/calendar.ts';
import { type CardId, ideaOf, type Rating, type ReviewCard } from '#app/learning/review/card.ts';
import { forecast, opensAt, type ReviewLimits } from '#app/learning/review/plan.ts';
import { recallAt } from '#app/learning/review/schedule.ts';
import { lastReview } from '#db/reviews.ts';
import type { Scope } from '../scope.ts';
import { ideaLabel } from './idea-label.ts';
import { planToday } from './plan-today.server.ts';
import { undoableSince } from './undo-review.server.ts';

export interface IdeaLine {
  readonly label: string;
  /** Entry of the reference. */
  readonly entry: string;
  readonly kind: 'criterion' | 'misconception';
  readonly lastRating: Rating;
  /** Midnights since its last answer. */
  readonly daysAgo: number;
  /** The chance, 0 to 1, that it would be answered rightly now. */
  readonly recall: number;
  /** From when on it may be reviewed. */
  readonly opensAt: number;
}

export interface ReviewView {
  /** False before any idea was met in a quiz. */
  readonly begun: boolean;
  /** Everything that is due, the one likeliest forgotten first. */
  readonly due: readonly IdeaLine[];
  /** How many of them are for today. */
  readonly today: number;
  readonly doneToday: number;
  /** Not due yet, the next one first. */
  readonly later: readonly IdeaLine[];
  /** Reviews on each of the next 14 days, today first. */
  readonly forecast: readonly { readonly day: string; readonly count: number }[];
  readonly limits: ReviewLimits;
  /** The last answer, where it may be taken back. */
  readonly undo: { readonly responseId: string; readonly label: string } | null;
}

const forecastDays = 14;

/** Returns what the page of reviews shows. */
export async function viewReview(scope: Scope, learnerId: string, course: Course, calendar: Calendar): Promise<ReviewView> {
  const now = scope.now();
  const { cards, due, today, limits, done } = await planToday(scope.db, learnerId, course, { now, calendar });
  const last = await lastReview(scope.db, learnerId, course.id);
  const line = (card: ReviewCard): IdeaLine => {
    const { kind, id } = ideaOf(card.card);
    return {
      label: ideaLabel(course.theory, card.card),
      entry: id,
      kind,
      lastRating: card.lastRating,
      daysAgo: daysBetween(calendar, card.lastAt, now),
      recall: recallAt(card, now),
      opensAt: opensAt(card),
    };
  };
  const days = calendar.startsFrom(now, forecastDays);
  const counts = forecast(cards, limits, done, { days, now });
  return {
    begun: cards.length > 0,
    due: due.map(line),
    today: today.length,
    doneToday: done.all,
    later: cards
      .filter((card) => !due.includes(card))
      .toSorted((a, b) => a.dueAt - b.dueAt)
      .map(line),
    forecast: counts.map((count, index) => ({ day: calendar.dayOf(days[index] ?? now), count })),
    limits,
    undo:
      last && last.undoneAt === null && last.at >= undoableSince(now)
        ? { responseId: last.responseId, label: labelOf(course, last.card) }
        : null,
  };
}

const labelOf = (course: Course, card: CardId | null) => (card === null ? '' : ideaLabel(course.theory, card));
