/** What was decided about the marks of one attempt, question by question. */
import type { Regrade } from '#db/regrades.ts';

/**
 * Returns for each item of an attempt whose mark or explanation was decided anew, and stands so, what its learner is told, in a sentence or two.
 * The regrades are those of the attempt, the latest first.
 */
export function decidedOn(regrades: readonly Pick<Regrade, 'changed' | 'undoneAt'>[]): ReadonlyMap<string, string> {
  const standing = regrades.filter(({ undoneAt }) => undoneAt === null);
  // The latest is what holds.
  return new Map(standing.toReversed().flatMap(({ changed }) => changed.map(({ item, says }) => [item, says] as const)));
}
