import { describe, expect, test } from 'vitest';
import { grade } from '#app/quiz/quiz.ts';
import { dice } from '../../../bin/demo/simulated-learner.ts';
import { alike, answersFor, calibration, foundBy } from '../../../bin/simulate/figures.ts';
import { guess, respond } from '../../../bin/simulate/learner.ts';
import { bankOn, sit } from '../../../bin/simulate/sessions.ts';
import { course, topic } from '../learning/diagnosis/course.ts';

const verdict = topic('verdict');
const bank = bankOn(course, verdict);
const state = (id: string) => verdict.states.find((one) => one.id === id) ?? verdict.states[0];
const setting = { slip: 0.1, seed: 3 };

describe('simulated learners', () => {
  test('who hold nothing mistaken and never slip are always right', () => {
    for (const { item } of bank) expect(grade(item, respond(item, [], 0, dice(1))).right, item.spec.id).toBe(true);
  });

  test('who hold a misconception go wrong where their holder does', () => {
    const wrong = bank.filter(({ item }) => grade(item, respond(item, ['side-by-side'], 0, dice(1))).right === false);
    expect(wrong.length).toBeGreaterThan(25);
  });

  test('guess right about as often as chance has it', () => {
    const roll = dice(5);
    const choices = bank.filter(({ item }) => item.spec.kind === 'verdict');
    const right = Array.from({ length: 40 }, () => choices.filter(({ item }) => grade(item, guess(item, roll)).right).length);
    const share = right.reduce((sum, one) => sum + one, 0) / (40 * choices.length);
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.32);
  });
});

describe('the simulation', () => {
  test('finds a misconception sooner with chosen questions than at random', () => {
    for (const id of ['use-counts', 'duty-is-always-production']) {
      const one = state(id);
      if (!one) throw new Error(`no state ${id}`);
      const chosen = foundBy(verdict, bank, one, { ...setting, order: 'chosen', runs: 20, answers: 8 });
      const random = foundBy(verdict, bank, one, { ...setting, order: 'random', runs: 20, answers: 8 });
      expect(chosen[7]).toBeGreaterThanOrEqual(0.8);
      expect(chosen[7]).toBeGreaterThan(random[7] ?? 1);
    }
  });

  test('gives the same path for the same seed, and asks nothing twice', () => {
    const sitting = () => sit(verdict, bank, { order: 'chosen', truth: ['voice-counts'], slip: 0.1, answers: 6, seed: 2, roll: dice(9) });
    expect(sitting().map(({ probabilities }) => probabilities)).toEqual(sitting().map(({ probabilities }) => probabilities));
  });

  test('names what no question tells apart', () => {
    const lone = (pairs: ReturnType<typeof alike>) => pairs.filter((pair) => pair.every(({ holds }) => holds.length < 2));
    expect(lone(alike(verdict, bank))).toEqual([]);
    const few = bank.filter(({ id }) => id === 'l1-gym-verdict');
    expect(lone(alike(verdict, few)).map((pair) => pair.map(({ id }) => id))).toContainEqual(['use-counts', 'paying-counts']);
  });

  test('holds probabilities against truth', () => {
    const { table, brier, before } = calibration(verdict, bank, { ...setting, runs: 30, after: [4, 8] });
    expect(table.reduce((sum, { cases }) => sum + cases, 0)).toBe(60);
    expect(brier[1]?.brier).toBeLessThan(before);
  });

  test('counts the answers that a share of runs needs', () => {
    expect(answersFor([0.2, 0.95, 0.9], 0.95)).toBe(2);
    expect(answersFor([0.2], 0.95)).toBeNull();
  });
});
