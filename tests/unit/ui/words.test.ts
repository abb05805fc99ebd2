import { expect, test } from 'vitest';
import { chanceWords, oddsWords } from '#app/ui/words.ts';

test.each([
  [0, 'under 1 in 20'],
  [0.049, 'under 1 in 20'],
  [0.05, '1 in 10'],
  [0.44, '4 in 10'],
  [0.96, '9 in 10'],
  [1, '9 in 10'],
])('odds of %f are %s: never none, never sure', (chance, words) => {
  expect(oddsWords(chance)).toBe(words);
});

test('a chance is told in words, with its odds', () => {
  expect([0.97, 0.84, 0.6, 0.3, 0.1].map(chanceWords)).toEqual([
    'almost certainly (about 9 in 10)',
    'probably (about 8 in 10)',
    'more likely than not (about 6 in 10)',
    'possibly (about 3 in 10)',
    'hardly (about 1 in 10)',
  ]);
});
