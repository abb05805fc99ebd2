import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelyRange } from '#app/learning/interval.ts';
import { lessonMastery, type MasteryView, masteryOf } from '#app/learning/mastery.ts';
import { type RecentAnswer, recentAfter, recentAnswers } from '#app/learning/recent.ts';

const day = 24 * 60 * 60 * 1000;

/** Answers, the newest first: a score each, and the day on which it was given. */
const answers = (...given: readonly (readonly [score: number, onDay: number])[]): RecentAnswer[] =>
  given.map(([score, onDay], index) => ({ id: `r${99 - index}`, itemId: `item ${index}`, score, at: onDay * day + 1000 - index }));

const view = (over: Partial<MasteryView> = {}): MasteryView => ({
  dayOf: (at) => String(Math.floor(at / day)),
  facetsOf: (itemId) => [{ rest: 'alike', side: itemId === 'item 0' ? 'met' : 'not met' }],
  hasContrast: true,
  ...over,
});

const firm = answers([1, 2], [1, 2], [1, 1], [0, 1], [1, 1]);

describe('a criterion', () => {
  test('is mastered by four right of the last five, on two days, with a contrast pair', () => {
    expect(masteryOf(firm, view())).toMatchObject({ state: 'mastered', missing: [], answers: 5 });
  });

  test('is not with three of the last five, whatever came before', () => {
    const slipped = answers([0, 2], [1, 2], [1, 1], [0, 1], [1, 1], [1, 1], [1, 1], [1, 1]);
    expect(masteryOf(slipped, view({ hasContrast: false }))).toMatchObject({ state: 'growing', missing: ['right'] });
    expect(masteryOf(answers([1, 2], [1, 2], [1, 1], [1, 1]), view()).missing).toEqual(['answers']);
  });

  test('counts only what is wholly right', () => {
    expect(masteryOf(answers([1, 2], [0.9, 2], [1, 1], [0.9, 1], [1, 1]), view()).missing).toContain('right');
  });

  test('is not when all right answers are of one day, in the zone of the learner', () => {
    const crowded = answers([1, 2], [1, 2], [1, 2], [0, 1], [1, 2]);
    expect(masteryOf(crowded, view()).missing).toEqual(['days']);
    expect(masteryOf(firm, view({ dayOf: () => 'one day' })).missing).toEqual(['days']);
  });

  test('is not when only one side was judged, or when the stories differ in more', () => {
    expect(masteryOf(firm, view({ facetsOf: () => [{ rest: 'alike', side: 'met' }] })).missing).toEqual(['contrast']);
    const facetsOf = (itemId: string) => [{ rest: itemId, side: itemId }];
    expect(masteryOf(firm, view({ facetsOf })).missing).toEqual(['contrast']);
    expect(masteryOf(firm, view({ facetsOf, hasContrast: false })).missing).toEqual([]);
  });

  test('does not take a wrong answer for half of a pair', () => {
    const facetsOf = (itemId: string) => [{ rest: 'alike', side: itemId === 'item 3' ? 'met' : 'not met' }];
    expect(masteryOf(firm, view({ facetsOf })).missing).toEqual(['contrast']);
  });

  test('has nothing said of it with two answers, and is shaky below 60%', () => {
    expect(masteryOf(answers([1, 1], [1, 1]), view())).toMatchObject({ state: 'unknown', range: null, answers: 2 });
    expect(masteryOf([], view())).toMatchObject({ state: 'unknown', range: null, answers: 0 });
    expect(masteryOf(answers([0, 1], [1, 1], [0, 1]), view()).state).toBe('shaky');
    expect(masteryOf(answers([0.6, 1], [0.6, 1], [0.6, 1]), view()).state).toBe('growing');
  });
});

describe('a lesson', () => {
  const right = answers([1, 1], [1, 1], [1, 1]);

  test('is mastered at 80% with no criterion below 60%', () => {
    expect(lessonMastery([right, right]).state).toBe('mastered');
    expect(lessonMastery([[...right, ...right], answers([1, 1], [0.5, 1], [0.5, 1])]).state).toBe('mastered');
    expect(lessonMastery([[...right, ...right, ...right], answers([0.5, 1], [0.5, 1], [0.5, 1])]).missing).toEqual(['right']);
    expect(lessonMastery([answers([1, 1], [0.5, 1], [0.75, 1])]).missing).toEqual(['right']);
  });

  test('is not while a criterion has hardly been asked', () => {
    expect(lessonMastery([right, []])).toMatchObject({ state: 'growing', missing: ['answers'] });
    expect(lessonMastery([[], []])).toMatchObject({ state: 'unknown', range: null });
  });
});

describe('the likely range', () => {
  // By hand for 8 of 10 at z = 1.2816: (0.8 + 0.0821) / 1.1642, give or take 1.1008 × √0.0201.
  test('is that of Wilson', () => {
    const { low, high } = likelyRange(8, 10);
    expect(low).toBeCloseTo(0.6016, 3);
    expect(high).toBeCloseTo(0.9138, 3);
  });

  test('holds the share, stays within 0 and 1, and narrows with more answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const { low, high } = likelyRange(share * n, n);
        expect(low >= 0 && high <= 1 && low <= share + 1e-9 && high >= share - 1e-9).toBe(true);
        const more = likelyRange(share * n * 4, n * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
    expect(likelyRange(3, 3)).toMatchObject({ high: 1 });
    expect(likelyRange(3, 3).low).toBeLessThan(0.7);
  });
});

test('the latest answers are the same in whatever order they come', () => {
  const given = fc.uniqueArray(
    fc.record({ id: fc.string(), itemId: fc.constant('i'), score: fc.constantFrom(0, 1 / 3, 1), at: fc.nat({ max: 5 }) }),
    {
      selector: ({ id }) => id,
      maxLength: 25,
    },
  );
  const fold = (list: readonly RecentAnswer[]) => list.reduce<readonly RecentAnswer[]>(recentAfter, []);
  fc.assert(
    fc.property(given, (list) => {
      expect(fold(list.toReversed())).toEqual(fold(list));
      expect(fold(list).length).toBe(Math.min(list.length, recentAnswers));
    }),
  );
});
