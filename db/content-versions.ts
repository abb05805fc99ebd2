/** The versions of a course that answers were graded under, and those answers as far as a change of definitions touches them. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { markOf, regradeOf } from './marks.ts';
import type { StoredResponse } from './responses.ts';
import type { Tables } from './tables.ts';

export type ContentVersion = Readonly<Tables['contentVersions']['$inferSelect']>;

/** Keeps what follows at a version, once. */
export async function keepContentVersion({ orm, tables: { contentVersions: v } }: Database, version: ContentVersion): Promise<void> {
  await orm.insert(v).values(version).onConflictDoNothing();
}

export async function findContentVersion(
  { orm, tables: { contentVersions: v } }: Database,
  course: string,
  version: string,
): Promise<ContentVersion | null> {
  const [found] = await orm
    .select()
    .from(v)
    .where(and(eq(v.course, course), eq(v.version, version)));
  return found ?? null;
}

/** Returns the versions of a course that this file has seen, oldest first, with how many answers were given under each. */
export async function contentVersionsOf({ orm, tables: { contentVersions: v, responses: r } }: Database, course: string) {
  const answers = sql<number>`(select count(*) from ${r} where ${r.course} = ${v.course} and ${r.contentVersion} = ${v.version})`;
  return orm
    .select({ version: v.version, firstSeenAt: v.firstSeenAt, answers })
    .from(v)
    .where(eq(v.course, course))
    .orderBy(asc(v.firstSeenAt), asc(v.version));
}

export type AnswersAlike = Pick<StoredResponse, 'itemId' | 'contentVersion' | 'answer' | 'score'> & { readonly times: number };

/** Returns the marked answers to these items, the same answers with the same mark in force under the same version added up. */
export async function answersAlike({ orm, tables }: Database, course: string, itemIds: readonly string[]): Promise<AnswersAlike[]> {
  const { responses: r, regradedMarks: m } = tables;
  const { score } = markOf(tables);
  return orm
    .select({ itemId: r.itemId, contentVersion: r.contentVersion, answer: r.answer, score, times: sql<number>`count(*)` })
    .from(r)
    .leftJoin(m, regradeOf(tables, r))
    .where(and(eq(r.course, course), inArray(r.itemId, [...itemIds]), sql`${score} is not null`))
    .groupBy(r.itemId, r.contentVersion, r.answer, score)
    .orderBy(asc(r.itemId));
}
