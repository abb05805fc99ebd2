/** Time on task. */

/** A pause longer than this is no longer work on the page: a phone in a pocket must not count as an hour of study. */
const longestSeconds = 300;

/**
 * Returns the whole seconds from `previousAt` (the last sign of the learner, null where there is none) to `now`, both in milliseconds,
 * at least 0 and at most 300.
 */
export function secondsSpent(previousAt: number | null, now: number): number {
  if (previousAt === null) return 0;
  return Math.min(longestSeconds, Math.max(0, Math.round((now - previousAt) / 1000)));
}
