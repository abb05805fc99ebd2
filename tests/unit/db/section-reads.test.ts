import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenDatabase } from '#db/open.ts';
import { lessonProgressOf } from '#db/progress.ts';
import { recordSectionRead, sectionsRead, sectionsReadOf } from '#db/section-reads.ts';
import { freshDatabase, withAttempt } from './fresh.ts';

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  await withAttempt(db);
});
afterEach(() => db.close());

const read = { learnerId: 'ann', course: 'course', lesson: 'one', section: 'hook', seconds: 30, at: 1000 };

test('a section counts once, however often and from how many tabs it is read', async () => {
  const results = await Promise.all([recordSectionRead(db, read), recordSectionRead(db, { ...read, at: 2000 })]);
  expect(results).toEqual([true, false]);
  expect(await lessonProgressOf(db, 'ann', 'course')).toMatchObject([{ lesson: 'one', sectionsRead: 1, seconds: 30, lastAt: 1000 }]);
});

test('sections read are told by lesson, to their reader only', async () => {
  await recordSectionRead(db, read);
  await recordSectionRead(db, { ...read, section: 'principle' });
  await recordSectionRead(db, { ...read, lesson: 'two' });
  expect([...(await sectionsRead(db, 'ann', 'course', 'one'))].sort()).toEqual(['hook', 'principle']);
  expect([...(await sectionsReadOf(db, 'ann', 'course')).keys()].sort()).toEqual(['one', 'two']);
  expect((await sectionsRead(db, 'ben', 'course', 'one')).size).toBe(0);
  expect((await sectionsReadOf(db, 'ben', 'course')).size).toBe(0);
});
