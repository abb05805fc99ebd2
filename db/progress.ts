/** Progress as pages read it. It is derived from the log: counting.ts keeps it, rebuild.ts can make it anew. */
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { AboutProgress, ItemProgress, LessonProgress } from '#app/learning/progress.ts';
import type { Database } from './database.ts';
import { prepared, value } from './prepared.ts';

type Scope = { learnerId: string; course: string };

const selectLessons = prepared<Scope, LessonProgress[]>(({ orm, tables: { lessonProgress: p } }) => {
  const { learnerId, ...columns } = getTableColumns(p);
  return orm
    .select(columns)
    .from(p)
    .where(and(eq(learnerId, value('learnerId')), eq(p.course, value('course'))));
});
const selectItems = prepared<Scope, ItemProgress[]>(({ orm, tables: { itemProgress: p } }) => {
  const { learnerId, ...columns } = getTableColumns(p);
  return orm
    .select(columns)
    .from(p)
    .where(and(eq(learnerId, value('learnerId')), eq(p.course, value('course'))));
});
const selectAbouts = prepared<Scope, AboutProgress[]>(({ orm, tables: { aboutProgress: p } }) => {
  const { learnerId, ...columns } = getTableColumns(p);
  return orm
    .select(columns)
    .from(p)
    .where(and(eq(learnerId, value('learnerId')), eq(p.course, value('course'))));
});

/** Returns the progress of every lesson of a course that the learner has begun. */
export async function lessonProgressOf(db: Database, learnerId: string, course: string): Promise<LessonProgress[]> {
  return selectLessons(db, { learnerId, course });
}

/** Returns the progress of every item of a course that the learner has answered, open mock tests apart. */
export async function itemProgressOf(db: Database, learnerId: string, course: string): Promise<ItemProgress[]> {
  return selectItems(db, { learnerId, course });
}

/** Returns which of these items the learner has answered, open mock tests apart. */
export async function itemsAnswered(db: Database, learnerId: string, course: string, itemIds: readonly string[]): Promise<string[]> {
  if (itemIds.length === 0) return [];
  const { itemProgress: p } = db.tables;
  const rows = await db.orm
    .select({ id: p.itemId })
    .from(p)
    .where(and(eq(p.learnerId, learnerId), eq(p.course, course), inArray(p.itemId, [...itemIds])));
  return rows.map(({ id }) => id);
}

/** Returns the marks by criterion and question that the learner has reached in a course, open mock tests apart. */
export async function aboutProgressOf(db: Database, learnerId: string, course: string): Promise<AboutProgress[]> {
  return selectAbouts(db, { learnerId, course });
}
