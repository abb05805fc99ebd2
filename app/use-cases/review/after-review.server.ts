/** What stands beside the answer of a review. */
import { opensAt } from '#app/learning/review/plan.ts';
import type { AttemptDetail } from '#db/attempt-detail.ts';
import { reviewCardOf } from '#db/review-cards.ts';
import { lastReview } from '#db/reviews.ts';
import type { Scope } from '../scope.ts';
import { undoableSince } from './undo-review.server.ts';

export interface AfterReview {
  /** Of the answer, where it may be taken back; else null. */
  readonly undo: string | null;
  readonly takenBack: boolean;
  /** From when on the idea may be reviewed again; null where nothing is known of it. */
  readonly opensAt: number | null;
}

/** Returns what may be done with the answer of a review, and when its idea comes back; null where it is no review. */
export async function afterReview(scope: Scope, { learnerId, course, mode, card, items }: AttemptDetail): Promise<AfterReview | null> {
  const response = items[0]?.response;
  if (mode !== 'review' || card === null || !response) return null;
  const last = await lastReview(scope.db, learnerId, course);
  const isLast = last?.responseId === response.id;
  const takenBack = isLast && last.undoneAt !== null;
  const again = await reviewCardOf(scope.db, learnerId, course, card);
  return {
    takenBack,
    undo: isLast && !takenBack && response.at >= undoableSince(scope.now()) ? response.id : null,
    opensAt: again && opensAt(again),
  };
}
