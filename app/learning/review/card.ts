/** What is reviewed is an idea and not an item: a criterion, a question or a misconception, met in another story each time. */

export type CardId = `criterion:${string}` | `misconception:${string}`;

export interface Idea {
  /** A question asked after the verdict counts as a criterion here: both are what items are about. */
  readonly kind: 'criterion' | 'misconception';
  /** As the theory names it. */
  readonly id: string;
}

/** How well an idea was recalled, in the words of FSRS. */
export type Rating = 'again' | 'hard' | 'good' | 'easy';

/** What is remembered of an idea, as FSRS keeps it. Times are milliseconds since 1970. */
export interface Memory {
  /** Days after which nine in ten would still get it right. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
  /** Whole days from `lastAt` to `dueAt`. */
  readonly days: number;
  /** Answers so far, and those among them, after the first, that were rated `again`. */
  readonly reps: number;
  readonly lapses: number;
  readonly lastAt: number;
  readonly dueAt: number;
}

export interface ReviewCard extends Memory {
  readonly course: string;
  readonly card: CardId;
  readonly lastRating: Rating;
  /** When it was first reviewed by itself; null while only quizzes have touched it. */
  readonly firstReviewAt: number | null;
}

/** Returns the id of the card for an idea. */
export function cardFor({ kind, id }: Idea): CardId {
  return `${kind}:${id}`;
}

/** Returns the idea that a card is about. */
export function ideaOf(card: CardId): Idea {
  const at = card.indexOf(':');
  return { kind: card.slice(0, at) as Idea['kind'], id: card.slice(at + 1) };
}
