/** Graded work that a cohort keeps when its learner goes: under a new number that leads to nobody. */
import { and, count, eq, inArray, isNotNull, notExists, sql } from 'drizzle-orm';
import type { Answer } from '#app/quiz/item.ts';
import type { Database } from './database.ts';
import { createLearner } from './learners.ts';
import { deriveAnew } from './rebuild.ts';

/** Attempts that a cohort keeps: handed in, at an assignment that is still there. */
function kept({ tables: { attempts: a } }: Database, learnerId: string) {
  return and(eq(a.learnerId, learnerId), eq(a.mode, 'graded'), isNotNull(a.assignmentId), isNotNull(a.finishedAt));
}

/** Returns how many graded quizzes of a learner their cohorts would keep. */
export async function gradedKept(db: Database, learnerId: string): Promise<number> {
  const [row] = await db.orm.select({ n: count() }).from(db.tables.attempts).where(kept(db, learnerId));
  return row?.n ?? 0;
}

/**
 * Moves the graded work of a learner to a new learner without a name, inside a write, before the learner is deleted. Words of the
 * learner's own, which could tell who it was, are taken out.
 */
export async function leaveGradedWork(tx: Database, learnerId: string, { id, now }: { id: string; now: number }): Promise<void> {
  const { attempts: a, responses: r, drafts: d } = tx.tables;
  const moving = (await tx.orm.select({ id: a.id }).from(a).where(kept(tx, learnerId))).map((attempt) => attempt.id);
  if (moving.length === 0) return;
  await createLearner(tx, { id, now });
  await tx.orm.delete(d).where(inArray(d.attemptId, moving));
  const written = await tx.orm
    .select({ id: r.id, answer: r.answer })
    .from(r)
    .where(and(inArray(r.attemptId, moving), eq(r.kind, 'explain')));
  for (const { id: responseId, answer } of written)
    await tx.orm
      .update(r)
      .set({ answer: wordless(answer) })
      .where(eq(r.id, responseId));
  await tx.orm.update(r).set({ learnerId: id }).where(inArray(r.attemptId, moving));
  await tx.orm.update(a).set({ learnerId: id }).where(inArray(a.id, moving));
  await deriveAnew(tx, id);
}

const gone = '(taken out)';

function wordless(answer: Answer): Answer {
  if (answer.type === 'text') return { ...answer, text: gone };
  if (answer.type === 'texts') return { ...answer, texts: Object.fromEntries(Object.keys(answer.texts).map((lens) => [lens, gone])) };
  return answer;
}

/** Returns those without a name who have work at an assignment. */
export async function formerLearnersAt({ orm, tables: { attempts: a, accounts: c } }: Database, assignmentId: string): Promise<string[]> {
  const account = orm.select({ one: sql`1` }).from(c).where(eq(c.learnerId, a.learnerId));
  const rows = await orm
    .selectDistinct({ id: a.learnerId })
    .from(a)
    .where(and(eq(a.assignmentId, assignmentId), notExists(account)));
  return rows.map(({ id }) => id);
}
