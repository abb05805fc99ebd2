/** Two versions of a course side by side: which keys and explanations changed, and which stored answers that touches. */
import type { Course } from '#app/course/course.ts';
import { changesBetween, type ItemChange, type Snapshot, type SnapshotChanges } from '#app/course/snapshot.ts';
import type { Answer, Grade } from '#app/quiz/item.ts';
import { gradeAgain } from '#app/quiz/quiz.ts';
import { answersAlike, findContentVersion, keepContentVersion } from '#db/content-versions.ts';
import type { Database } from '#db/database.ts';

/** Keeps what follows at each course's version, so that later versions can be compared with it. Again, it changes nothing. */
export async function keepVersions(db: Database, courses: readonly Course[], now: number): Promise<void> {
  for (const { id, version, snapshot } of courses) await keepContentVersion(db, { course: id, version, snapshot, firstSeenAt: now });
}

export interface TouchedItem extends ItemChange {
  /** Marked answers to it that are stored, whatever version they were given under. */
  readonly answers: number;
  /** How many of those would get another mark today. */
  readonly otherMark: number;
}

export interface DefinitionsDiff extends SnapshotChanges {
  readonly keys: readonly TouchedItem[];
  readonly explanations: readonly TouchedItem[];
}

/** Returns what followed at a version of a course; null where this data file has never seen it. */
export async function snapshotAt(db: Database, course: Course, version: string): Promise<Snapshot | null> {
  if (version === course.version) return course.snapshot;
  return (await findContentVersion(db, course.id, version))?.snapshot ?? null;
}

/** A stored answer, as far as a grade needs it. */
export interface Graded {
  readonly itemId: string;
  readonly contentVersion: string;
  readonly answer: Answer;
}

/**
 * Returns how today's definitions grade an answer that was given under one of these versions; null where that cannot be told: the version
 * was never kept, the item is gone, or its story has other sentences now.
 */
export async function regrader(db: Database, course: Course, versions: Iterable<string>): Promise<(stored: Graded) => Grade | null> {
  const snapshots = new Map<string, Snapshot | null>();
  for (const version of new Set(versions)) snapshots.set(version, await snapshotAt(db, course, version));
  return ({ itemId, contentVersion, answer }) => {
    const item = course.item(itemId);
    const then = snapshots.get(contentVersion)?.[itemId];
    return item && then ? gradeAgain(item, then, answer) : null;
  };
}

/**
 * Returns what changed in a course since `from`, with the stored answers to the items that changed, graded again by today's
 * definitions.
 * Null where this data file has never seen that version.
 */
export async function definitionsDiff(db: Database, course: Course, from: string): Promise<DefinitionsDiff | null> {
  const before = await snapshotAt(db, course, from);
  if (!before) return null;
  const changes = changesBetween(before, course.snapshot);
  const ids = [...changes.keys, ...changes.explanations].map(({ item }) => item);
  const alike = await answersAlike(db, course.id, ids);
  const again = await regrader(
    db,
    course,
    alike.map(({ contentVersion }) => contentVersion),
  );
  const answers = Map.groupBy(alike, ({ itemId }) => itemId);
  const touched = (change: ItemChange): TouchedItem => {
    const stored = answers.get(change.item) ?? [];
    const other = stored.filter((one) => (again(one)?.score ?? one.score) !== one.score);
    return { ...change, answers: total(stored), otherMark: total(other) };
  };
  return { ...changes, keys: changes.keys.map(touched), explanations: changes.explanations.map(touched) };
}

const total = (alike: readonly { readonly times: number }[]) => alike.reduce((sum, { times }) => sum + times, 0);
