/** Which story a review shows. */
import { seedFor, shuffle } from '#app/quiz/shuffle.ts';

export interface Candidate {
  readonly id: string;
  /** Ids of the scenarios whose story it tells. */
  readonly scenarios: readonly string[];
  /** The template that makes its case, whose cases tell similar stories; null for a story of the lessons. */
  readonly template: string | null;
}

/**
 * Returns the item whose stories the learner has not met, one of several by `seed`: of the lessons, then of a template of which no case was
 * met, then of any template. Where all were met, the one met longest ago. Null where there is no item.
 * @param seenAt when the learner last answered a question on a scenario; it lacks those never met
 * @param fits whether an item will do; asked of one after the other, in order of preference, until one does
 */
export function chooseReviewItem<C extends Candidate>(
  candidates: readonly C[],
  {
    seenAt,
    seed,
    fits = () => true,
  }: { readonly seenAt: ReadonlyMap<string, number>; readonly seed: number; readonly fits?: (item: C) => boolean },
): C | null {
  const never = Number.NEGATIVE_INFINITY;
  const lastMet = ({ scenarios }: C) => scenarios.reduce((last, id) => Math.max(last, seenAt.get(id) ?? never), never);
  const metTemplates = new Set(candidates.filter((item) => lastMet(item) > never).map(({ template }) => template));
  const likeness = ({ template }: C) => (template === null ? 0 : metTemplates.has(template) ? 2 : 1);
  return (
    shuffle(candidates, seedFor(seed, 'review'))
      .map((item) => ({ item, met: lastMet(item), likeness: likeness(item) }))
      .sort((one, other) => (one.met === other.met ? one.likeness - other.likeness : one.met < other.met ? -1 : 1))
      .find(({ item }) => fits(item))?.item ?? null
  );
}
