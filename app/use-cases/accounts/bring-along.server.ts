/** What was done on this device without an account joins the account. */
import { listAttempts } from '#db/attempts.ts';
import type { Database } from '#db/database.ts';
import { countKept } from '#db/learners.ts';
import { mergeLearners } from '#db/merge.ts';

export interface Kept {
  readonly answers: number;
  readonly sections: number;
  readonly quizzes: number;
}

/** Returns how much an anonymous learner has kept. */
export async function whatIsKept(db: Database, learnerId: string): Promise<Kept> {
  return { ...(await countKept(db, learnerId)), quizzes: (await listAttempts(db, learnerId)).length };
}

/** Joins both histories under the account. Returns false where there was nothing to join any more. */
export function bringAlong(db: Database, anonymous: string, account: string): Promise<boolean> {
  return mergeLearners(db, anonymous, account);
}
