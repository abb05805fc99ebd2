/** Which learners an instructor may want to speak to, and why. The limits are our judgement, stated in the words that are shown. */

const day = 24 * 60 * 60 * 1000;
/** A fortnight covers a week off. */
export const quietDays = 14;
/** A week in which one has joined and not begun. */
export const startDays = 7;
export const stuckTries = 3;
export const sameIdeaTimes = 3;
/** How many of the latest marked answers count as what somebody thinks now. */
export const recentAnswers = 20;

/** What is known of one learner in a cohort. Times are milliseconds since 1970. */
export interface LearnerFacts {
  readonly joinedAt: number;
  /** The last thing they did in the course; null before the first. */
  readonly lastAt: number | null;
  /** True once every part of the course is done. */
  readonly complete: boolean;
  /** Assignments of which nothing is begun though they are due, extensions included. */
  readonly missed: readonly { readonly assignmentId: string; readonly title: string; readonly dueAt: number }[];
  /** Items answered `stuckTries` times or more and never right. */
  readonly stuckOn: readonly { readonly itemId: string; readonly tries: number }[];
  /** Misconceptions behind at least `sameIdeaTimes` of the `recentAnswers` latest marked answers. */
  readonly ideas: readonly { readonly id: string; readonly times: number }[];
}

export type HelpReason =
  | { readonly kind: 'missed'; readonly assignmentId: string; readonly title: string; readonly days: number }
  | { readonly kind: 'not-started'; readonly days: number }
  | { readonly kind: 'fell-off'; readonly days: number }
  | { readonly kind: 'stuck'; readonly itemId: string; readonly tries: number }
  | { readonly kind: 'same-idea'; readonly misconception: string; readonly times: number };

/**
 * Returns why this learner may need help at `now`, the most telling reason first; who has completed the course can only have missed
 * what was set. */
export function helpReasons(facts: LearnerFacts, now: number): readonly HelpReason[] {
  const reasons: HelpReason[] = facts.missed.map(({ assignmentId, title, dueAt }) => ({
    kind: 'missed',
    assignmentId,
    title,
    days: Math.floor((now - dueAt) / day),
  }));
  if (facts.complete) return reasons;
  for (const { id, times } of facts.ideas) reasons.push({ kind: 'same-idea', misconception: id, times });
  for (const { itemId, tries } of facts.stuckOn) reasons.push({ kind: 'stuck', itemId, tries });
  const quiet = Math.floor((now - (facts.lastAt ?? facts.joinedAt)) / day);
  if (facts.lastAt !== null && quiet >= quietDays) reasons.push({ kind: 'fell-off', days: quiet });
  if (facts.lastAt === null && quiet >= startDays) reasons.push({ kind: 'not-started', days: quiet });
  return reasons;
}
