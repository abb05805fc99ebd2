/** What the members of a cohort did in its course, for those who teach it. Members are those who have joined and not left. */
import { setImmediate as pause } from 'node:timers/promises';
import { and, asc, desc, eq, getTableColumns, gte, inArray, isNull, lt, max, notInArray, sql } from 'drizzle-orm';
import type { AttemptMode } from '#app/learning/attempt.ts';
import type { Database } from './database.ts';
import { markOf, regradeOf, scoreBefore, tallyIn } from './marks.ts';
import { prepared, value } from './prepared.ts';
import type { Tables } from './tables.ts';

interface Key {
  readonly cohortId: string;
  readonly course: string;
}

/** The members as a condition on the column of another table. */
function membersIn({ orm, tables: { cohortMembers: m } }: Database, cohortId: string) {
  return orm
    .select({ id: m.learnerId })
    .from(m)
    .where(and(eq(m.cohortId, cohortId), isNull(m.leftAt)));
}

/** Returns every member with name, address and when they joined. */
export async function rosterOf({ orm, tables: { cohortMembers: m, accounts: a } }: Database, cohortId: string) {
  return orm
    .select({ id: a.learnerId, name: a.name, email: a.email, joinedAt: m.joinedAt })
    .from(m)
    .innerJoin(a, eq(a.learnerId, m.learnerId))
    .where(and(eq(m.cohortId, cohortId), isNull(m.leftAt)))
    .orderBy(asc(a.name), asc(a.email));
}

/** Returns the members' progress by lesson. */
export async function lessonProgressIn(db: Database, { cohortId, course }: Key) {
  const { lessonProgress: p } = db.tables;
  return db.orm
    .select()
    .from(p)
    .where(and(inArray(p.learnerId, membersIn(db, cohortId)), eq(p.course, course)));
}

/** Returns the members' progress by criterion and question. */
export async function aboutProgressIn(db: Database, { cohortId, course }: Key) {
  const { aboutProgress: p } = db.tables;
  const { recent: _, ...columns } = getTableColumns(p);
  return db.orm
    .select(columns)
    .from(p)
    .where(and(inArray(p.learnerId, membersIn(db, cohortId)), eq(p.course, course)));
}

/** Returns which of these items each member has answered. */
export async function answeredIn(db: Database, { cohortId, course }: Key, itemIds: readonly string[]) {
  const { itemProgress: p } = db.tables;
  return db.orm
    .select({ learnerId: p.learnerId, itemId: p.itemId })
    .from(p)
    .where(and(inArray(p.learnerId, membersIn(db, cohortId)), eq(p.course, course), inArray(p.itemId, [...itemIds])));
}

/** Returns the items that members have answered at least `tries` times and never fully right. */
export async function stuckIn(db: Database, { cohortId, course }: Key, tries: number) {
  const { itemProgress: p } = db.tables;
  return db.orm
    .select({ learnerId: p.learnerId, itemId: p.itemId, tries: p.tries })
    .from(p)
    .where(and(inArray(p.learnerId, membersIn(db, cohortId)), eq(p.course, course), gte(p.tries, tries), lt(p.bestScore, 1)));
}

/** A condition: true for answers whose marks are out, as `marksAreOut` says (app/learning/attempt.ts). */
export const marksOut = ({ attempts: a }: Tables) =>
  sql`case ${a.mode} when 'mock' then ${a.finishedAt} is not null when 'graded' then ${a.releasedAt} is not null else 1 end`;

export interface LoggedAnswer {
  readonly id: string;
  readonly learnerId: string;
  readonly lesson: string;
  readonly itemId: string;
  readonly about: string;
  readonly mode: AttemptMode;
  /** As it is stored: JSON. */
  readonly answer: string;
  readonly score: number | null;
  readonly right: boolean | null;
  readonly misconceptions: readonly string[];
  readonly seconds: number;
  readonly at: number;
  readonly contentVersion: string;
  /** The score before it was regraded; null where it was not, or had none. */
  readonly scoreBefore: number | null;
}

