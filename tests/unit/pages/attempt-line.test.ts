import { expect, test } from 'vitest';
import { attemptLine } from '#app/pages/learn/attempt-line.ts';

test('a quiz tells its start by the clock of whoever looks, and says UTC where their device told no zone', () => {
  const attempt = {
    id: 'a',
    mode: 'practice',
    startedAt: Date.UTC(2026, 10, 29, 23, 30),
    finishedAt: null,
    items: 6,
    answered: 2,
    score: null,
  };
  expect(attemptLine(attempt, 'Europe/Berlin').when).toBe('30 Nov 2026, 00:30');
  expect(attemptLine(attempt, 'UTC', 'Who does the work?')).toMatchObject({
    when: '29 Nov 2026, 23:30 UTC',
    state: '2 of 6 answered',
    lesson: 'Who does the work?',
  });
});
