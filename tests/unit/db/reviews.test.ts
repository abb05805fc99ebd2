import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addRetryItem, finishAttempt, listAttempts, openAttempts, startAttempt } from '#db/attempts.ts';
import type { OpenDatabase } from '#db/open.ts';
import { lessonProgressOf } from '#db/progress.ts';
import { recordResponse } from '#db/responses.ts';
import { reviewCardOf, reviewCardsOf } from '#db/review-cards.ts';
import { itemsMet, itemsUnderTest, keepReviewLimits, lastReview, openReviews, reviewLimitsOf, reviewsSince } from '#db/reviews.ts';
import { rowsOf } from '#db/rows-of.ts';
import { takeBack } from '#db/undone.ts';
import { chosen, freshDatabase, newAttempt, newResponse, withAttempt } from './fresh.ts';

const day = 24 * 60 * 60 * 1000;

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  await withAttempt(db);
});
afterEach(() => db.close());

/** A review of R3, answered some days after the quiz. */
async function review(id: string, days: number, over: Parameters<typeof newResponse>[0] = {}) {
  await startAttempt(db, newAttempt({ id, mode: 'review', card: 'criterion:R3', startedAt: days * day }), chosen('first'));
  await recordResponse(db, newResponse({ attemptId: id, at: days * day, ...over }));
  await finishAttempt(db, 'ann', id, days * day);
}

describe('cards', () => {
  test('begin with a quiz, and move with each answer', async () => {
    await recordResponse(db, newResponse({ score: 0, right: false, misconceptions: ['use-counts'] }));
    expect((await reviewCardsOf(db, 'ann', 'course')).map(({ card, lastRating }) => [card, lastRating]).sort()).toEqual([
      ['criterion:R3', 'again'],
      ['misconception:use-counts', 'again'],
    ]);
    const before = await reviewCardOf(db, 'ann', 'course', 'criterion:R3');
    expect(before).toMatchObject({ firstReviewAt: null, dueAt: 2000 + day, reps: 1 });
    await review('review', 2);
    const after = await reviewCardOf(db, 'ann', 'course', 'criterion:R3');
    expect(after).toMatchObject({ firstReviewAt: 2 * day, lastRating: 'good', reps: 2 });
    expect(after?.stability).toBeGreaterThan(before?.stability ?? 0);
    expect(await reviewCardsOf(db, 'ben', 'course')).toEqual([]);
  });

  test('of a mock test begin when it is finished, each answer in its place', async () => {
    await startAttempt(db, newAttempt({ id: 'mock', mode: 'mock' }), chosen('first', 'second'));
    await recordResponse(db, newResponse({ attemptId: 'mock', position: 0, at: 1000, score: 0, right: false }));
    await recordResponse(db, newResponse({ attemptId: 'mock', position: 1, at: 3000 }));
    expect(await reviewCardsOf(db, 'ann', 'course')).toEqual([]);
    await recordResponse(db, newResponse({ at: 2000 }));
    expect(await reviewCardOf(db, 'ann', 'course', 'criterion:R3')).toMatchObject({ lastRating: 'good', lastAt: 2000, reps: 1 });
    await finishAttempt(db, 'ann', 'mock', 4000);
    expect(await reviewCardOf(db, 'ann', 'course', 'criterion:R3')).toMatchObject({ lastAt: 3000, reps: 3, lapses: 0 });
  });
});

test('a review counts into progress and is no quiz of its lesson', async () => {
  await review('review', 2);
  expect(await lessonProgressOf(db, 'ann', 'course')).toMatchObject([{ answered: 1, marked: 1, quizzesFinished: 0, bestScore: null }]);
  expect((await listAttempts(db, 'ann')).map(({ id }) => id)).toEqual(['attempt']);
  await startAttempt(db, newAttempt({ id: 'open', mode: 'review', card: 'criterion:R3' }), chosen('first'));
  expect((await openAttempts(db, 'ann', 'course')).map(({ id }) => id)).toEqual(['attempt']);
  expect(await openReviews(db, 'ann', 'course')).toEqual([{ id: 'open', card: 'criterion:R3', itemId: 'first' }]);
  expect(await addRetryItem(db, 'ann', 'review', 0, { itemId: 'second', seed: 1 })).toBeNull();
});

