/** What must hold for any facts at all, and what must follow when one fact of a case is turned. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { switched } from '#app/definitions/co-production/lenses.ts';
import { isStateParty } from '#app/definitions/co-production/parties.ts';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import type { Contribution, Facts } from '#app/definitions/co-production/vocabulary.ts';
import { findLens, judge, outcomesOf, verdictOf } from '#app/definitions/judge.ts';
import type { Verdict } from '#app/definitions/theory.ts';
import { arbitraryCoProduction, arbitraryFacts } from './arbitrary-facts.ts';

const runs = { numRuns: 1500 };
const ranks: readonly Verdict[] = ['no', 'partly', 'yes'];
const broadLens = findLens(coProduction, 'broad');
const narrowly = (facts: Facts) => verdictOf(coProduction, facts);
const broadly = (facts: Facts) => verdictOf(coProduction, facts, broadLens);

const inFocus = (facts: Facts, patch: Partial<Contribution>): Facts => ({
  ...facts,
  contributions: facts.contributions.map((each) => (facts.focus.includes(each.id) ? { ...each, ...patch } : each)),
});

/** For any facts and any co-production alike: random facts alone seldom make a yes. */
const anyFacts = fc.oneof(arbitraryFacts, arbitraryCoProduction);

test('random facts are valid', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      expect(coProduction.facts.parse(facts)).toEqual(facts);
    }),
    { numRuns: 1000 },
  );
});

test('the broad lens never says less than the narrow one', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      expect(ranks.indexOf(broadly(facts))).toBeGreaterThanOrEqual(ranks.indexOf(narrowly(facts)));
    }),
    { numRuns: 3000 },
  );
});

test('the quick outcome of every criterion agrees with the reasoned one', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const lens of [
        ...coProduction.lenses,
        ...Object.values(switched),
        ...coProduction.misconceptions.flatMap((each) => each.lens ?? []),
      ]) {
        const reasoned = judge(coProduction, facts, lens);
        expect(outcomesOf(coProduction, facts, lens)).toEqual(
          reasoned.subjects.map(({ findings }) => findings.map(({ outcome }) => outcome)),
        );
        expect(verdictOf(coProduction, facts, lens)).toBe(reasoned.verdict);
      }
    }),
    { numRuns: 1000 },
  );
});

test('every finding has a whole sentence and a fact that it rests on', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const lens of [...coProduction.lenses, ...coProduction.misconceptions.flatMap((each) => each.lens ?? [])]) {
        for (const { because, facts: refs } of judge(coProduction, facts, lens).subjects.flatMap(({ findings }) => findings)) {
          expect(because).toMatch(/^[“\p{Lu}].*\.$/u);
          expect(because).not.toMatch(/undefined|null|\[object| {2}/);
          expect(refs.length).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

describe('a verdict never turns on', () => {
  test('timing', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 9 }), (facts, step) => {
        const retimed = inFocus(facts, { steps: [step, step] });
        expect([narrowly(retimed), broadly(retimed)]).toEqual([narrowly(facts), broadly(facts)]);
      }),
      runs,
    );
  });

  test('motives, other ways to do it, or figures', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (facts, other) => {
        const { alternatives, decision } = other;
        const asked: Facts = { ...facts, motives: [], alternatives, decision };
        expect([narrowly(asked), broadly(asked)]).toEqual([narrowly(facts), broadly(facts)]);
      }),
      runs,
    );
  });
});

describe('a co-production is one no longer', () => {
  const becomes = (edit: (facts: Facts) => Facts) =>
    fc.assert(
      fc.property(arbitraryCoProduction, (facts) => {
        expect(narrowly(facts)).toBe('yes');
        expect(narrowly(edit(facts))).toBe('no');
      }),
      runs,
    );

  test('when a wage is paid', () => becomes((facts) => ({ ...facts, parties: facts.parties.map((party) => ({ ...party, pay: 'wage' })) })));
  test('when nobody acts', () => becomes((facts) => inFocus(facts, { form: 'passive' })));
  test('when money is all that is given', () => becomes((facts) => inFocus(facts, { gives: ['money'] })));
  test('when no public body gives anything', () =>
    becomes((facts) => {
      const state = facts.parties.filter(isStateParty).map(({ id }) => id);
      return { ...facts, contributions: facts.contributions.filter(({ by }) => !state.includes(by)) };
    }));
  test('when it does only harm', () =>
    becomes((facts) => ({ ...facts, value: facts.value.map((each) => ({ ...each, sign: 'negative' })) })));
});

test('work that becomes shared design is out of the narrow lens and stays in the broad one', () => {
  fc.assert(
    fc.property(arbitraryCoProduction, (facts) => {
      const designed = inFocus(facts, { activity: 'designing', object: null, voice: 'shared' });
      expect([narrowly(designed), broadly(designed)]).toEqual(['no', 'yes']);
    }),
    runs,
  );
});
