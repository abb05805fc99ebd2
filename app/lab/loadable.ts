/** Which cases of a course the lab may take apart. It shows all of a case: facts, verdict, and every answer. */

/** What the course asks about a case. */
export interface CaseUse {
  /** Every item that asks about it, in lessons and quizzes. */
  readonly items: readonly string[];
  /** True where the capstone is among those who ask. */
  readonly capstone: boolean;
}

/** What there is to know about the questions at this moment. */
export interface Asking {
  /** Items that the one who looks has answered, with the marks out. */
  readonly answered: ReadonlySet<string>;
  /** Items of graded quizzes that are set somewhere and not over for everybody. */
  readonly graded: ReadonlySet<string>;
}

/**
 * `open`: may be taken apart. `unanswered`: opens for this learner with the last answer about it. `closed`: for nobody now; that there is
 * such a case is not told either.
 */
export type CaseAccess = 'open' | 'unanswered' | 'closed';

/**
 * Returns whether a case may be taken apart. A key, a fact or a verdict of an unanswered question must never reach the browser, so every
 * question about the case has to be answered, and none may stand in a graded quiz that somebody may still take. The capstone's cases are
 * met there for the first time, whoever has answered them before.
 */
export function caseAccess({ items, capstone }: CaseUse, { answered, graded }: Asking): CaseAccess {
  if (capstone || items.some((item) => graded.has(item))) return 'closed';
  return items.every((item) => answered.has(item)) ? 'open' : 'unanswered';
}