/** Returns the members' answers whose marks are out and that were not taken back, oldest first; of these learners where they are given. */
export async function answersIn(db: Database, { cohortId, course }: Key, learnerIds?: readonly string[]): Promise<LoggedAnswer[]> {
  const { responses: r, attempts: a, undone: u, regradedMarks: m } = db.tables;
  const mark = markOf(db.tables);
  const rows = (await db.orm
    .select({
      id: r.id,
      learnerId: r.learnerId,
      lesson: r.lesson,
      itemId: r.itemId,
      about: r.about,
      mode: a.mode,
      answer: sql<string>`${r.answer}`,
      score: mark.score,
      right: mark.right,
      misconceptions: sql<string>`${mark.misconceptions}`,
      seconds: r.seconds,
      at: r.at,
      contentVersion: r.contentVersion,
      scoreBefore: scoreBefore(db.tables),
    })
    .from(r)
    .innerJoin(a, eq(a.id, r.attemptId))
    .leftJoin(u, eq(u.responseId, r.id))
    .leftJoin(m, regradeOf(db.tables, r))
    .where(
      and(
        isNull(u.at),
        inArray(r.learnerId, learnerIds ? [...learnerIds] : membersIn(db, cohortId)),
        eq(r.course, course),
        marksOut(db.tables),
      ),
    )
    .orderBy(asc(r.at), asc(r.id))
    .values()) as AnswerRow[];
  return rows.map(
    ([id, learnerId, lesson, itemId, about, mode, answer, score, right, misconceptions, seconds, at, contentVersion, scoreBefore]) => ({
      id,
      learnerId,
      lesson,
      itemId,
      about,
      mode,
      answer,
      score,
      right: right === null ? null : right === 1,
      misconceptions: misconceptions === '[]' ? none : JSON.parse(misconceptions),
      seconds,
      at,
      contentVersion,
      scoreBefore,
    }),
  );
}
const none: readonly string[] = [];

/** An answer as it comes from the file, in the order of the columns asked for: with a million, mapping rows by name costs more than reading. */
type AnswerRow = [
  id: string,
  learnerId: string,
  lesson: string,
  itemId: string,
  about: string,
  mode: AttemptMode,
  answer: string,
  score: number | null,
  right: 0 | 1 | null,
  misconceptions: string,
  seconds: number,
  at: number,
  contentVersion: string,
  scoreBefore: number | null,
];

/** Learners read at once: enough that a class is one read, few enough that nobody else waits for long. */
const readAtOnce = 50;

/** Returns the answers of each member who has any, learner by learner, each oldest first; between reads others have their turn. */
export async function* answersByLearner(db: Database, key: Key): AsyncGenerator<readonly LoggedAnswer[]> {
  const { cohortMembers: m } = db.tables;
  const members = await membersIn(db, key.cohortId).orderBy(asc(m.learnerId));
  for (let start = 0; start < members.length; start += readAtOnce) {
    if (start > 0) await pause();
    const answers = await answersIn(
      db,
      key,
      members.slice(start, start + readAtOnce).map(({ id }) => id),
    );
    yield* Map.groupBy(answers, ({ learnerId }) => learnerId).values();
  }
}

const selectRecent = prepared<Recent, { misconceptions: string }[]>(({ orm, tables }) => {
  const { responses: r, attempts: a, undone: u, regradedMarks: m } = tables;
  const mark = markOf(tables);
  return orm
    .select({ misconceptions: sql<string>`${mark.misconceptions}` })
    .from(r)
    .innerJoin(a, eq(a.id, r.attemptId))
    .leftJoin(u, eq(u.responseId, r.id))
    .leftJoin(m, regradeOf(tables, r))
    .where(
      and(
        eq(r.learnerId, value('learnerId')),
        isNull(u.at),
        eq(r.course, value('course')),
        sql`${mark.score} is not null`,
        marksOut(tables),
      ),
    )
    .orderBy(desc(r.at), desc(r.id))
    .limit(value('recent'));
});
type Recent = { learnerId: string; course: string; recent: number };

/** Returns the misconceptions that each member's last `recent` marked answers show, the latest first; answers that show none apart. */
export async function ideasIn(db: Database, { cohortId, course }: Key, recent: number) {
  const ideas: { readonly learnerId: string; readonly misconceptions: string[] }[] = [];
  for (const [place, { id: learnerId }] of (await membersIn(db, cohortId)).entries()) {
    if (place > 0 && place % readAtOnce === 0) await pause();
    for (const { misconceptions } of await selectRecent(db, { learnerId, course, recent }))
      if (misconceptions !== '[]') ideas.push({ learnerId, misconceptions: JSON.parse(misconceptions) as string[] });
  }
  return ideas;
}

