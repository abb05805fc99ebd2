/** How far a share of right answers can be trusted. */

export interface Range {
  /** Shares from 0 to 1. */
  readonly low: number;
  readonly high: number;
}

/** Four chances in five that the true share lies within: what "probably" means here. The normal quantile of 90%. */
const z = 1.2815515655446004;

/**
 * Returns the range in which the true share of right answers probably (four chances in five) lies, given `right` of `answers`; parts of a
 * right answer count in part. It is Wilson's score interval (1927, JASA 22, p. 209), which keeps what it promises for few answers and
 * for shares near 0 and 1 (Brown, Cai & DasGupta 2001, Statistical Science 16, p. 101).
 * @param answers at least 1
 */
export function likelyRange(right: number, answers: number): Range {
  const share = right / answers;
  const shrink = 1 + z ** 2 / answers;
  const middle = (share + z ** 2 / (2 * answers)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / answers + z ** 2 / (4 * answers ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
