/**
 * Who may do what: one small named rule for each question, asked by every loader and action. The rules know nothing of requests or of the
 * database; a test walks every route with every kind of actor (tests/browser/access.spec.ts).
 */
import { type Actor, type CohortStanding, hasAccount } from './actor.ts';

/** Somebody whose account is to be viewed or changed. */
export interface Subject {
  readonly id: string;
  readonly role: Actor['role'];
}

/** People, roles and the audit log are for administrators. */
export function canAdminister(actor: Actor | null): boolean {
  return actor?.role === 'admin';
}

/** One's own role and one's own access stay as they are, so that no site loses its last administrator by a slip. */
export function canChangeAccount(actor: Actor | null, subject: Subject): boolean {
  return canAdminister(actor) && actor?.id !== subject.id;
}

/**
 * A link that sets a new passphrase opens the account: administrators make one for anybody but themselves, an instructor for learners of
 * a cohort that is theirs to teach, and for nobody with more power than a learner.
 */
export function canMakeResetLink(actor: Actor | null, subject: Subject, teachesSubject: boolean): boolean {
  if (canChangeAccount(actor, subject)) return true;
  return hasAccount(actor) && actor.role === 'instructor' && teachesSubject && subject.role === 'learner';
}

/** Making cohorts is for instructors and administrators. */
export function canTeach(actor: Actor | null): boolean {
  return actor?.role === 'instructor' || actor?.role === 'admin';
}

/** What a cohort's learners do is seen by those who teach it, and by administrators, who are noted when they look. */
export function canViewCohort(actor: Actor | null, standing: CohortStanding): boolean {
  if (actor?.role === 'admin') return true;
  return canTeach(actor) && (standing === 'owner' || standing === 'co-instructor');
}

/** Names, people, the code: whoever may look may also arrange. */
export function canManageCohort(actor: Actor | null, standing: CohortStanding): boolean {
  return canViewCohort(actor, standing);
}

/** Deleting, and saying who teaches along, stays with the owner. */
export function canDeleteCohort(actor: Actor | null, standing: CohortStanding): boolean {
  return actor?.role === 'admin' || (canTeach(actor) && standing === 'owner');
}

/** One learner's record is seen by who may view a cohort in which this learner is now. */
export function canViewLearner(actor: Actor | null, standing: CohortStanding, subjectIsMember: boolean): boolean {
  return canViewCohort(actor, standing) && subjectIsMember;
}

/** The page of a cohort for those in it, whether they learn or teach there. */
export function canSeeClass(actor: Actor | null, standing: CohortStanding): boolean {
  return hasAccount(actor) && standing !== null;
}

/** Answers are disputed by those who learn in a cohort of the course; those who teach it answer. */
export function canContest(actor: Actor | null, standing: CohortStanding): boolean {
  return hasAccount(actor) && standing === 'member';
}
