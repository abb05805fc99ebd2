/** What is to be reviewed today, within the limits that the learner has set, and what comes after. */

import type { ReviewCard } from './card.ts';
import { cardAfter, recallAt } from './schedule.ts';

/** Most reviews in a day: of ideas reviewed for the first time, and of all together. */
export interface ReviewLimits {
  readonly newPerDay: number;
  readonly perDay: number;
}

/** Ten stories are about a quarter of an hour. Our judgement; each learner can change it. */
export const defaultLimits: ReviewLimits = { newPerDay: 4, perDay: 10 };
export const mostNewPerDay = 20;
export const mostPerDay = 50;

/** Reviews done today. */
export interface DoneToday {
  readonly fresh: number;
  readonly all: number;
}

/** Half a day: what was answered late in the evening may be reviewed on the next morning's train. */
const lead = 12 * 60 * 60 * 1000;

/** Returns from when on a card may be reviewed. */
export function opensAt({ dueAt }: Pick<ReviewCard, 'dueAt'>): number {
  return dueAt - lead;
}

export interface ReviewPlan {
  /** Every card that is due, the one most likely forgotten first. */
  readonly due: readonly ReviewCard[];
  /** Those of them that today's limits leave room for. */
  readonly today: readonly ReviewCard[];
  /** The card that is due next, where none is due now; null where there is none at all. */
  readonly next: ReviewCard | null;
}

/** Returns what is to be reviewed at `now`. */
export function planReviews(cards: readonly ReviewCard[], limits: ReviewLimits, done: DoneToday, now: number): ReviewPlan {
  const due = cards
    .filter((card) => opensAt(card) <= now)
    .map((card) => ({ card, recall: recallAt(card, now) }))
    .toSorted((a, b) => a.recall - b.recall || (a.card.card < b.card.card ? -1 : 1))
    .map(({ card }) => card);
  const later = cards.filter((card) => opensAt(card) > now).toSorted((a, b) => a.dueAt - b.dueAt);
  return { due, today: within(due, limits, done), next: due.length === 0 ? (later[0] ?? null) : null };
}

function within(due: readonly ReviewCard[], { newPerDay, perDay }: ReviewLimits, done: DoneToday): ReviewCard[] {
  let fresh = done.fresh;
  const allowed = due.filter((card) => card.firstReviewAt !== null || fresh++ < newPerDay);
  return allowed.slice(0, Math.max(0, perDay - done.all));
}

/**
 * Returns how many reviews each of the coming days will ask for if all of them are done and answered rightly, the limits kept: what they
 * leave over waits for the day after. Today counts what can be reviewed now, a later day what is due by its end.
 * @param days when each day begins, today first, and when the last one ends
 */
export function forecast(
  cards: readonly ReviewCard[],
  limits: ReviewLimits,
  done: DoneToday,
  { days, now }: { readonly days: readonly number[]; readonly now: number },
): number[] {
  let known = [...cards];
  return days.slice(0, -1).map((start, index) => {
    const end = (days[index + 1] ?? start) - 1;
    const { today } = index === 0 ? planReviews(known, limits, done, now) : planReviews(known, limits, { fresh: 0, all: 0 }, end - lead);
    const asked = new Set(today);
    known = known.map((card) => (asked.has(card) ? answeredRightly(card, index === 0 ? now : Math.max(start, card.dueAt)) : card));
    return today.length;
  });
}

const answeredRightly = (card: ReviewCard, at: number) =>
  cardAfter(card, { course: card.course, card: card.card, rating: 'good', review: true, at });
