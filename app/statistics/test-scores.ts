/** How a whole test measures. */
import { deviation, mean, median, variance } from './describe.ts';
import type { MarksOfLearner } from './marks.ts';

export interface ScoreStatistics {
  readonly n: number;
  /** All on the scale of the scores. */
  readonly mean: number | null;
  readonly median: number | null;
  /** Sample standard deviation. */
  readonly sd: number | null;
}

/** Returns what describes these scores. */
export function scoreStatistics(scores: readonly number[]): ScoreStatistics {
  return { n: scores.length, mean: mean(scores), median: median(scores), sd: deviation(scores) };
}

/** Ends of the parts that scores are counted in, and what each is called. */
export const spreadParts = ['0–19%', '20–39%', '40–59%', '60–79%', '80–100%'] as const;

/** Returns how many of these scores, each 0 to 1, lie in each of `spreadParts`. A score that rounding has put just below an end counts as there. */
export function spreadOf(scores: readonly number[]): number[] {
  const counts = spreadParts.map(() => 0);
  for (const score of scores) {
    const part = Math.min(counts.length - 1, Math.floor(score * counts.length + 1e-5));
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}

export interface Reliability {
  /** Learners with a mark on every item; only they count. */
  readonly n: number;
  readonly leftOut: number;
  readonly items: number;
  /**
   * Cronbach's alpha, at most 1 (Cronbach 1951, "Coefficient Alpha and the Internal Structure of Tests", formula 2). Null for fewer than
   * two items or learners, or where totals do not vary.
   */
  readonly alpha: number | null;
  /**
   * Standard error of measurement as a share of the greatest total, 0 to 1: the standard deviation of the totals times √(1 − alpha)
   * (Crocker & Algina 1986, chapter 7). An alpha below 0 counts as 0, since no part of an error can be more than all of it.
   */
  readonly standardError: number | null;
}

/** Returns how consistently the items measure, over the learners who have a mark on each of them. Marks are shares from 0 to 1. */
export function reliability(learners: ReadonlyMap<string, MarksOfLearner>): Reliability {
  const items = [...new Set([...learners.values()].flatMap((own) => [...own.keys()]))];
  const complete = [...learners.values()].filter((own) => own.size === items.length);
  const totals = complete.map((own) => [...own.values()].reduce((sum, mark) => sum + mark, 0));
  const counts = { n: complete.length, leftOut: learners.size - complete.length, items: items.length };
  const total = variance(totals);
  if (items.length < 2 || total === null || total < 1e-12) return { ...counts, alpha: null, standardError: null };
  const parts = items.reduce((sum, item) => sum + (variance(complete.map((own) => own.get(item) ?? 0)) ?? 0), 0);
  const alpha = (items.length / (items.length - 1)) * (1 - parts / total);
  return { ...counts, alpha, standardError: (Math.sqrt(total) / items.length) * Math.sqrt(1 - Math.max(0, alpha)) };
}
