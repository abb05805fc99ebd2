import { describe, expect, test } from 'vitest';
import { attemptScore, exact, reaches, scoreByAbout, shareOf, tallyOf } from '#app/learning/score.ts';

const answered = (score: number | null, retryOf: number | null = null) => ({ retryOf, response: { score } });
const unanswered = { retryOf: null, response: null };

test('exact scores add up to the same in any order, and are within a millionth of what was given', () => {
  const scores = [0.1, 0.2, 0.3, 0.7, 1 / 3, 2 / 3];
  const sum = (entries: number[]) => entries.reduce((total, score) => total + exact(score), 0);
  expect(sum(scores)).toBe(sum([...scores].reverse()));
  expect([0, 0.25, 0.5, 1].map(exact)).toEqual([0, 0.25, 0.5, 1]);
  for (const score of scores) expect(Math.abs(exact(score) - score)).toBeLessThan(1e-6);
});

test('a threshold is reached in spite of rounding, and not by less', () => {
  expect(reaches((exact(0.9) + exact(0.7)) / 2, 0.8)).toBe(true);
  expect(reaches(0.799, 0.8)).toBe(false);
});

test('nothing marked has no share', () => {
  expect(shareOf({ marked: 0, scoreSum: 0 })).toBeNull();
  expect(shareOf({ marked: 4, scoreSum: 3 })).toBe(0.75);
});

describe('the score of an attempt', () => {
  test('counts what was left out as nothing right', () => {
    const tally = tallyOf([answered(1), answered(0.5), unanswered]);
    expect(tally).toEqual({ items: 3, answered: 2, marked: 2, scoreSum: 1.5 });
    expect(attemptScore(tally)).toBe(0.5);
  });

  test('leaves out retries and what no machine marks', () => {
    expect(attemptScore(tallyOf([answered(0), answered(null), answered(1, 0)]))).toBe(0);
    expect(attemptScore(tallyOf([answered(1), answered(null)]))).toBe(1);
  });

  test('is null where nothing is marked', () => {
    expect(attemptScore(tallyOf([answered(null)]))).toBeNull();
    expect(attemptScore(tallyOf([]))).toBeNull();
  });
});

test('scores by criterion name the weakest first', () => {
  const responses = [
    { about: 'R3', score: 1 },
    { about: 'R4', score: 0 },
    { about: 'R3', score: 0.5 },
    { about: 'R7', score: null },
    { about: 'B3', score: 0.75 },
  ];
  expect(scoreByAbout(responses)).toEqual([
    { about: 'R4', marked: 1, scoreSum: 0, share: 0 },
    { about: 'B3', marked: 1, scoreSum: 0.75, share: 0.75 },
    { about: 'R3', marked: 2, scoreSum: 1.5, share: 0.75 },
  ]);
});
