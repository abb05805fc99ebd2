import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findAttempt } from '#db/attempt-detail.ts';
import { addRetryItem, checkAnswers, checkAttempt, finishAttempt, listAttempts, openAttempts, startAttempt } from '#db/attempts.ts';
import type { OpenDatabase } from '#db/open.ts';
import { lessonProgressOf } from '#db/progress.ts';
import { recordResponse } from '#db/responses.ts';
import { chosen, freshDatabase, newAttempt, newResponse, withAttempt } from './fresh.ts';

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  await withAttempt(db);
});
afterEach(() => db.close());

describe('starting', () => {
  test('keeps the items in their order, each with its seed', async () => {
    const attempt = await findAttempt(db, 'ann', 'attempt');
    expect(attempt).toMatchObject({ ...newAttempt(), finishedAt: null });
    expect(attempt?.items).toEqual([
      { position: 0, itemId: 'first', seed: 100, retryOf: null, why: null, response: null, voided: false },
      { position: 1, itemId: 'second', seed: 101, retryOf: null, why: null, response: null, voided: false },
      { position: 2, itemId: 'third', seed: 102, retryOf: null, why: null, response: null, voided: false },
    ]);
  });

  test('twice with one form gives the attempt that was begun first', async () => {
    const twice = ['a', 'b'].map((id) => startAttempt(db, newAttempt({ id, formKey: 'double click' }), chosen(`item ${id}`)));
    const [first, second] = await Promise.all(twice);
    expect(second).toEqual(first);
    expect(first?.id).toBe('a');
    expect(await findAttempt(db, 'ann', 'b')).toBeNull();
  });

  test("with another learner's form key gives nothing away", async () => {
    expect(await startAttempt(db, newAttempt({ id: 'x', learnerId: 'ben', formKey: newAttempt().formKey }), chosen('first'))).toBeNull();
    expect(await listAttempts(db, 'ben')).toEqual([]);
  });
});

describe('a retry', () => {
  const item = { itemId: 'other', seed: 5 };

  test('is added once for each answered item, however often it is asked for', async () => {
    await recordResponse(db, newResponse({ position: 1 }));
    const [first, second] = await Promise.all([
      addRetryItem(db, 'ann', 'attempt', 1, item),
      addRetryItem(db, 'ann', 'attempt', 1, { itemId: 'yet another', seed: 6 }),
    ]);
    expect(first).toEqual({ position: 3, ...item, retryOf: 1, why: null });
    expect(second).toMatchObject({ position: 3, itemId: 'other' });
    expect((await findAttempt(db, 'ann', 'attempt'))?.items).toHaveLength(4);
  });

  test('can itself be retried', async () => {
    await recordResponse(db, newResponse());
    await addRetryItem(db, 'ann', 'attempt', 0, item);
    await recordResponse(db, newResponse({ position: 3, itemId: 'other' }));
    expect(await addRetryItem(db, 'ann', 'attempt', 3, { itemId: 'more', seed: 6 })).toMatchObject({ position: 4, retryOf: 3 });
  });

  test('waits for an answer, is never part of a mock test, and is nobody else’s', async () => {
    expect(await addRetryItem(db, 'ann', 'attempt', 0, item)).toBeNull();
    await recordResponse(db, newResponse());
    expect(await addRetryItem(db, 'ben', 'attempt', 0, item)).toBeNull();
    await startAttempt(db, newAttempt({ id: 'mock', mode: 'mock' }), chosen('first'));
    await recordResponse(db, newResponse({ attemptId: 'mock' }));
    expect(await addRetryItem(db, 'ann', 'mock', 0, item)).toBeNull();
  });
});

describe('finishing', () => {
  test('counts once, with what was left out as nothing right and retries apart', async () => {
    await recordResponse(db, newResponse({ position: 0, score: 1 }));
    await recordResponse(db, newResponse({ position: 1, score: 0, right: false }));
    await addRetryItem(db, 'ann', 'attempt', 1, { itemId: 'other', seed: 5 });
    await recordResponse(db, newResponse({ position: 3, itemId: 'other', score: 1 }));
    const finished = await finishAttempt(db, 'ann', 'attempt', 4000);
    expect(finished?.finishedAt).toBe(4000);
    expect((await finishAttempt(db, 'ann', 'attempt', 9000))?.finishedAt).toBe(4000);
    const [lesson] = await lessonProgressOf(db, 'ann', 'course');
    expect(lesson).toMatchObject({ quizzesFinished: 1, answered: 3, lastAt: 4000 });
    expect(lesson?.bestScore).toBeCloseTo(1 / 3, 5);
  });

  test('is nobody else’s', async () => {
    expect(await finishAttempt(db, 'ben', 'attempt', 4000)).toBeNull();
    expect((await findAttempt(db, 'ann', 'attempt'))?.finishedAt).toBeNull();
  });
});

