/** Keeps the derived tables: what the log gains is counted in the same write. The arithmetic is in app/learning. */
import { and, eq, getTableColumns } from 'drizzle-orm';
import type { LearnerProgress } from '#app/learning/derive.ts';
import type { AnswerSeen } from '#app/learning/diagnosis/rows.ts';
import {
  type AboutProgress,
  aboutAfterResponse,
  type ItemProgress,
  itemAfterResponse,
  type LessonProgress,
  lessonAfterFinish,
  lessonAfterResponse,
  lessonAfterSectionRead,
  type ResponseEvent,
} from '#app/learning/progress.ts';
import type { AnswerLogged } from '#app/learning/review/replay.ts';
import { countBelief, saveBelief } from './beliefs.ts';
import type { Database } from './database.ts';
import { newValuesOf, prepared, value, valuesOf } from './prepared.ts';
import { countCards, saveCard } from './review-cards.ts';

type LessonKey = { learnerId: string; course: string; lesson: string };
type Keys = LessonKey & { itemId: string; about: string };

/** One read for the three rows that an answer touches. */
const selectTouched = prepared<Keys, { lesson: LessonProgress | null; item: ItemProgress | null; about: AboutProgress | null }[]>((db) => {
  const { learners, lessonProgress: l, itemProgress: i, aboutProgress: a } = db.tables;
  const course = value('course');
  const { learnerId: _lesson, ...lesson } = getTableColumns(l);
  const { learnerId: _item, ...item } = getTableColumns(i);
  const { learnerId: _about, ...about } = getTableColumns(a);
  return db.orm
    .select({ lesson, item, about })
    .from(learners)
    .leftJoin(l, and(eq(l.learnerId, learners.id), eq(l.course, course), eq(l.lesson, value('lesson'))))
    .leftJoin(i, and(eq(i.learnerId, learners.id), eq(i.course, course), eq(i.itemId, value('itemId'))))
    .leftJoin(a, and(eq(a.learnerId, learners.id), eq(a.course, course), eq(a.about, value('about'))))
    .where(eq(learners.id, value('learnerId')));
});

const selectLesson = prepared<LessonKey, LessonProgress[]>(({ orm, tables: { lessonProgress: p } }) => {
  const { learnerId, ...columns } = getTableColumns(p);
  return orm
    .select(columns)
    .from(p)
    .where(and(eq(learnerId, value('learnerId')), eq(p.course, value('course')), eq(p.lesson, value('lesson'))));
});

const saveLesson = prepared<LessonProgress & { learnerId: string }, unknown>(({ orm, tables: { lessonProgress: p } }) =>
  orm
    .insert(p)
    .values(valuesOf(p))
    .onConflictDoUpdate({ target: [p.learnerId, p.course, p.lesson], set: newValuesOf(p) }),
);
const saveItem = prepared<ItemProgress & { learnerId: string }, unknown>(({ orm, tables: { itemProgress: p } }) =>
  orm
    .insert(p)
    .values(valuesOf(p))
    .onConflictDoUpdate({ target: [p.learnerId, p.course, p.itemId], set: newValuesOf(p) }),
);
const saveAbout = prepared<AboutProgress & { learnerId: string }, unknown>(({ orm, tables: { aboutProgress: p } }) =>
  orm
    .insert(p)
    .values(valuesOf(p))
    .onConflictDoUpdate({ target: [p.learnerId, p.course, p.about], set: newValuesOf(p) }),
);

/**
 * Counts an answer into the progress of its lesson, item and criterion, into its review cards, and into what its learner probably
 * believes. Call it once per response, inside the write that records it.
 */
export async function countResponse(tx: Database, learnerId: string, response: ResponseEvent & AnswerLogged & AnswerSeen): Promise<void> {
  const { course, lesson, itemId, about } = response;
  const [before] = await selectTouched(tx, { learnerId, course, lesson, itemId, about });
  await saveLesson(tx, { learnerId, ...lessonAfterResponse(before?.lesson ?? null, response) });
  await saveItem(tx, { learnerId, ...itemAfterResponse(before?.item ?? null, response) });
  const aboutAfter = aboutAfterResponse(before?.about ?? null, response);
  if (aboutAfter) await saveAbout(tx, { learnerId, ...aboutAfter });
  await countCards(tx, learnerId, response);
  await countBelief(tx, learnerId, response);
}

/** Counts the first reading of a section, inside the write that records it. */
export async function countSectionRead(
  tx: Database,
  read: { learnerId: string; course: string; lesson: string; seconds: number; at: number },
): Promise<void> {
  const { learnerId, course, lesson } = read;
  const [before] = await selectLesson(tx, { learnerId, course, lesson });
  await saveLesson(tx, { learnerId, ...lessonAfterSectionRead(before ?? null, read) });
}

/** Counts a finished quiz, inside the write that finishes it. */
export async function countFinish(
  tx: Database,
  finish: { learnerId: string; course: string; lesson: string; score: number | null; at: number },
): Promise<void> {
  const { learnerId, course, lesson } = finish;
  const [before] = await selectLesson(tx, { learnerId, course, lesson });
  await saveLesson(tx, { learnerId, ...lessonAfterFinish(before ?? null, finish) });
}

/** Stores progress that was derived from the log, in place of what its rows held before. */
export async function saveProgress(tx: Database, learnerId: string, progress: LearnerProgress): Promise<void> {
  for (const lesson of progress.lessons) await saveLesson(tx, { learnerId, ...lesson });
  for (const item of progress.items) await saveItem(tx, { learnerId, ...item });
  for (const about of progress.abouts) await saveAbout(tx, { learnerId, ...about });
  for (const card of progress.cards) await saveCard(tx, learnerId, card);
  for (const belief of progress.beliefs) await saveBelief(tx, learnerId, belief);
}
