/** Who asks. */

export const roles = ['learner', 'instructor', 'admin'] as const;
/** What an account may do on this site. In a cohort it is its standing there that counts (rules.ts). */
export type Role = (typeof roles)[number];

/** A learner known by a session: with an account, or anonymous and known to one browser. A visitor who has kept nothing yet is null. */
export interface Actor {
  readonly id: string;
  readonly role: Role | 'anonymous';
}

/** True for who has signed up. */
export function hasAccount(actor: Actor | null): actor is Actor & { readonly role: Role } {
  return actor !== null && actor.role !== 'anonymous';
}

/** How an account stands in one cohort; null for who has nothing to do with it. */
export type CohortStanding = 'owner' | 'co-instructor' | 'member' | null;
