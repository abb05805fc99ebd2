import { expect, test } from 'vitest';
import { attemptModes, marksAreOut, mayAnswer, mayRetry } from '#app/learning/attempt.ts';

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

test('only an open mock test keeps its marks and has no retries', () => {
  expect(attemptModes.filter((mode) => !marksAreOut({ mode, finishedAt: null }))).toEqual(['mock']);
  expect(marksAreOut({ mode: 'mock', finishedAt: 5 })).toBe(true);
  expect(attemptModes.filter((mode) => !mayRetry({ mode, finishedAt: null }))).toEqual(['mock']);
});
