/** Review cards from the log. */
import type { CardId, ReviewCard } from './card.ts';
import { type RatedAnswer, ratingsOf } from './rating.ts';
import { cardAfter, type RatedAt } from './schedule.ts';

export interface AnswerLogged extends RatedAnswer {
  readonly id: string;
  readonly course: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Returns what an answer does to cards. */
export function eventsOf(answer: AnswerLogged): RatedAt[] {
  const { course, at } = answer;
  return ratingsOf(answer).map((rating) => ({ ...rating, course, at }));
}

/** Returns the cards that follow from answers, which may come in any order; those of one millisecond count by their ids. */
export function cardsFrom(answers: readonly AnswerLogged[]): ReviewCard[] {
  const cards = new Map<string, ReviewCard>();
  for (const answer of answers.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    for (const event of eventsOf(answer)) {
      const key = keyOf(event);
      cards.set(key, cardAfter(cards.get(key) ?? null, event));
    }
  }
  return [...cards.values()];
}

const keyOf = ({ course, card }: { readonly course: string; readonly card: CardId }) => JSON.stringify([course, card]);
