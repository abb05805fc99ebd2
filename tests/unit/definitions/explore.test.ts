import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '#app/definitions/co-production/facts.ts';
import { coProduction, exploreCoProduction } from '#app/definitions/co-production/theory.ts';
import { explore } from '#app/definitions/explore.ts';
import { findLens, judge, verdictOf } from '#app/definitions/judge.ts';
import type { Change, Judgement } from '#app/definitions/theory.ts';
import { arbitraryCoProduction, arbitraryFacts } from './arbitrary-facts.ts';
import { allCases, factsOf, publishedCases } from './cases.ts';

const anyFacts = fc.oneof(arbitraryFacts, arbitraryCoProduction);
const applyAll = (facts: Facts, changes: readonly Change<Facts>[]) => changes.reduce((before, change) => change.apply(before), facts);
const flipsOf = (id: string) => exploreCoProduction(factsOf(id)).map(({ changes }) => changes.map((change) => change.id).join(' + '));

/** `c1 R3 pass`, for every finding. */
const outcomes = ({ subjects }: Judgement) =>
  subjects.flatMap(({ subject, findings }) => findings.map(({ criterion, outcome }) => `${subject} ${criterion} ${outcome}`));

describe('changes', () => {
  test('all give valid facts, alone and on top of one another', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const change of coProduction.changes(facts)) {
          const changed = change.apply(facts);
          expect(coProduction.facts.safeParse(changed).error?.issues ?? []).toEqual([]);
        }
        for (const { changes } of exploreCoProduction(facts)) {
          expect(coProduction.facts.safeParse(applyAll(facts, changes)).success).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('leave the facts they begin with alone', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const before = structuredClone(facts);
        for (const change of coProduction.changes(facts)) change.apply(facts);
        expect(facts).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  test('have ids of their own and complete “Suppose …”', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const changes = coProduction.changes(facts);
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
        for (const { text, facts: refs } of changes) {
          expect(text).toMatch(/^[\p{Ll}\p{Lu}].*[^.]$/u);
          expect(text).not.toMatch(/^Suppose|undefined| {2}/);
          expect(refs.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of timing and motives never flip a verdict', () => {
    for (const { facts } of allCases) {
      const decoys = coProduction.changes(facts).filter(({ id }) => /steps=|motives=/.test(id));
      expect(decoys.length).toBeGreaterThan(1);
      for (const decoy of decoys) expect(verdictOf(coProduction, decoy.apply(facts))).toBe(verdictOf(coProduction, facts));
    }
  });
});

describe('a changed case', () => {
  const because = (id: string, change: string, criterion: string): string | undefined => {
    const facts = factsOf(id);
    const changed = coProduction.changes(facts).find((each) => each.id === change);
    const findings = changed && judge(coProduction, changed.apply(facts)).subjects[0]?.findings;
    return findings?.find((finding) => finding.criterion === criterion)?.because;
  };

  test('tells what is done in it, not what was done before', () => {
    expect(because('planning-workshops', 'c1.activity=delivering', 'R4')).toBe(
      'The residents do part of the work: that is work on the service itself, not a say about it.',
    );
    expect(because('rainfall-observers', 'c1.form=passive', 'R3')).toBe(
      'The observer lets it happen: that is passive, and nothing is given by acting.',
    );
  });

  test('still tells of letting it happen, whatever that is now part of', () => {
    expect(because('phone-location-data', 'c1.activity=designing', 'R3')).toMatch(/^The drivers emit data unknowingly: that is passive/);
  });
});

describe('explore', () => {
  test('every set flips the verdict, names what it turned, and no part of it would do', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('narrow', 'broad'), (facts, lensId) => {
        const lens = findLens(coProduction, lensId);
        const before = judge(coProduction, facts, lens);
        for (const { changes, from, to, criteria } of explore(coProduction, facts, lens)) {
          const after = judge(coProduction, applyAll(facts, changes), lens);
          expect(from).toBe(before.verdict);
          expect(to).toBe(after.verdict);
          expect(to).not.toBe(from);
          const turned = lens?.criteria.filter(({ id }) => {
            const of = (judgement: Judgement) => outcomes(judgement).filter((each) => each.includes(` ${id} `));
            return of(before).join() !== of(after).join();
          });
          expect(criteria).toEqual(turned?.map(({ id }) => id));
          if (changes.length === 1) continue;
          for (const change of changes) expect(verdictOf(coProduction, change.apply(facts), lens)).toBe(from);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('singles are complete: every change that flips alone is listed', () => {
    for (const { facts } of allCases) {
      const flipping = coProduction
        .changes(facts)
        .filter((change) => verdictOf(coProduction, change.apply(facts)) !== verdictOf(coProduction, facts));
      const singles = exploreCoProduction(facts).filter(({ changes }) => changes.length === 1);
      expect(singles.map(({ changes }) => changes[0]?.id)).toEqual(flipping.map(({ id }) => id));
    }
  });

  test('a wage, a machine or a mere say undoes the tax return; doing work mends the workshop', () => {
    expect(flipsOf('tax-self-assessment')).toEqual(
      expect.arrayContaining(['payer.pay=wage', 'c1.form=passive', 'c1.activity=designing', 'state=none', 'value=negative']),
    );
    expect(flipsOf('planning-workshops')).toContain('c1.activity=delivering');
    expect(flipsOf('unread-landing-cards')).toEqual(['c1.feedsOutput=true']);
    expect(flipsOf('london-pump-crowd')).toEqual(['pumper.role=volunteer']);
  });

  test('the private gym needs two changes: a public task, and a public body that does its share', () => {
    const [flip, ...others] = exploreCoProduction(factsOf('private-gym'));
    expect(flip?.changes.map(({ id }) => id).toSorted()).toEqual(['service.publicService=true', 'state=joins']);
    expect(flip?.criteria).toEqual(['R1']);
    expect(others).toEqual([]);
  });

  test('every shared case can be flipped by one change or two', () => {
    for (const { facts } of publishedCases) expect(exploreCoProduction(facts).length).toBeGreaterThan(0);
  });

  test('takes under five milliseconds a case', () => {
    const rounds = 5;
    exploreCoProduction(factsOf('job-seeker-plan'));
    const start = performance.now();
    for (let round = 0; round < rounds; round += 1) for (const { facts } of publishedCases) exploreCoProduction(facts);
    expect((performance.now() - start) / (rounds * publishedCases.length)).toBeLessThan(5);
  });
});
