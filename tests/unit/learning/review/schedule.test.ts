import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Memory, Rating, ReviewCard } from '#app/learning/review/card.ts';
import { cardAfter, recallAt, schedulerWith } from '#app/learning/review/schedule.ts';

const day = 24 * 60 * 60 * 1000;
const ratings = ['again', 'hard', 'good', 'easy'] as const;
const published = z
  .object({
    weights: z.array(z.number()),
    sequences: z.array(
      z.object({
        ratings: z.array(z.enum(ratings)),
        days: z.array(z.number()),
        stability: z.array(z.number()),
        difficulty: z.array(z.number()),
      }),
    ),
    memory: z.object({
      weights: z.array(z.number()),
      ratings: z.array(z.enum(ratings)),
      wait: z.array(z.number()),
      stability: z.number(),
      difficulty: z.number(),
    }),
  })
  .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../fixtures/fsrs/long-term.json'), 'utf8')));

describe('the published vectors of ts-fsrs', () => {
  test.each(published.sequences)('$ratings', ({ ratings: given, days, stability, difficulty }) => {
    const { rate } = schedulerWith({ w: published.weights, maximum_interval: 36_500 });
    const seen: Memory[] = [];
    for (const rating of given) {
      const before = seen.at(-1) ?? null;
      seen.push(rate(before, rating, before?.dueAt ?? Date.UTC(2022, 11, 29, 12, 30)));
    }
    expect(seen.map((memory) => memory.days)).toEqual(days);
    expect(seen.map((memory) => memory.stability)).toEqual(stability);
    expect(seen.map((memory) => memory.difficulty)).toEqual(difficulty);
  });

  test('the memory state of FSRS-6, which our own weights are', () => {
    const { wait, ratings: given, stability, difficulty, weights } = published.memory;
    for (const parameters of [{ w: weights }, {}]) {
      const { rate } = schedulerWith(parameters);
      let memory: Memory | null = null;
      let now = Date.UTC(2022, 11, 29, 12, 30);
      for (const [index, rating] of given.entries()) {
        now += (wait[index] ?? 0) * day;
        memory = rate(memory, rating, now);
      }
      expect(memory?.stability).toBeCloseTo(stability, 4);
      expect(memory?.difficulty).toBeCloseTo(difficulty, 4);
    }
  });
});

const nine = Date.UTC(2026, 0, 5, 9);
const event = (rating: Rating, at: number, review = true) => ({ course: 'course', card: 'criterion:R3', rating, review, at }) as const;

/** Days between reviews that all come when they are due. */
function daysOf(...given: Rating[]): number[] {
  let card: ReviewCard | null = null;
  return given.map((rating) => {
    card = cardAfter(card, event(rating, card?.dueAt ?? nine));
    return card.days;
  });
}

test('a miss comes back a day later, and firm answers space the rest out', () => {
  expect(daysOf('again', 'good', 'good', 'good')).toEqual([1, 3, 8, 22]);
  expect(daysOf('good', 'good', 'good')).toEqual([3, 14, 57]);
  expect(daysOf('good', 'good', 'again', 'good')).toEqual([3, 14, 2, 5]);
});

test('answers crowded into one day count as one recall', () => {
  const once = cardAfter(null, event('good', nine));
  const often = [1, 2, 3, 4].reduce((card) => cardAfter(card, event('good', card.lastAt + 60_000)), once);
  expect(often.stability).toBe(once.stability);
  expect(often.dueAt - nine).toBeLessThan(4 * day);
});

test('what is due has nine chances in ten, and the chance falls with time', () => {
  const card = cardAfter(cardAfter(null, event('good', nine)), event('good', nine + 3 * day));
  expect(recallAt(card, card.dueAt)).toBeCloseTo(0.9, 1);
  expect(recallAt(card, card.lastAt)).toBe(1);
  expect(recallAt(card, card.dueAt + 30 * day)).toBeLessThan(recallAt(card, card.dueAt));
});

test('a card is new until it is reviewed by itself', () => {
  const quiz = cardAfter(null, event('again', nine, false));
  expect(quiz.firstReviewAt).toBeNull();
  const reviewed = cardAfter(quiz, event('good', nine + day));
  expect(reviewed.firstReviewAt).toBe(nine + day);
  expect(cardAfter(reviewed, event('good', nine + 5 * day)).firstReviewAt).toBe(nine + day);
});

test('whatever the answers, a card is due a day to about a year after its last', () => {
  const step = fc.record({ rating: fc.constantFrom(...ratings), wait: fc.integer({ min: -2 * day, max: 400 * day }) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
      let card: ReviewCard | null = null;
      let now = nine;
      for (const { rating, wait } of steps) {
        now += wait;
        card = cardAfter(card, event(rating, now));
        expect(card.days).toBeGreaterThanOrEqual(1);
        expect(card.days).toBeLessThanOrEqual(367);
        expect(card.dueAt).toBe(card.lastAt + card.days * day);
        expect(Number.isFinite(card.stability) && card.difficulty >= 1 && card.difficulty <= 10).toBe(true);
      }
    }),
  );
});
