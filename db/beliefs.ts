/**
 * What learners probably believe: each answer moves the belief that it is evidence about, in the write that records it. A belief follows from
 * what was answered and from today's definitions, not from the mark, so a regrade leaves it as it is.
 */
import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm';
import { marksAreOut } from '#app/learning/attempt.ts';
import { type AnswerSeen, type BeliefRow, inTime, rowAfter, rowsFrom } from '#app/learning/diagnosis/rows.ts';
import type { Database } from './database.ts';
import { newValuesOf, prepared, value, valuesOf } from './prepared.ts';

type Scope = { learnerId: string; course: string };

const selectBeliefs = prepared<Scope, BeliefRow[]>(({ orm, tables: { beliefs: b } }) => {
  const { learnerId, ...columns } = getTableColumns(b);
  return orm
    .select(columns)
    .from(b)
    .where(and(eq(learnerId, value('learnerId')), eq(b.course, value('course'))));
});
const selectBelief = prepared<Scope & { topic: string }, BeliefRow[]>(({ orm, tables: { beliefs: b } }) => {
  const { learnerId, ...columns } = getTableColumns(b);
  return orm
    .select(columns)
    .from(b)
    .where(and(eq(learnerId, value('learnerId')), eq(b.course, value('course')), eq(b.topic, value('topic'))));
});
const upsertBelief = prepared<BeliefRow & { learnerId: string }, unknown>(({ orm, tables: { beliefs: b } }) =>
  orm
    .insert(b)
    .values(valuesOf(b))
    .onConflictDoUpdate({ target: [b.learnerId, b.course, b.topic], set: newValuesOf(b) }),
);

/** Returns the learner's beliefs in a course, in no particular order. Rows of another version of the course are left out. */
export async function beliefRowsOf(db: Database, learnerId: string, course: string, version: string): Promise<BeliefRow[]> {
  return (await selectBeliefs(db, { learnerId, course })).filter((row) => row.version === version);
}

/** Stores a belief in place of what its row held before. */
export async function saveBelief(tx: Database, learnerId: string, row: BeliefRow): Promise<void> {
  await upsertBelief(tx, { learnerId, ...row });
}

/**
 * Moves the belief that an answer is evidence about, inside the write that records it. Where the row is not of this version, is missing, or
 * rests on a later answer (marks were held, or a clock was set back), the learner's beliefs in the course are derived from the log.
 */
export async function countBelief(tx: Database, learnerId: string, seen: AnswerSeen): Promise<void> {
  const read = tx.readers.evidence;
  const book = read?.(seen.course);
  const evidence = book?.evidence(seen.itemId);
  if (!read || !book || !evidence) return;
  const { course } = seen;
  const [before] = await selectBelief(tx, { learnerId, course, topic: evidence.topic.id });
  if (before?.version === book.version && inTime({ at: before.lastAt, id: before.lastId }, seen) < 0) {
    await saveBelief(tx, learnerId, rowAfter(before, evidence, book, seen));
    return;
  }
  for (const row of rowsFrom(await answersOf(tx, learnerId, course), read)) await saveBelief(tx, learnerId, row);
}

/** Every answer of a learner in a course that counts, oldest first. */
async function answersOf({ orm, tables: t }: Database, learnerId: string, course: string): Promise<AnswerSeen[]> {
  const { id, itemId, answer, at } = getTableColumns(t.responses);
  const { mode, finishedAt, releasedAt } = getTableColumns(t.attempts);
  const rows = await orm
    .select({ id, course: t.responses.course, itemId, answer, at, mode, finishedAt, releasedAt })
    .from(t.responses)
    .innerJoin(t.attempts, eq(t.attempts.id, t.responses.attemptId))
    .leftJoin(t.undone, eq(t.undone.responseId, t.responses.id))
    .where(and(eq(t.responses.learnerId, learnerId), eq(t.responses.course, course), isNull(t.undone.at)))
    .orderBy(asc(at), asc(id));
  return rows.filter(marksAreOut);
}
