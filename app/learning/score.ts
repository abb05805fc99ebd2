/** Scores are shares from 0 to 1 of what there was to get right. */

const steps = 2 ** 20;

/**
 * Returns `score` in steps of 2⁻²⁰. Sums of such numbers are exact in a double, so that a total is the same in whatever order it was
 * added up, and rebuilding it from the log gives the identical row. (Thirds and tenths added in another order differ in the last bit.)
 */
export function exact(score: number): number {
  return Math.round(score * steps) / steps;
}

/** True where a share reaches `threshold`, allowing for the rounding of `exact`. */
export function reaches(share: number, threshold: number): boolean {
  return share >= threshold - 1 / steps;
}

/** Marked answers added up. */
export interface Tally {
  readonly marked: number;
  readonly scoreSum: number;
}

/** Returns the mean score, 0 to 1, or null where nothing was marked. */
export function shareOf(tally: Tally): number | null {
  return tally.marked === 0 ? null : tally.scoreSum / tally.marked;
}

export interface AttemptTally extends Tally {
  /** Items of the attempt, retries apart. */
  readonly items: number;
  readonly answered: number;
}

/** Returns the tally of an attempt. Retries are practice on top and do not enter it, nor does what was ruled to count for nobody. */
export function tallyOf(
  items: readonly {
    readonly retryOf: number | null;
    readonly response: { readonly score: number | null } | null;
    readonly voided?: boolean;
  }[],
): AttemptTally {
  const counted = items.filter((item) => item.retryOf === null && !item.voided);
  const answered = counted.flatMap((item) => (item.response ? [item.response] : []));
  const scores = answered.flatMap((response) => (response.score === null ? [] : [response.score]));
  return {
    items: counted.length,
    answered: answered.length,
    marked: scores.length,
    scoreSum: scores.reduce((sum, score) => sum + exact(score), 0),
  };
}

/**
 * Returns the score of a finished attempt, 0 to 1: an item left out counts as nothing right, an answer that no machine marks does not
 * count. Null where nothing counts.
 */
export function attemptScore(tally: AttemptTally): number | null {
  return shareOf({ marked: tally.marked + tally.items - tally.answered, scoreSum: tally.scoreSum });
}

export interface AboutScore extends Tally {
  /** The criterion or question. */
  readonly about: string;
  /** Mean score, 0 to 1. */
  readonly share: number;
}

/** Returns the score for each criterion or question that something was marked on, the weakest first, equals by id. */
export function scoreByAbout(responses: Iterable<{ readonly about: string; readonly score: number | null }>): AboutScore[] {
  const tallies = new Map<string, Tally>();
  for (const { about, score } of responses) {
    if (score === null) continue;
    const before = tallies.get(about) ?? { marked: 0, scoreSum: 0 };
    tallies.set(about, { marked: before.marked + 1, scoreSum: before.scoreSum + exact(score) });
  }
  return [...tallies]
    .map(([about, tally]) => ({ about, ...tally, share: tally.scoreSum / tally.marked }))
    .sort((a, b) => a.share - b.share || (a.about < b.about ? -1 : 1));
}
