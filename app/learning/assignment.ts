/** What an instructor sets a class: lessons to learn or a quiz to take, by a day. */

export const assignmentKinds = ['lessons', 'quiz'] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

export interface Assignment {
  readonly opensAt: number;
  readonly dueAt: number;
  /** Null for as many as one likes. */
  readonly attemptsAllowed: number | null;
  /** For one attempt; null without a limit. */
  readonly minutes: number | null;
}

/** More time for one learner; null for who has none. */
export type Extension = { readonly dueAt: number; readonly extraMinutes: number } | null;

/** Returns when the work of this learner is due: an extension never takes time away. */
export function dueFor(assignment: Pick<Assignment, 'dueAt'>, extension: Extension): number {
  return Math.max(assignment.dueAt, extension?.dueAt ?? 0);
}

/** Returns when an attempt that starts now is over; null without a limit. */
export function deadlineFor(assignment: Pick<Assignment, 'minutes'>, extension: Extension, now: number): number | null {
  return assignment.minutes === null ? null : now + (assignment.minutes + (extension?.extraMinutes ?? 0)) * 60_000;
}

/** Returns why this learner cannot begin another attempt now, or null where they can. Late work is taken, and shown as late. */
export function startProblem(assignment: Assignment, attemptsUsed: number, now: number): 'not-open' | 'no-attempt-left' | null {
  if (now < assignment.opensAt) return 'not-open';
  return assignment.attemptsAllowed !== null && attemptsUsed >= assignment.attemptsAllowed ? 'no-attempt-left' : null;
}
