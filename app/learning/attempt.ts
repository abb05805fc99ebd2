/** What may be done with a sitting of a quiz, and when its marks count. */

export const attemptModes = ['practice', 'mock', 'check'] as const;
/** `practice`: feedback after each answer. `mock`: feedback at the end. `check`: the questions inside a lesson's text, never finished. */
export type AttemptMode = (typeof attemptModes)[number];

export interface AttemptStanding {
  readonly mode: AttemptMode;
  /** Milliseconds since 1970; null while it is open. */
  readonly finishedAt: number | null;
}

/**
 * True where an item may still be answered. Finishing fixes the score and may show the key, so afterwards only a retry (which enters no
 * score of the attempt) can be answered, and in a mock test nothing.
 */
export function mayAnswer(attempt: AttemptStanding, item: { readonly retryOf: number | null }): boolean {
  return attempt.finishedAt === null || (attempt.mode === 'practice' && item.retryOf !== null);
}

/**
 * True where the marks of an attempt may be told and count towards progress: always, except while a mock test is open. Otherwise a
 * progress figure would betray, answer by answer, what the test keeps until its end.
 */
export function marksAreOut(attempt: AttemptStanding): boolean {
  return attempt.mode !== 'mock' || attempt.finishedAt !== null;
}

/** True where a wrong answer may be followed at once by another item on the same criterion. */
export function mayRetry(attempt: AttemptStanding): boolean {
  return attempt.mode !== 'mock';
}
