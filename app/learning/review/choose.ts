/** Which story a review shows. */
import { seedFor, shuffle } from '#app/quiz/shuffle.ts';

export interface Candidate {
  readonly id: string;
  /** Ids of the scenarios whose story it tells. */
  readonly scenarios: readonly string[];
}

/**
 * Returns the item whose stories the learner has not met, one of several by `seed`; where all were met, the one met longest ago. Null where
 * there is no item.
 * @param seenAt when the learner last answered a question on a scenario; it lacks those never met
 */
export function chooseReviewItem<C extends Candidate>(
  candidates: readonly C[],
  { seenAt, seed }: { readonly seenAt: ReadonlyMap<string, number>; readonly seed: number },
): C | null {
  const lastMet = ({ scenarios }: C) =>
    Math.max(Number.NEGATIVE_INFINITY, ...scenarios.map((id) => seenAt.get(id) ?? Number.NEGATIVE_INFINITY));
  let best: { item: C; met: number } | null = null;
  for (const item of shuffle(candidates, seedFor(seed, 'review'))) {
    const met = lastMet(item);
    if (!best || met < best.met) best = { item, met };
  }
  return best?.item ?? null;
}
