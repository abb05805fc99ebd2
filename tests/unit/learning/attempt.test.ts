import { expect, test } from 'vitest';
import { attemptModes, isOverdue, isQuiz, marksAreOut, mayAnswer, mayRetry } from '#app/learning/attempt.ts';

const question = { retryOf: null };
const retry = { retryOf: 0 };

test('everything may be answered while an attempt is open', () => {
  for (const mode of attemptModes) expect(mayAnswer({ mode, finishedAt: null }, question), mode).toBe(true);
});

test('after the end only a retry in practice may be answered', () => {
  expect(mayAnswer({ mode: 'practice', finishedAt: 5 }, question)).toBe(false);
  expect(mayAnswer({ mode: 'practice', finishedAt: 5 }, retry)).toBe(true);
  expect(mayAnswer({ mode: 'mock', finishedAt: 5 }, retry)).toBe(false);
});

test('a test keeps its marks while it is open, a graded one until they are released; neither has retries', () => {
  const open = { finishedAt: null, releasedAt: null };
  expect(attemptModes.filter((mode) => !marksAreOut({ mode, ...open }))).toEqual(['mock', 'graded']);
  expect(marksAreOut({ mode: 'mock', finishedAt: 5, releasedAt: null })).toBe(true);
  expect(marksAreOut({ mode: 'graded', finishedAt: 5, releasedAt: null })).toBe(false);
  expect(marksAreOut({ mode: 'graded', finishedAt: 5, releasedAt: 9 })).toBe(true);
  expect(attemptModes.filter((mode) => !mayRetry({ mode }))).toEqual(['mock', 'graded', 'review']);
});

test('checks and reviews are no quizzes of their lesson', () => {
  expect(attemptModes.filter((mode) => !isQuiz(mode))).toEqual(['check', 'review']);
});

test('the time is over a moment after the deadline, for what is on its way', () => {
  expect([isOverdue(null, 9e15), isOverdue(10_000, 13_000), isOverdue(10_000, 13_001)]).toEqual([false, false, true]);
});