describe('the list of attempts', () => {
  beforeEach(async () => {
    await startAttempt(db, newAttempt({ id: 'mock', mode: 'mock', startedAt: 2000, lesson: 'two' }), chosen('first', 'second'));
    await startAttempt(db, newAttempt({ id: 'elsewhere', course: 'other', startedAt: 500 }), chosen('first'));
    await startAttempt(db, newAttempt({ id: 'checks', mode: 'check', startedAt: 3000 }), chosen('first'));
    await recordResponse(db, newResponse({ attemptId: 'mock', lesson: 'two' }));
    await recordResponse(db, newResponse({ position: 1, score: 0.5, right: false }));
  });

  test('has the newest first, says how far each is, and keeps the marks of an open mock test', async () => {
    const list = await listAttempts(db, 'ann', 'course');
    expect(list.map(({ id, items, answered, score }) => ({ id, items, answered, score }))).toEqual([
      { id: 'mock', items: 2, answered: 1, score: null },
      { id: 'attempt', items: 3, answered: 1, score: 0.5 },
    ]);
    expect((await listAttempts(db, 'ann')).map((attempt) => attempt.id)).toEqual(['mock', 'attempt', 'elsewhere']);
    expect(await listAttempts(db, 'ben')).toEqual([]);
  });

  test('gives the final score once an attempt is finished, and then it is no longer open', async () => {
    await finishAttempt(db, 'ann', 'mock', 5000);
    expect((await listAttempts(db, 'ann', 'course'))[0]).toMatchObject({ id: 'mock', finishedAt: 5000, score: 0.5 });
    expect((await openAttempts(db, 'ann', 'course')).map((attempt) => attempt.id)).toEqual(['attempt']);
    expect(await openAttempts(db, 'ben', 'course')).toEqual([]);
  });
});

describe('the checks of a lesson', () => {
  const place = { id: 'checks', learnerId: 'ann', course: 'course', lesson: 'one', seed: 7, contentVersion: 'v1', startedAt: 1000 };

  test('are one attempt, made when first needed', async () => {
    expect(await findAttempt(db, 'ann', 'checks')).toBeNull();
    const made = await checkAttempt(db, place, chosen('c1', 'c2'));
    const again = await checkAttempt(db, { ...place, id: 'other id', seed: 9 }, chosen('c1', 'c2'));
    expect(made).toMatchObject({ id: 'checks', mode: 'check' });
    expect(again).toEqual(made);
    expect(await findAttempt(db, 'ann', 'checks')).toEqual(made);
    expect(await checkAttempt(db, { ...place, id: 'two', lesson: 'two' }, chosen('c1'))).toMatchObject({ id: 'two' });
    expect(await findAttempt(db, 'ben', 'checks')).toBeNull();
  });

  test('give back their answers, to their learner and for their lesson only', async () => {
    await checkAttempt(db, place, chosen('c1', 'c2'));
    const response = newResponse({ attemptId: 'checks', itemId: 'c1' });
    await recordResponse(db, response);
    expect(await checkAnswers(db, 'ann', 'course', 'one')).toEqual([response]);
    expect(await checkAnswers(db, 'ann', 'course', 'two')).toEqual([]);
    expect(await checkAnswers(db, 'ben', 'course', 'one')).toEqual([]);
  });

  test('gain a place for a check that the lesson got later, and keep what was answered', async () => {
    await checkAttempt(db, place, chosen('c1'));
    await recordResponse(db, newResponse({ attemptId: 'checks', itemId: 'c1' }));
    const later = await checkAttempt(db, place, chosen('c0', 'c1'));
    expect(later.items.map((item) => [item.position, item.itemId, item.response?.score ?? null])).toEqual([
      [0, 'c1', 1],
      [1, 'c0', null],
    ]);
  });

  test('are never finished', async () => {
    await checkAttempt(db, place, chosen('c1'));
    expect(await finishAttempt(db, 'ann', 'checks', 5000)).toBeNull();
    expect((await findAttempt(db, 'ann', 'checks'))?.finishedAt).toBeNull();
  });
});
