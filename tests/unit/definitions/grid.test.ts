import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grid } from '#app/definitions/co-production/grid.ts';
import { narrowCriteria } from '#app/definitions/co-production/lenses.ts';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import type { Facts } from '#app/definitions/co-production/vocabulary.ts';
import { findLens, verdictOf } from '#app/definitions/judge.ts';
import { arbitraryCoProduction, arbitraryFacts } from './arbitrary-facts.ts';
import { factsOf } from './cases.ts';

const place = (facts: Facts, without?: string): string => {
  const { row, column } = grid.place(
    facts,
    without === undefined ? undefined : (id) => narrowCriteria.find((criterion) => criterion.id === id && id !== without) ?? null,
  );
  return `${row} × ${column}`;
};

describe('the place of a case on the map', () => {
  test.each([
    ['recycling-sorting', 'doing × both'],
    ['jury-service', 'doing × both'],
    ['participatory-budgeting', 'deciding × both'],
    ['planning-workshops', 'designing × both'],
    ['tenant-scrutiny-panel', 'evaluating × both'],
    ['prefilled-tax-return', 'doing × government'],
    ['fireworks-spectators', 'doing × government'],
    ['contracted-garbage', 'doing × government'],
    ['unread-landing-cards', 'doing × government'],
    ['babysitting-circle', 'doing × outside'],
    ['own-burglar-alarm', 'doing × outside'],
    ['voting', 'deciding × outside'],
  ])('%s is %s', (id, cell) => {
    expect(place(factsOf(id))).toBe(cell);
  });

  test('moves to the outside party alone where the public body puts nothing in', () => {
    const facts = factsOf('recycling-sorting');
    const alone = facts.contributions.filter(({ id }) => facts.focus.includes(id));
    expect(place({ ...facts, contributions: alone })).toBe('doing × outside');
  });

  test('is that of the first contribution in focus, where a story has several', () => {
    const facts = factsOf('pb-playground-build');
    expect(place(facts)).toBe('deciding × both');
    expect(place({ ...facts, focus: facts.focus.toReversed() })).toBe('doing × both');
  });

  test.each([
    ['babysitting-circle', 'R1'],
    ['contracted-garbage', 'R2'],
    ['prefilled-tax-return', 'R3'],
    ['planning-workshops', 'R4'],
    ['unread-landing-cards', 'R5'],
    ['own-burglar-alarm', 'R6'],
  ])('%s moves to the cell of co-production for whoever does not ask %s', (id, without) => {
    expect(place(factsOf(id), without)).toBe('doing × both');
  });
});

test('the regions are those of the lenses, for any case of worth with one activity', () => {
  const turned = fc.record({
    activity: fc.constantFrom(
      'deciding' as const,
      'designing' as const,
      'assessing' as const,
      'campaigning' as const,
      'consuming' as const,
    ),
    voice: fc.constantFrom('informed' as const, 'heard' as const, 'shared' as const),
  });
  const says = fc.tuple(arbitraryCoProduction, turned).map(
    ([facts, turn]): Facts => ({
      ...facts,
      contributions: facts.contributions.map((each) => (facts.focus.includes(each.id) ? { ...each, object: 'service', ...turn } : each)),
    }),
  );
  const worthIt = fc.oneof(arbitraryFacts, arbitraryCoProduction, says).map(
    (facts): Facts => ({
      ...facts,
      focus: facts.focus.slice(0, 1),
      value: [...facts.value, { consumption: 'joint', to: 'all', sign: 'positive', what: 'some good' }],
    }),
  );
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(worthIt, (facts) => {
      const at = grid.place(facts);
      for (const { lens, cells } of grid.regions) {
        const inside = cells.some(({ row, column }) => row === at.row && column === at.column);
        expect(inside, `${lens} of ${at.row} × ${at.column}`).toBe(verdictOf(coProduction, facts, findLens(coProduction, lens)) !== 'no');
        if (inside) seen.set(lens, (seen.get(lens) ?? 0) + 1);
      }
    }),
    { numRuns: 1500 },
  );
  expect(seen.get('narrow') ?? 0).toBeGreaterThan(50);
  expect(seen.get('broad') ?? 0).toBeGreaterThan(seen.get('narrow') ?? 0);
});

test('row and column have their reasons, each about the case', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryFacts, arbitraryCoProduction), (facts) => {
      const { whyRow, whyColumn } = grid.place(facts);
      for (const why of [whyRow, whyColumn]) {
        expect(why.length).toBeGreaterThan(0);
        for (const finding of why) {
          expect(finding.because).not.toBe('');
          expect(finding.facts.length).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 300 },
  );
});