/** Returns for each day (UTC, as days since 1970) from `since` on how many answers members gave, and how many members did. */
export async function activityIn(db: Database, { cohortId, course }: Key, since: number) {
  const { responses: r } = db.tables;
  const day = sql<number>`${r.at} / 86400000`;
  return db.orm
    .select({ day, answers: sql<number>`count(*)`, learners: sql<number>`count(distinct ${r.learnerId})` })
    .from(r)
    .where(and(inArray(r.learnerId, membersIn(db, cohortId)), eq(r.course, course), gte(r.at, since)))
    .groupBy(day)
    .orderBy(day);
}

/** Returns the content versions that members' answers were given under, the latest answered first. */
export async function versionsIn(db: Database, { cohortId, course }: Key): Promise<string[]> {
  const { responses: r } = db.tables;
  const rows = await db.orm
    .select({ version: r.contentVersion })
    .from(r)
    .where(and(inArray(r.learnerId, membersIn(db, cohortId)), eq(r.course, course)))
    .groupBy(r.contentVersion)
    .orderBy(desc(max(r.at)), asc(r.contentVersion));
  return rows.map(({ version }) => version);
}

export interface FinishedQuiz {
  readonly learnerId: string;
  readonly lesson: string;
  readonly finishedAt: number;
  /** Items without retries, how many of them are answered and marked, and the sum of their scores. */
  readonly items: number;
  readonly answered: number;
  readonly marked: number;
  readonly scoreSum: number;
}

/** Returns the members' finished quizzes and tests, oldest first. */
export async function quizzesIn(db: Database, { cohortId, course }: Key): Promise<FinishedQuiz[]> {
  const { attempts: a, attemptItems: i, responses: r, regradedMarks: m } = db.tables;
  return db.orm
    .select({
      learnerId: a.learnerId,
      lesson: a.lesson,
      finishedAt: sql<number>`${a.finishedAt}`,
      ...tallyIn(db.tables),
    })
    .from(a)
    .innerJoin(i, and(eq(i.attemptId, a.id), isNull(i.retryOf)))
    .leftJoin(r, and(eq(r.attemptId, i.attemptId), eq(r.position, i.position)))
    .leftJoin(m, regradeOf(db.tables, i))
    .where(
      and(
        inArray(a.learnerId, membersIn(db, cohortId)),
        eq(a.course, course),
        notInArray(a.mode, ['check', 'review']),
        sql`${a.finishedAt} is not null`,
        marksOut(db.tables),
      ),
    )
    .groupBy(a.id)
    .orderBy(asc(a.finishedAt), asc(a.id));
}

export interface GradedPlace {
  readonly assignmentId: string;
  readonly title: string;
  readonly learnerId: string;
  readonly attemptId: string;
  readonly itemId: string;
  readonly answered: boolean;
  readonly score: number | null;
}

/** Returns each question of the members' finished attempts at graded quizzes whose marks are out, oldest quiz and attempt first; voided ones apart. */
export async function gradedPlacesIn(db: Database, { cohortId }: Key): Promise<GradedPlace[]> {
  const { assignments: s, attempts: a, attemptItems: i, responses: r, regradedMarks: m } = db.tables;
  return db.orm
    .select({
      assignmentId: s.id,
      title: s.title,
      learnerId: a.learnerId,
      attemptId: a.id,
      itemId: i.itemId,
      answered: sql`${r.id} is not null`.mapWith(Boolean),
      score: markOf(db.tables).score,
    })
    .from(s)
    .innerJoin(a, eq(a.assignmentId, s.id))
    .innerJoin(i, and(eq(i.attemptId, a.id), isNull(i.retryOf)))
    .leftJoin(r, and(eq(r.attemptId, i.attemptId), eq(r.position, i.position)))
    .leftJoin(m, regradeOf(db.tables, i))
    .where(
      and(
        eq(s.cohortId, cohortId),
        inArray(a.learnerId, membersIn(db, cohortId)),
        sql`${a.finishedAt} is not null`,
        marksOut(db.tables),
        sql`coalesce(${m.voided}, 0) = 0`,
      ),
    )
    .orderBy(asc(s.dueAt), asc(s.id), asc(a.finishedAt), asc(a.id), asc(i.position));
}
