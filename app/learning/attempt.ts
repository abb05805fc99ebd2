/** What may be done with a sitting of a quiz, and when its marks count. */

export const attemptModes = ['practice', 'mock', 'check', 'graded', 'review'] as const;
/**
 * `practice`: feedback after each answer. `mock`: feedback at the end. `graded`: set by an instructor, feedback once the marks are released.
 * `check`: the questions inside a lesson's text, never finished. `review`: one question on an idea that is due again; it is no quiz of its lesson.
 */
export type AttemptMode = (typeof attemptModes)[number];

/** True for a sitting that is a quiz of its lesson, with an end and a score. */
export function isQuiz<Mode extends AttemptMode>(mode: Mode): mode is Exclude<Mode, 'check' | 'review'> {
  return mode !== 'check' && mode !== 'review';
}

export interface AttemptStanding {
  readonly mode: AttemptMode;
  /** Milliseconds since 1970; null while it is open. */
  readonly finishedAt: number | null;
  /** When the marks of a graded attempt were let out; null before, and for every other mode. */
  readonly releasedAt: number | null;
}

/** A form that is on its way when the time runs out still counts. */
export const graceSeconds = 3;

/** True where the time of an attempt is over at `now`; one without a deadline never ends by itself. */
export function isOverdue(deadline: number | null, now: number): boolean {
  return deadline !== null && now > deadline + graceSeconds * 1000;
}

/**
 * Returns when an attempt that is ended at `now` counts as finished, in milliseconds since 1970: no later than its deadline, so that a form
 * on its way when the time runs out makes nobody late, and no earlier than its start, whatever happened to the server's clock since.
 */
export function finishOf({ startedAt, deadline }: { readonly startedAt: number; readonly deadline: number | null }, now: number): number {
  return Math.max(startedAt, Math.min(now, deadline ?? now));
}

/**
 * True where an item may still be answered. Finishing fixes the score and may show the key, so afterwards only a retry (which enters no
 * score of the attempt) can be answered, and in a mock test nothing.
 */
export function mayAnswer(attempt: Omit<AttemptStanding, 'releasedAt'>, item: { readonly retryOf: number | null }): boolean {
  return attempt.finishedAt === null || (attempt.mode === 'practice' && item.retryOf !== null);
}

/**
 * True where the marks of an attempt may be told and count towards progress: always, except while a mock test is open, and before those of a graded quiz are released. Otherwise a
 * progress figure would betray, answer by answer, what the test keeps until its end.
 */
export function marksAreOut(attempt: AttemptStanding): boolean {
  if (attempt.mode === 'graded') return attempt.releasedAt !== null;
  return attempt.mode !== 'mock' || attempt.finishedAt !== null;
}

/** True where a wrong answer may be followed at once by another item on the same criterion. */
export function mayRetry(attempt: Pick<AttemptStanding, 'mode'>): boolean {
  return attempt.mode === 'practice' || attempt.mode === 'check';
}
