/** Which sections of which lessons were read. */
import { and, eq } from 'drizzle-orm';
import { countSectionRead } from './counting.ts';
import { atomically, type Database } from './database.ts';
import { prepared, value, valuesOf } from './prepared.ts';

export interface SectionRead {
  readonly learnerId: string;
  readonly course: string;
  readonly lesson: string;
  readonly section: string;
  readonly seconds: number;
  readonly at: number;
}

const insertRead = prepared<SectionRead, { section: string }[]>(({ orm, tables: { sectionReads: s } }) =>
  orm.insert(s).values(valuesOf(s)).onConflictDoNothing().returning({ section: s.section }),
);

const selectReads = prepared<{ learnerId: string; course: string }, { lesson: string; section: string }[]>(
  ({ orm, tables: { sectionReads: s } }) =>
    orm
      .select({ lesson: s.lesson, section: s.section })
      .from(s)
      .where(and(eq(s.learnerId, value('learnerId')), eq(s.course, value('course')))),
);

const selectReadsOfLesson = prepared<{ learnerId: string; course: string; lesson: string }, { section: string }[]>(
  ({ orm, tables: { sectionReads: s } }) =>
    orm
      .select({ section: s.section })
      .from(s)
      .where(and(eq(s.learnerId, value('learnerId')), eq(s.course, value('course')), eq(s.lesson, value('lesson')))),
);

/** Records that a section was read. Returns true the first time; later times change nothing. */
export async function recordSectionRead(db: Database, read: SectionRead): Promise<boolean> {
  return atomically(db, async (tx) => {
    const [first] = await insertRead(tx, read);
    if (!first) return false;
    await countSectionRead(tx, read);
    return true;
  });
}

/** Returns the ids of the sections of a lesson that the learner has read. */
export async function sectionsRead(db: Database, learnerId: string, course: string, lesson: string): Promise<ReadonlySet<string>> {
  const rows = await selectReadsOfLesson(db, { learnerId, course, lesson });
  return new Set(rows.map((row) => row.section));
}

/** Returns the ids of the sections read, by lesson, for a whole course. */
export async function sectionsReadOf(db: Database, learnerId: string, course: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const byLesson = new Map<string, Set<string>>();
  for (const { lesson, section } of await selectReads(db, { learnerId, course })) {
    byLesson.set(lesson, (byLesson.get(lesson) ?? new Set()).add(section));
  }
  return byLesson;
}
