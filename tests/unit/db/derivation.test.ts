import { afterEach, beforeEach, expect, test } from 'vitest';
import { derivation, deriveAsNow } from '#db/derivation.ts';
import { createLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { recordResponse } from '#db/responses.ts';
import { freshDatabase, newResponse, withAttempt } from './fresh.ts';

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  for (const id of ['ann', 'ben']) await createLearner(db, { id, now: 0 });
  await withAttempt(db);
  await recordResponse(db, newResponse({}));
});
afterEach(() => db.close());

const rows = () => db.client.prepare('select * from about_progress').all();
const version = () => db.client.pragma('user_version', { simple: true });

test('a new file is derived as now, and starts at once', async () => {
  expect(version()).toBe(derivation);
  expect(await deriveAsNow(db)).toBeNull();
});

test('a file that was derived another way is made anew, once, with word of how far that is', async () => {
  const before = rows();
  expect(before.length).toBeGreaterThan(0);
  db.client.exec('delete from about_progress');
  db.client.pragma('user_version = 0');
  const heard: (readonly [number, number])[] = [];
  expect(await deriveAsNow(db, (done, of) => heard.push([done, of]))).toBe(2);
  expect(rows()).toEqual(before);
  expect(heard).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect(await deriveAsNow(db)).toBeNull();
});

test('stopped half-way it begins again', async () => {
  db.client.pragma('user_version = 0');
  const stopped = deriveAsNow(db, () => {
    throw new Error('stopped');
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(version()).toBe(0);
  expect(await deriveAsNow(db)).toBe(2);
});
