/**
 * When an idea is due again: FSRS-6 by ts-fsrs, with its published default weights (Ye, Su & Cao 2022; open-spaced-repetition/awesome-fsrs).
 * Days only, no steps of minutes: a story is not drilled within a sitting. No fuzz: the same log gives the same dates.
 */
import { createEmptyCard, type FSRSParameters, fsrs, type Grade, Rating as Grades, State } from 'ts-fsrs';
import type { CardId, Memory, Rating, ReviewCard } from './card.ts';

const grades: Readonly<Record<Rating, Grade>> = { again: Grades.Again, hard: Grades.Hard, good: Grades.Good, easy: Grades.Easy };

export interface Scheduler {
  /** Returns what is remembered after a rating at `at`; `before` is null for the first. A time before the last counts as that one. */
  readonly rate: (before: Memory | null, rating: Rating, at: number) => Memory;
  /** Returns the chance, 0 to 1, that it would be recalled at `now`. Days are counted by the date in UTC. */
  readonly recall: (memory: Memory, now: number) => number;
}

/** Returns a scheduler. `parameters` replace ours, which aim at recalling nine in ten and ask at least once a year. */
export function schedulerWith(parameters: Partial<FSRSParameters>): Scheduler {
  const algorithm = fsrs({
    request_retention: 0.9,
    maximum_interval: 365,
    enable_fuzz: false,
    enable_short_term: false,
    ...parameters,
  });
  const cardOf = ({ stability, difficulty, days, reps, lapses, lastAt, dueAt }: Memory) => ({
    stability,
    difficulty,
    reps,
    lapses,
    scheduled_days: days,
    elapsed_days: 0,
    learning_steps: 0,
    state: State.Review,
    due: new Date(dueAt),
    last_review: new Date(lastAt),
  });
  return {
    rate: (before, rating, at) => {
      const now = Math.max(at, before?.lastAt ?? at);
      const { card } = algorithm.next(before ? cardOf(before) : createEmptyCard(now), now, grades[rating]);
      const { stability, difficulty, scheduled_days: days, reps, lapses, due } = card;
      return { stability, difficulty, days, reps, lapses, lastAt: now, dueAt: due.getTime() };
    },
    recall: (memory, now) => algorithm.get_retrievability(cardOf(memory), now, false),
  };
}

const ours = schedulerWith({});

/** Returns the chance, 0 to 1, that a card would be answered rightly at `now`. */
export const recallAt: Scheduler['recall'] = ours.recall;

export interface RatedAt {
  readonly course: string;
  readonly card: CardId;
  readonly rating: Rating;
  readonly review: boolean;
  readonly at: number;
}

/** Returns the card after an answer; `before` is null where this answer begins it. Answers must come in the order of their times. */
export function cardAfter(before: ReviewCard | null, { course, card, rating, review, at }: RatedAt): ReviewCard {
  const memory = ours.rate(before, rating, at);
  return { course, card, ...memory, lastRating: rating, firstReviewAt: before?.firstReviewAt ?? (review ? at : null) };
}
