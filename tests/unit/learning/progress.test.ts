import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveProgress, type LearnerLog } from '#app/learning/derive.ts';
import {
  aboutAfterResponse,
  itemAfterResponse,
  lessonAfterFinish,
  lessonAfterResponse,
  lessonAfterSectionRead,
  type ResponseEvent,
} from '#app/learning/progress.ts';

const response = (over: Partial<ResponseEvent> = {}) => ({
  id: 'response',
  course: 'course',
  lesson: 'one',
  itemId: 'first',
  about: 'R3',
  score: 1,
  misconceptions: [],
  seconds: 20,
  at: 1000,
  answer: { type: 'choice' as const, option: 'key' },
  ...over,
});

test('a lesson adds up answers, marks, time, sections and its best quiz', () => {
  const read = lessonAfterSectionRead(null, { course: 'course', lesson: 'one', at: 500, seconds: 60 });
  const answered = lessonAfterResponse(lessonAfterResponse(read, response()), response({ score: 0.25, at: 2000 }));
  const unmarked = lessonAfterResponse(answered, response({ score: null, at: 1500 }));
  const finished = lessonAfterFinish(unmarked, { course: 'course', lesson: 'one', at: 3000, score: 0.625 });
  expect(lessonAfterFinish(finished, { course: 'course', lesson: 'one', at: 2500, score: 0.5 })).toEqual({
    course: 'course',
    lesson: 'one',
    sectionsRead: 1,
    answered: 3,
    marked: 2,
    scoreSum: 1.25,
    seconds: 120,
    quizzesFinished: 2,
    bestScore: 0.625,
    lastAt: 3000,
  });
});

describe('an item', () => {
  test('remembers its latest and its best score', () => {
    const once = itemAfterResponse(null, response({ score: 1 }));
    const twice = itemAfterResponse(once, response({ score: 0.5, at: 2000 }));
    expect(twice).toEqual({ course: 'course', itemId: 'first', tries: 2, lastScore: 0.5, bestScore: 1, lastAt: 2000 });
  });

  test('goes by the clock, not by arrival, and of two at once by the lower', () => {
    const late = itemAfterResponse(null, response({ score: 0.5, at: 2000 }));
    expect(itemAfterResponse(late, response({ score: 1, at: 1000 }))).toMatchObject({ lastScore: 0.5, bestScore: 1, lastAt: 2000 });
    expect(itemAfterResponse(late, response({ score: 0, at: 2000 }))).toMatchObject({ lastScore: 0 });
    expect(itemAfterResponse(late, response({ score: 1, at: 2000 }))).toMatchObject({ lastScore: 0.5 });
  });
});

test('a criterion counts only what is marked', () => {
  expect(aboutAfterResponse(null, response({ score: null }))).toBeNull();
  const once = aboutAfterResponse(null, response({ score: 0.5 }));
  expect(aboutAfterResponse(once, response({ score: null, at: 9000 }))).toEqual(once);
  expect(aboutAfterResponse(once, response({ score: 1, at: 500 }))).toEqual({
    course: 'course',
    about: 'R3',
    marked: 2,
    scoreSum: 1.5,
    lastAt: 1000,
    recent: [
      { id: 'response', itemId: 'first', score: 0.5, at: 1000 },
      { id: 'response', itemId: 'first', score: 1, at: 500 },
    ],
  });
});

describe('progress derived from a log', () => {
  const attempt = (over: Partial<LearnerLog['attempts'][number]> = {}): LearnerLog['attempts'][number] => ({
    course: 'course',
    lesson: 'one',
    mode: 'practice',
    card: null,
    finishedAt: null,
    releasedAt: null,
    items: [{ retryOf: null, response: response() }],
    ...over,
  });

  test('leaves an open mock test out and counts a finished one', () => {
    expect(deriveProgress({ attempts: [attempt({ mode: 'mock' })], reads: [] })).toEqual({
      lessons: [],
      items: [],
      abouts: [],
      cards: [],
      beliefs: [],
    });
    const { lessons } = deriveProgress({ attempts: [attempt({ mode: 'mock', finishedAt: 4000 })], reads: [] });
    expect(lessons).toMatchObject([{ answered: 1, quizzesFinished: 1, bestScore: 1, lastAt: 4000 }]);
  });

  test('is the same in whatever order the log is read', () => {
    const score = fc.oneof(fc.constant(null), fc.constantFrom(0.1, 0.2, 1 / 3, 0.7), fc.double({ min: 0, max: 1, noNaN: true }));
    const anyResponse = fc
      .record({
        id: fc.uuid(),
        itemId: fc.constantFrom('first', 'second'),
        about: fc.constantFrom('R3', 'R4'),
        misconceptions: fc.constantFrom([], ['use-counts']),
        score,
        at: fc.nat({ max: 3 }),
      })
      .map((over) => response(over));
    const shuffles = fc
      .array(anyResponse, { minLength: 2, maxLength: 30 })
      .chain((entries) =>
        fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length })),
      );
    const derive = (entries: ReturnType<typeof response>[]) => {
      const items = entries.map((entry) => ({ retryOf: null, response: entry }));
      const { lessons, items: byItem, abouts, cards } = deriveProgress({ attempts: [attempt({ items })], reads: [] });
      const key = (row: object) => JSON.stringify(row);
      return [lessons, byItem.map(key).sort(), abouts.map(key).sort(), cards.map(key).sort()];
    };
    fc.assert(
      fc.property(shuffles, ([entries, shuffled]) => {
        expect(derive(shuffled)).toEqual(derive(entries));
      }),
      { numRuns: 1000 },
    );
  });
});
