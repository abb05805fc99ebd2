/**
 * Who may do what: one small named rule for each question, asked by every loader and action. The rules know nothing of requests or of the
 * database; a test walks every route with every kind of actor (tests/browser/access.spec.ts).
 */
import { type Actor, hasAccount } from './actor.ts';

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
