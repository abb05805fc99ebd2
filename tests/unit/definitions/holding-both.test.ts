import { describe, expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { holdingBoth } from '#app/definitions/holding-both.ts';
import { verdictOf } from '#app/definitions/judge.ts';
import { publishedCases } from './cases.ts';

const misconception = (id: string) => {
  const found = coProduction.misconceptions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no misconception ${id}`);
  return found;
};
const both = (one: string, other: string) => holdingBoth(coProduction, misconception(one), misconception(other));
const lenses = coProduction.misconceptions.filter(({ lens }) => lens !== undefined);
const pairs = lenses.flatMap((one, index) => lenses.slice(index + 1).map((other) => [one, other] as const));

describe('somebody who holds two misconceptions', () => {
  test('goes wrong on at least each case on which one of them does, unless the other one sets it right', () => {
    for (const [one, other] of pairs) {
      const held = holdingBoth(coProduction, one, other);
      if (held === null) continue;
      for (const { facts } of publishedCases) {
        const [usual, first, second] = [undefined, one.lens, other.lens].map((lens) => verdictOf(coProduction, facts, lens));
        const verdict = verdictOf(coProduction, facts, held.lens);
        if (first === second) expect(verdict === first || first === usual, `${held.id}`).toBe(true);
        if (first !== usual && second === usual) expect([first, usual]).toContain(verdict);
      }
    }
  });

  test('is the same in either order', () => {
    for (const [one, other] of pairs) {
      const [held, turned] = [holdingBoth(coProduction, one, other), holdingBoth(coProduction, other, one)];
      expect(held === null).toBe(turned === null);
      for (const { facts } of publishedCases)
        if (held && turned) expect(verdictOf(coProduction, facts, held.lens)).toBe(verdictOf(coProduction, facts, turned.lens));
    }
  });

  test('lets in a case that fails on both counts, as neither misconception alone does', () => {
    const held = both('self-help-counts', 'being-active-is-enough');
    const fails = publishedCases.filter(({ facts }) => {
      const [usual, one, other] = [undefined, misconception('self-help-counts').lens, misconception('being-active-is-enough').lens].map(
        (lens) => verdictOf(coProduction, facts, lens),
      );
      return usual === 'no' && one === 'no' && other === 'no';
    });
    expect(fails.length).toBeGreaterThan(0);
    expect(held?.lens?.criteria.map(({ id }) => id)).toEqual(['R2', 'R3', 'R4', 'R5', 'R6']);
  });

  test('puts a new criterion in the place of the one it replaces, and asks what is added last', () => {
    expect(both('voice-counts', 'must-be-voluntary')?.lens?.criteria.map(({ id }) => id)).toEqual([
      'R1',
      'R2',
      'R3',
      'R4',
      'R5',
      'R6',
      'R7',
      'R8',
    ]);
  });

  test('cannot be, where one leaves out what the other changes or is about a question', () => {
    expect(both('public-value-only', 'being-active-is-enough')).toBeNull();
    expect(both('side-by-side', 'nice-extra')).toBeNull();
  });
});
