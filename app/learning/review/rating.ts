/** Which cards an answer bears on, and how well each was recalled. Nobody is asked how hard it was: the answer tells. */
import type { AttemptMode } from '../attempt.ts';
import { reaches } from '../score.ts';
import { type CardId, cardFor, type Rating } from './card.ts';

export interface RatedAnswer {
  /** The criterion or question. */
  readonly about: string;
  /** 0 to 1; null where a machine must not mark. */
  readonly score: number | null;
  /** Misconceptions whose holder would have given exactly this wrong answer. */
  readonly misconceptions: readonly string[];
  readonly seconds: number;
  readonly mode: AttemptMode;
  /** The card that a review was for; null outside reviews. */
  readonly card: CardId | null;
}

export interface CardRating {
  readonly card: CardId;
  readonly rating: Rating;
  /** True where the answer was given in a review of this very card. */
  readonly review: boolean;
}

/** Right after so long is recalled with an effort. A story is read within a minute. */
const slowSeconds = 180;
/** Time on a question is cut at this (timing.ts): whoever took as long may have been away, which says nothing. */
const awaySeconds = 300;

/** `easy` is never given: of three options one in three is a lucky guess, and no time tells a guess from a quick recall. */
function rated(score: number, seconds: number): Rating {
  if (!reaches(score, 0.5)) return 'again';
  if (!reaches(score, 1)) return 'hard';
  return seconds >= slowSeconds && seconds < awaySeconds ? 'hard' : 'good';
}

/**
 * Returns the cards that an answer begins or moves on, each once.
 * - The criterion: `again` where less than half was right or a misconception showed, `hard` where it was right in part or took three
 *   minutes, else `good`. Questions inside a lesson's text do not count here: the principle stands beside them.
 * - Each misconception that showed: `again`, wherever it showed.
 * - In a review of a misconception that did not show: as its answer is rated, though at worst `hard`, since that idea was not the trouble.
 */
export function ratingsOf({ about, score, misconceptions, seconds, mode, card }: RatedAnswer): CardRating[] {
  if (score === null) return [];
  const ratings = new Map<CardId, Rating>();
  if (mode !== 'check') ratings.set(cardFor({ kind: 'criterion', id: about }), misconceptions.length > 0 ? 'again' : rated(score, seconds));
  if (card !== null && !ratings.has(card)) {
    const asAnswered = rated(score, seconds);
    ratings.set(card, asAnswered === 'again' ? 'hard' : asAnswered);
  }
  for (const id of misconceptions) ratings.set(cardFor({ kind: 'misconception', id }), 'again');
  return [...ratings].map(([rateable, rating]) => ({ card: rateable, rating, review: rateable === card }));
}