describe('taking back', () => {
  const undo = (responseId: string, over = {}) =>
    takeBack(db, 'ann', 'course', { responseId, formKey: `undo ${responseId}`, now: 5 * day, since: 0, ...over });
  const derived = async () => {
    const { lessonProgress, itemProgress, aboutProgress, reviewCards } = await rowsOf(db, 'ann');
    return { lessonProgress, itemProgress, aboutProgress, reviewCards };
  };

  test('leaves every derived row as it was before the answer, and the answer in the log', async () => {
    await recordResponse(db, newResponse({ score: 0, right: false, misconceptions: ['use-counts'] }));
    const before = await derived();
    await review('review', 2, { score: 0, right: false, misconceptions: ['voice-counts'] });
    expect(await derived()).not.toEqual(before);
    expect(await undo('response review 0')).toBe(true);
    expect(await derived()).toEqual(before);
    expect((await rowsOf(db, 'ann')).responses).toHaveLength(2);
    expect(await lastReview(db, 'ann', 'course')).toMatchObject({ responseId: 'response review 0', undoneAt: 5 * day });
  });

  test('twice changes nothing more', async () => {
    await review('review', 2);
    expect(await undo('response review 0')).toBe(true);
    const once = await rowsOf(db, 'ann');
    expect(await undo('response review 0', { formKey: 'again', now: 6 * day })).toBe(true);
    expect(await rowsOf(db, 'ann')).toEqual(once);
  });

  test('reaches only the last review, the own one, and not an old one', async () => {
    await recordResponse(db, newResponse());
    await review('one', 2);
    await review('two', 3);
    const before = await derived();
    expect(await undo('response one 0')).toBe(false);
    expect(await undo('response attempt 0')).toBe(false);
    expect(await undo('response two 0', { since: 4 * day })).toBe(false);
    expect(await takeBack(db, 'ben', 'course', { responseId: 'response two 0', formKey: 'ben', now: 1, since: 0 })).toBe(false);
    expect(await derived()).toEqual(before);
  });
});

test('reviews of a day are counted without those taken back', async () => {
  await review('one', 1);
  await review('two', 2);
  await review('three', 3);
  expect(await reviewsSince(db, 'ann', 'course', 2 * day)).toBe(2);
  await takeBack(db, 'ann', 'course', { responseId: 'response three 0', formKey: 'undo', now: 4 * day, since: 0 });
  expect(await reviewsSince(db, 'ann', 'course', 2 * day)).toBe(1);
  expect(await reviewsSince(db, 'ben', 'course', 0)).toBe(0);
});

test('an item counts as met even where its answer was taken back', async () => {
  await review('one', 1, { itemId: 'first' });
  await takeBack(db, 'ann', 'course', { responseId: 'response one 0', formKey: 'undo', now: 4 * day, since: 0 });
  expect(await itemsMet(db, 'ann', 'course')).toEqual([{ itemId: 'first', at: day }]);
});

test('items of a test whose marks are not out are known', async () => {
  await startAttempt(db, newAttempt({ id: 'mock', mode: 'mock' }), chosen('first', 'fourth'));
  await startAttempt(db, newAttempt({ id: 'graded', mode: 'graded' }), chosen('fifth'));
  expect((await itemsUnderTest(db, 'ann', 'course')).sort()).toEqual(['fifth', 'first', 'fourth']);
  await finishAttempt(db, 'ann', 'mock', 9);
  await finishAttempt(db, 'ann', 'graded', 9);
  expect(await itemsUnderTest(db, 'ann', 'course')).toEqual([]);
});

test('limits are what was chosen last', async () => {
  expect(await reviewLimitsOf(db, 'ann', 'course')).toBeNull();
  await keepReviewLimits(db, 'ann', 'course', { newPerDay: 1, perDay: 2 }, 1);
  await keepReviewLimits(db, 'ann', 'course', { newPerDay: 3, perDay: 4 }, 2);
  expect(await reviewLimitsOf(db, 'ann', 'course')).toEqual({ newPerDay: 3, perDay: 4 });
  expect(await reviewLimitsOf(db, 'ben', 'course')).toBeNull();
});
