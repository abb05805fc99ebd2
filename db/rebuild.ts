/** Makes the derived tables anew from the log, or finds where they differ from it. */
import { eq, getTableColumns } from 'drizzle-orm';
import { deriveProgress, type LearnerLog, type LearnerProgress } from '#app/learning/derive.ts';
import { type AttemptDetail, attemptsOf } from './attempt-detail.ts';
import { saveProgress } from './counting.ts';
import { type Database, write } from './database.ts';

export interface Rebuilt {
  readonly learners: number;
  /** Derived rows that follow from the log. */
  readonly rows: number;
  /** Rows that were missing, different or without ground in the log. */
  readonly wrong: number;
}

/**
 * Derives all progress from the log and puts it in place of what is stored; with `check`, only compares. Each learner is one write, so
 * that others can go on meanwhile.
 */
export async function rebuild(
  db: Database,
  { check = false, progress }: { check?: boolean; progress?: (done: number, of: number) => void } = {},
): Promise<Rebuilt> {
  const learners = await db.orm.select({ id: db.tables.learners.id }).from(db.tables.learners);
  let rows = 0;
  let wrong = 0;
  for (const [index, { id }] of learners.entries()) {
    await write(db, async (tx) => {
      const derived = deriveProgress(await logOf(tx, id), tx.readers.evidence);
      const right = rowsByKey(derived);
      const stored = rowsByKey(await storedProgress(tx, id));
      rows += right.size;
      const differing = [...new Set([...right.keys(), ...stored.keys()])].filter((key) => right.get(key) !== stored.get(key)).length;
      wrong += differing;
      // Rows that are right already are not worth a sync of the disk.
      if (!check && differing > 0) await replaceProgress(tx, id, derived);
    });
    progress?.(index + 1, learners.length);
  }
  return { learners: learners.length, rows, wrong };
}

/** Derives one learner's progress from the log and puts it in place of what is stored, inside a write. */
export async function deriveAnew(tx: Database, learnerId: string): Promise<void> {
  await replaceProgress(tx, learnerId, deriveProgress(await logOf(tx, learnerId), tx.readers.evidence));
}

async function logOf(tx: Database, learnerId: string): Promise<LearnerLog> {
  const { orm, tables: t } = tx;
  const undone = await orm
    .select({ id: t.undone.responseId })
    .from(t.undone)
    .innerJoin(t.responses, eq(t.responses.id, t.undone.responseId))
    .where(eq(t.responses.learnerId, learnerId));
  const takenBack = new Set(undone.map(({ id }) => id));
  const attempts = (await attemptsOf(tx, learnerId)).map((attempt) => without(takenBack, attempt));
  return { attempts, reads: await orm.select().from(t.sectionReads).where(eq(t.sectionReads.learnerId, learnerId)) };
}

function without(takenBack: ReadonlySet<string>, attempt: AttemptDetail): AttemptDetail {
  const items = attempt.items.map((place) => (place.response && takenBack.has(place.response.id) ? { ...place, response: null } : place));
  return { ...attempt, items };
}

async function storedProgress({ orm, tables: t, readers }: Database, id: string): Promise<LearnerProgress> {
  const { learnerId: ofLesson, ...lesson } = getTableColumns(t.lessonProgress);
  const { learnerId: ofItem, ...item } = getTableColumns(t.itemProgress);
  const { learnerId: ofAbout, ...about } = getTableColumns(t.aboutProgress);
  const { learnerId: ofCard, ...card } = getTableColumns(t.reviewCards);
  const { learnerId: ofBelief, ...belief } = getTableColumns(t.beliefs);
  return {
    lessons: await orm.select(lesson).from(t.lessonProgress).where(eq(ofLesson, id)),
    items: await orm.select(item).from(t.itemProgress).where(eq(ofItem, id)),
    abouts: await orm.select(about).from(t.aboutProgress).where(eq(ofAbout, id)),
    cards: await orm.select(card).from(t.reviewCards).where(eq(ofCard, id)),
    // Without a reader beliefs stay as they are; those of an earlier version of the course are made anew with the next answer.
    beliefs: (readers.evidence ? await orm.select(belief).from(t.beliefs).where(eq(ofBelief, id)) : []).filter(
      ({ course, version }) => readers.evidence?.(course)?.version === version,
    ),
  };
}

/** Rows as strings that are equal where the rows are, by table and key. */
function rowsByKey({ lessons, items, abouts, cards, beliefs }: LearnerProgress): Map<string, string> {
  const inOrder = (row: object) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  return new Map([
    ...lessons.map((row) => [JSON.stringify(['lesson', row.course, row.lesson]), inOrder(row)] as const),
    ...items.map((row) => [JSON.stringify(['item', row.course, row.itemId]), inOrder(row)] as const),
    ...abouts.map((row) => [JSON.stringify(['about', row.course, row.about]), inOrder(row)] as const),
    ...cards.map((row) => [JSON.stringify(['card', row.course, row.card]), inOrder(row)] as const),
    ...beliefs.map((row) => [JSON.stringify(['belief', row.course, row.topic]), inOrder(row)] as const),
  ]);
}

async function replaceProgress(tx: Database, learnerId: string, progress: LearnerProgress): Promise<void> {
  const { orm, tables: t } = tx;
  await orm.delete(t.lessonProgress).where(eq(t.lessonProgress.learnerId, learnerId));
  await orm.delete(t.itemProgress).where(eq(t.itemProgress.learnerId, learnerId));
  await orm.delete(t.aboutProgress).where(eq(t.aboutProgress.learnerId, learnerId));
  await orm.delete(t.reviewCards).where(eq(t.reviewCards.learnerId, learnerId));
  if (tx.readers.evidence) await orm.delete(t.beliefs).where(eq(t.beliefs.learnerId, learnerId));
  await saveProgress(tx, learnerId, progress);
}
