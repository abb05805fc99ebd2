/**
 * Every marked answer to a course, whoever gave it, without a name: what the rates of the diagnosis are estimated from. They follow from what was
 * answered; the mark itself says only that a machine marks such answers, so the one in the log will do.
 */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { AttemptMode } from '#app/learning/attempt.ts';
import type { Answer } from '#app/quiz/item.ts';
import { marksOut } from './cohort-log.ts';
import type { Database } from './database.ts';

export interface MarkedAnswer {
  readonly learnerId: string;
  readonly itemId: string;
  readonly answer: Answer;
  readonly mode: AttemptMode;
}

/** Returns the marked answers whose marks are out and that were not taken back, learner by learner, each oldest first. */
export async function markedAnswersTo({ orm, tables }: Database, course: string): Promise<MarkedAnswer[]> {
  const { responses: r, attempts: a, undone: u } = tables;
  return orm
    .select({ learnerId: r.learnerId, itemId: r.itemId, answer: r.answer, mode: a.mode })
    .from(r)
    .innerJoin(a, eq(a.id, r.attemptId))
    .leftJoin(u, eq(u.responseId, r.id))
    .where(and(eq(r.course, course), isNotNull(r.score), isNull(u.at), marksOut(tables)))
    .orderBy(asc(r.learnerId), asc(r.at), asc(r.id));
}
