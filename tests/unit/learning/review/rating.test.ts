import { expect, test } from 'vitest';
import { type RatedAnswer, ratingsOf } from '#app/learning/review/rating.ts';

/** Card and rating of what an answer on R6 does. */
function rated(over: Partial<RatedAnswer>) {
  const answer = { about: 'R6', score: 1, misconceptions: [], seconds: 40, mode: 'practice', card: null, ...over } as const;
  return Object.fromEntries(ratingsOf(answer).map(({ card, rating }) => [card, rating]));
}

test('an answer in a quiz rates its criterion by how much was right and how long it took', () => {
  expect(rated({ score: 1 })).toEqual({ 'criterion:R6': 'good' });
  expect(rated({ score: 0.5 })).toEqual({ 'criterion:R6': 'hard' });
  expect(rated({ score: 0.25 })).toEqual({ 'criterion:R6': 'again' });
  expect(rated({ score: 0 })).toEqual({ 'criterion:R6': 'again' });
  expect(rated({ seconds: 179 })).toEqual({ 'criterion:R6': 'good' });
  expect(rated({ seconds: 180 })).toEqual({ 'criterion:R6': 'hard' });
  expect(rated({ seconds: 300 })).toEqual({ 'criterion:R6': 'good' });
});

test('what no machine marks moves no card', () => {
  expect(rated({ score: null })).toEqual({});
});

test('a misconception that shows begins a card of its own, and the criterion counts as missed', () => {
  expect(rated({ score: 0.5, misconceptions: ['side-by-side'] })).toEqual({
    'criterion:R6': 'again',
    'misconception:side-by-side': 'again',
  });
});

test('a question inside the text rates no criterion, though a misconception shows there too', () => {
  expect(rated({ mode: 'check' })).toEqual({});
  expect(rated({ mode: 'check', score: 0, misconceptions: ['side-by-side'] })).toEqual({ 'misconception:side-by-side': 'again' });
});

test('a review of a misconception rates it by whether it showed', () => {
  const review = { mode: 'review', card: 'misconception:side-by-side' } as const;
  expect(rated(review)).toEqual({ 'criterion:R6': 'good', 'misconception:side-by-side': 'good' });
  expect(rated({ ...review, score: 0 })).toEqual({ 'criterion:R6': 'again', 'misconception:side-by-side': 'hard' });
  expect(rated({ ...review, score: 0, misconceptions: ['side-by-side'] })).toEqual({
    'criterion:R6': 'again',
    'misconception:side-by-side': 'again',
  });
});

test('only the card that a review was for is reviewed by it', () => {
  const answer = { about: 'R6', score: 0, misconceptions: ['use-counts'], seconds: 40, mode: 'review', card: 'criterion:R6' } as const;
  expect(ratingsOf(answer).map(({ card, review }) => [card, review])).toEqual([
    ['criterion:R6', true],
    ['misconception:use-counts', false],
  ]);
});
