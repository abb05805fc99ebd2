import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedFor, shuffle, shuffleAway } from '#app/quiz/shuffle.ts';

const letters = ['a', 'b', 'c', 'd', 'e'];

test('keeps every member once, whatever the seed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (members, seed) => {
      expect(shuffle(members, seed).toSorted((a, b) => a - b)).toEqual(members.toSorted((a, b) => a - b));
    }),
  );
});

test('gives the order that stored attempts were shown, so a change of library is noticed', () => {
  expect(shuffle(letters, 1).join('')).toBe('edbac');
  expect(shuffle(letters, 42).join('')).toBe('dbcae');
});

test('puts every member in every place about equally often', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 4000; seed++) {
    const first = shuffle(letters, seedFor(seed, 'an item'))[0] ?? '';
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  for (const letter of letters) expect(counts.get(letter)).toBeGreaterThan(650);
});

test('two items under one seed are shuffled by different seeds', () => {
  expect(seedFor(7, 'one-item')).not.toBe(seedFor(7, 'another-item'));
});

test('never gives an order that is already the answer', () => {
  const isAnswer = (order: readonly string[]) => order.join('') === 'abc';
  for (let seed = 0; seed < 200; seed++) expect(isAnswer(shuffleAway(['a', 'b', 'c'], seed, isAnswer))).toBe(false);
});

test('gives some order where every order is an answer', () => {
  expect(shuffleAway(['a', 'b'], 1, () => true)).toHaveLength(2);
});
