import { describe, expect, test } from 'vitest';
import { gridPlace } from '#app/definitions/co-production/grid.ts';
import type { Facts } from '#app/definitions/co-production/vocabulary.ts';
import { factsOf } from './cases.ts';

const place = (facts: Facts): string => {
  const { row, column } = gridPlace(facts);
  return `${row} × ${column}`;
};

describe('the place of a case in the figure', () => {
  test.each([
    ['recycling-sorting', 'doing × both'],
    ['jury-service', 'doing × both'],
    ['participatory-budgeting', 'deciding × both'],
    ['voting', 'deciding × both'],
    ['planning-workshops', 'designing × both'],
    ['tenant-scrutiny-panel', 'evaluating × both'],
    ['prefilled-tax-return', 'doing × government'],
    ['fireworks-spectators', 'doing × government'],
    ['own-burglar-alarm', 'doing × government'],
    ['contracted-garbage', 'doing × government'],
    ['babysitting-circle', 'doing × outside'],
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
});
