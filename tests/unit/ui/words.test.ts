import { expect, test } from 'vitest';
import { dayOrHourIn } from '#app/ui/when.ts';
import { chanceWords, lessonName, oddsWords, pathLength } from '#app/ui/words.ts';

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

test('a day is told by its date, and the day that is today by the hour, with its zone where the device told none', () => {
  const now = Date.UTC(2026, 10, 29, 4, 28);
  expect(dayOrHourIn('UTC', now + 12 * 3_600_000, now)).toBe('16:28 UTC today');
  expect(dayOrHourIn('Europe/Berlin', now + 12 * 3_600_000, now)).toBe('17:28 today');
  expect(dayOrHourIn('Asia/Tokyo', now + 12 * 3_600_000, now)).toBe('30 Nov 2026');
});

test('a path says in plain words that it ends with a test', () => {
  const path = [{ role: 'lesson' }, { role: 'lesson' }, { role: 'capstone' }] as const;
  expect(pathLength(path)).toBe('2 lessons and a final test');
  expect(lessonName({ role: 'capstone', number: 3 })).toBe('Final test');
});
