/** Which of several attempts counts. */

export const countedAttempts = ['first', 'best', 'last'] as const;
export type CountedAttempt = (typeof countedAttempts)[number];

/** Returns the attempt that counts of those with a score, given oldest first; of equally good ones the earliest. Null where none has a score. */
export function pick<T extends { readonly score: number | null }>(attempts: readonly T[], which: CountedAttempt): T | null {
  const scored = attempts.filter(({ score }) => score !== null);
  if (which === 'first') return scored[0] ?? null;
  if (which === 'last') return scored.at(-1) ?? null;
  return scored.reduce<T | null>((best, one) => (best === null || (one.score ?? 0) > (best.score ?? 0) ? one : best), null);
}

/** Returns the number of the first right attempt, from 1; null where none was right. */
export function attemptsToCorrect(rights: readonly boolean[]): number | null {
  const place = rights.indexOf(true);
  return place < 0 ? null : place + 1;
}
