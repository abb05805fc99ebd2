/**
 * A data file with thousands of learners and a million answers. Some hundred simulated learners play a term as the demo's do; the rest are
 * copies of them at other times, made by the database itself, so that it takes minutes and not hours. Every table that holds a learner's
 * rows is copied, whatever it is, with new ids.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Course } from '#app/course/course.ts';
import { migrate } from '#db/migrate.ts';
import { type OpenDatabase, openDatabase } from '#db/open.ts';
import { makeClass } from '../demo/make-class.ts';

/** Copies of one simulated learner, the first included. */
const copies = 20;
const week = 7 * 24 * 60 * 60 * 1000;
const minute = 60_000;
/** Tables in an order in which references find what they point at. */
const tables = [
  'learners',
  'accounts',
  'cohort_members',
  'attempts',
  'attempt_items',
  'responses',
  'section_reads',
  'lesson_progress',
  'item_progress',
  'about_progress',
  'review_cards',
  'beliefs',
];
const ids = new Set(['id', 'learner_id', 'attempt_id', 'form_key', 'last_id']);
const times = new Set(['at', 'started_at', 'finished_at', 'released_at', 'last_at', 'joined_at']);

/** A column's value in the copy with this number: ids end in the number, and everything happened some minutes earlier. */
function copied(column: string, number: number): string {
  const name = `"${column}"`;
  if (ids.has(column)) return `${name} || '-${number}'`;
  if (column === 'email') return `'copy-${number}.' || ${name}`;
  if (column === 'name') return `${name} || ' ${number}'`;
  return times.has(column) ? `${name} - ${number * minute}` : name;
}

/** Learners who teach are not copied. */
const mine: Readonly<Record<string, string>> = {
  learners: 'id in (select learner_id from cohort_members)',
  attempt_items: 'true',
};
const ofMembers = 'learner_id in (select learner_id from cohort_members)';

function copyAll({ client }: OpenDatabase): void {
  const columns = (table: string) =>
    client
      .prepare<[], { name: string }>(`select name from pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => name);
  for (const table of tables) client.exec(`create temp table first_${table} as select * from ${table} where ${mine[table] ?? ofMembers}`);
  for (let number = 1; number < copies; number++)
    for (const table of tables)
      client.exec(
        `insert into ${table} select ${columns(table)
          .map((column) => copied(column, number))
          .join(', ')} from temp.first_${table}`,
      );
}

/** True where the file holds answers to this version of the course: those to another are read otherwise, and what is kept of them is derived anew. */
async function isMadeFor(file: string, { version }: Course): Promise<boolean> {
  if (!existsSync(file)) return false;
  const db = await openDatabase(file);
  const first = db.client.prepare<[], { version: string }>('select content_version as version from responses limit 1').get();
  await db.close();
  return first?.version === version;
}

/** Makes the file unless it is there, made for this version of the course. Returns the cohort, its owner and how many answers there are. */
export async function bigClass(file: string, course: Course, learners: number) {
  const begin = performance.now();
  if (!(await isMadeFor(file, course))) {
    const growing = `${file}.growing`;
    for (const end of ['', '-wal', '-shm']) rmSync(growing + end, { force: true });
    const db = await openDatabase(growing);
    await migrate(db);
    db.client.pragma('synchronous = OFF');
    db.client.pragma('foreign_keys = OFF');
    db.client.pragma('cache_size = -200000');
    const now = Date.now();
    await makeClass({ db, course, learners: learners / copies, seed: 1, start: now - 12 * week, now, quizzes: 4 });
    copyAll(db);
    db.client.exec('analyze');
    db.client.pragma('wal_checkpoint(TRUNCATE)');
    await db.close();
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
    renameSync(growing, file);
  }
  const db = await openDatabase(file);
  await migrate(db);
  const found = db.client
    .prepare<[], { cohortId: string; ownerId: string }>(
      'select cohort_id as cohortId, learner_id as ownerId from cohort_instructors order by added_at desc limit 1',
    )
    .get();
  const count = (table: string) => (db.client.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n;
  const figures = { learners: count('cohort_members'), answers: count('responses') };
  await db.close();
  if (!found) throw new Error(`${file} holds no cohort; delete it.`);
  return { ...found, ...figures, seconds: (performance.now() - begin) / 1000 };
}
