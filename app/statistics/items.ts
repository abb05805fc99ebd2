/** Item analysis: how hard a question is, and whether it tells those who know more from those who know less. */
import { covariance, mean, variance } from './describe.ts';
import type { MarksOfLearner } from './marks.ts';

export interface ItemStatistics {
  readonly item: string;
  /** Learners with a mark on it. */
  readonly n: number;
  /** Mean mark, 0 to 1: the higher, the easier (Crocker & Algina 1986, chapter 14). */
  readonly facility: number;
  /** Sample variance of its marks; null for fewer than two. */
  readonly variance: number | null;
  /** With the rest score; null for fewer than two learners who have other marks. */
  readonly covariance: number | null;
  /** Sample variance of the rest scores; null likewise. */
  readonly restVariance: number | null;
  /**
   * Corrected item–total correlation, −1 to 1: Pearson's between the mark and the rest score, which leaves the item itself out (Crocker &
   * Algina 1986, chapter 14; Moodle's "discrimination index" is the same times 100). Null where one of the two does not vary.
   */
  readonly discrimination: number | null;
}

/**
 * Returns the statistics of every item that somebody has a mark on, in the order of first appearance. Where learners had different items,
 * a learner's rest score is the mean mark on their other items times the number of other items there are, so that it is the plain sum
 * where everybody had all of them. Learners without another mark count for the facility only.
 */
export function itemStatistics(learners: ReadonlyMap<string, MarksOfLearner>): readonly ItemStatistics[] {
  const columns = new Map<string, { marks: number[]; paired: number[]; rests: number[] }>();
  for (const own of learners.values())
    for (const item of own.keys()) if (!columns.has(item)) columns.set(item, { marks: [], paired: [], rests: [] });
  const others = columns.size - 1;
  for (const own of learners.values()) {
    let total = 0;
    for (const mark of own.values()) total += mark;
    for (const [item, mark] of own) {
      const column = columns.get(item);
      if (!column) continue;
      column.marks.push(mark);
      if (own.size < 2) continue;
      column.paired.push(mark);
      column.rests.push(((total - mark) / (own.size - 1)) * others);
    }
  }
  return [...columns].map(([item, { marks, paired, rests }]) => {
    const [spread, restVariance, shared] = [variance(paired), variance(rests), covariance(paired, rests)];
    const both = spread !== null && restVariance !== null ? Math.sqrt(spread * restVariance) : 0;
    return {
      item,
      n: marks.length,
      facility: mean(marks) ?? 0,
      variance: variance(marks),
      covariance: shared,
      restVariance,
      discrimination: shared === null || both < 1e-12 ? null : Math.max(-1, Math.min(1, shared / both)),
    };
  });
}
