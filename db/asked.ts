/** What is asked at the moment, and what one learner has answered: what decides whether a case may be taken apart. */
import { and, eq, or, sql } from 'drizzle-orm';
import { marksAreOut } from '#app/learning/attempt.ts';
import type { Database } from './database.ts';
import { marksWait } from './marks-wait.ts';
import { prepared, value } from './prepared.ts';
import type { Tables } from './tables.ts';

type Answered = Pick<Tables['attempts']['$inferSelect'], 'mode' | 'finishedAt' | 'releasedAt'> & { readonly itemId: string };

const selectAnswered = prepared<{ learnerId: string; course: string }, Answered[]>(({ orm, tables: { attempts: a, responses: r } }) =>
  orm
    .selectDistinct({ itemId: r.itemId, mode: a.mode, finishedAt: a.finishedAt, releasedAt: a.releasedAt })
    .from(r)
    .innerJoin(a, eq(a.id, r.attemptId))
    .where(and(eq(r.learnerId, value('learnerId')), eq(r.course, value('course')))),
);

/** Returns the items of a course that a learner has answered, as far as the marks are out. */
export async function itemsAnswered(db: Database, learnerId: string, course: string): Promise<ReadonlySet<string>> {
  const rows = await selectAnswered(db, { learnerId, course });
  return new Set(rows.filter(marksAreOut).map(({ itemId }) => itemId));
}

const selectHeld = prepared<{ learnerId: string }, { itemId: string }[]>(({ orm, tables: { attempts: a, attemptItems: i } }) =>
  orm
    .selectDistinct({ itemId: i.itemId })
    .from(a)
    .innerJoin(i, eq(i.attemptId, a.id))
    .where(and(eq(a.learnerId, value('learnerId')), marksWait(a))),
);

/** Returns the items of one learner's graded quizzes whose marks are not out: until then their key is told nowhere else either. */
export async function itemsHeld(db: Database, learnerId: string): Promise<ReadonlySet<string>> {
  return new Set((await selectHeld(db, { learnerId })).map(({ itemId }) => itemId));
}

/**
 * Returns the items of all graded quizzes, of whichever cohort and course, that are not over at `now` for everybody: not open yet, not
 * due yet (extensions included), under way, or with marks that still wait.
 */
export async function itemsGraded(db: Database, now: number): Promise<ReadonlySet<string>> {
  const { orm, tables } = db;
  const { assignments: s, extensions: e, attempts: a, attemptItems: i } = tables;
  const extended = sql`exists (select 1 from ${e} where ${e.assignmentId} = ${s.id} and ${e.dueAt} > ${now})`;
  const set = await orm
    .select({ items: s.items })
    .from(s)
    .where(and(eq(s.kind, 'quiz'), or(sql`${s.dueAt} > ${now}`, extended)));
  const underWay = await orm.selectDistinct({ itemId: i.itemId }).from(a).innerJoin(i, eq(i.attemptId, a.id)).where(marksWait(a));
  return new Set([...set.flatMap(({ items }) => items), ...underWay.map(({ itemId }) => itemId)]);
}
