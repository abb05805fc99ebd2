import { expect, test } from 'vitest';
import { secondsSpent } from '#app/learning/timing.ts';

test('time spent is in whole seconds since the last sign of the learner', () => {
  expect(secondsSpent(10_000, 31_400)).toBe(21);
});

test('a long pause counts as five minutes, a clock set back as nothing, a first sign as nothing', () => {
  expect(secondsSpent(0, 3_600_000)).toBe(300);
  expect(secondsSpent(10_000, 5_000)).toBe(0);
  expect(secondsSpent(null, 5_000)).toBe(0);
});
