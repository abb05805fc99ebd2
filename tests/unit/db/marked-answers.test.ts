import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishAttempt, startAttempt } from '#db/attempts.ts';
import { markedAnswersTo } from '#db/marked-answers.ts';
import type { OpenDatabase } from '#db/open.ts';
import { recordResponse } from '#db/responses.ts';
import { takeBack } from '#db/undone.ts';
import { chosen, freshDatabase, newAttempt, newResponse, withAttempt } from './fresh.ts';

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  await withAttempt(db);
});
afterEach(() => db.close());

const listed = async () => (await markedAnswersTo(db, 'course')).map(({ learnerId, itemId, mode }) => [learnerId, itemId, mode].join(' '));

test('marked answers come learner by learner, each oldest first, with what was answered and without a name', async () => {
  await startAttempt(db, newAttempt({ id: 'of ben', learnerId: 'ben' }), chosen('first'));
  await recordResponse(db, newResponse({ attemptId: 'of ben', learnerId: 'ben', at: 1500 }));
  await recordResponse(db, newResponse({ position: 1, at: 3000, score: 0, right: false }));
  await recordResponse(db, newResponse({ at: 2000 }));
  expect(await listed()).toEqual(['ann first practice', 'ann second practice', 'ben first practice']);
  expect((await markedAnswersTo(db, 'course'))[0]).toEqual({
    learnerId: 'ann',
    itemId: 'first',
    answer: { type: 'choice', option: 'no' },
    mode: 'practice',
  });
  expect(await markedAnswersTo(db, 'another')).toEqual([]);
});

test('what no machine marks is left out', async () => {
  await recordResponse(
    db,
    newResponse({ kind: 'explain', answer: { type: 'text', text: 'They do part of it.' }, score: null, right: null }),
  );
  expect(await listed()).toEqual([]);
});

test('those of a test come once its marks are out', async () => {
  await startAttempt(db, newAttempt({ id: 'mock', mode: 'mock' }), chosen('first'));
  await recordResponse(db, newResponse({ attemptId: 'mock' }));
  expect(await listed()).toEqual([]);
  await finishAttempt(db, 'ann', 'mock', 4000);
  expect(await listed()).toEqual(['ann first mock']);
});

test('one that was taken back is left out', async () => {
  await startAttempt(db, newAttempt({ id: 'review', mode: 'review', card: 'criterion:R3' }), chosen('first'));
  const response = newResponse({ attemptId: 'review' });
  await recordResponse(db, response);
  expect(await listed()).toEqual(['ann first review']);
  expect(await takeBack(db, 'ann', 'course', { responseId: response.id, formKey: 'undo', now: 3000, since: 0 })).toBe(true);
  expect(await listed()).toEqual([]);
});
