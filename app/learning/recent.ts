/** The latest answers on a criterion or question: what somebody can do now, rather than on the average of all time. */
import { exact } from './score.ts';

/** A marked answer. */
export interface RecentAnswer {
  readonly id: string;
  readonly itemId: string;
  /** 0 to 1, as `exact` gives it. */
  readonly score: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export const recentAnswers = 10;

/** Returns the latest answers, newest first, after one more; in whatever order answers come, the same ones remain. */
export function recentAfter(before: readonly RecentAnswer[], { id, itemId, score, at }: RecentAnswer): readonly RecentAnswer[] {
  return [...before, { id, itemId, score: exact(score), at }]
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, recentAnswers);
}
