import { describe, expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import type { Answer } from '#app/quiz/item.ts';
import { answerUnder, feedback, forLearner, grade, keyOf, readAnswer, resolve } from '#app/quiz/quiz.ts';
import { itemOf, scenarios, specOf } from './build.ts';

const item = itemOf({
  kind: 'grid',
  about: 'R4',
  scenarios: ['planning-workshops', 'private-gym', 'contracted-garbage', 'recycling-sorting', 'tax-self-assessment'],
});
const key = {
  'planning-workshops': 'designing.both',
  'private-gym': 'doing.outside',
  'contracted-garbage': 'doing.government',
  'recycling-sorting': 'doing.both',
  'tax-self-assessment': 'doing.both',
};
const placing = (changed: Readonly<Record<string, string>> = {}): Answer => ({ type: 'table', cells: { ...key, ...changed } });

describe('marking', () => {
  test('the key follows from the facts', () => {
    expect(keyOf(item)).toEqual(placing());
  });

  test('a right row alone, or a right column alone, is worth half a case', () => {
    expect(grade(item, placing({ 'planning-workshops': 'deciding.both' }))).toMatchObject({ score: 0.9, right: false });
    expect(grade(item, placing({ 'planning-workshops': 'designing.outside' })).score).toBeCloseTo(0.9);
    expect(grade(item, placing({ 'planning-workshops': 'deciding.outside' })).score).toBeCloseTo(0.8);
    expect(grade(item, placing({ 'planning-workshops': 'nowhere' })).score).toBeCloseTo(0.8);
    expect(grade(item, { type: 'table', cells: {} })).toMatchObject({ score: 0, right: false });
  });
});

describe('misconceptions', () => {
  test.each([
    ['voice-counts', 'planning-workshops', 'doing.both'],
    ['self-help-counts', 'private-gym', 'doing.both'],
    ['anyone-outside-counts', 'contracted-garbage', 'doing.both'],
    ['side-by-side', 'tax-self-assessment', 'doing.outside'],
  ])('%s puts %s into %s, and is found out by that cell among other slips', (id, scenario, cell) => {
    const held = answerUnder(item, id);
    expect(held?.type === 'table' && held.cells[scenario]).toBe(cell);
    const slip = scenario === 'recycling-sorting' ? {} : { 'recycling-sorting': 'evaluating.government' };
    expect(grade(item, placing({ ...slip, [scenario]: cell })).misconceptions).toContain(id);
    expect(grade(item, placing(slip)).misconceptions).not.toContain(id);
  });

  test('nothing is claimed of a misconception that the map does not show', () => {
    // Filing a return is a duty: whoever asks for free choice says no to it, and no cell says that.
    expect(answerUnder(item, 'must-be-voluntary')).toBeNull();
    expect(answerUnder(item, 'individual-benefit-cannot-be-public')).toBeNull();
  });
});

describe('feedback', () => {
  const told = feedback(item, placing({ 'planning-workshops': 'doing.both', 'private-gym': 'deciding.both' }));

  test('says how many cases are in their cell and how many are half right', () => {
    expect(told.outcome).toBe('partly');
    expect(told.headline).toBe('On the map, 3 of 5 cases are in the right cell, and 1 more in the right row or column.');
    const nowhere = Object.fromEntries(item.scenarios.map(({ id }) => [id, 'evaluating.outside']));
    expect(feedback(item, placing(nowhere)).headline).toMatch(
      /^On the map, 0 of 5 cases are in the right cell, and \d in the right row or column\.$/,
    );
  });

  test('gives each case its cell, and row and column their reasons with the words of the story', () => {
    const [workshops, , garbage, bins] = told.placed?.cases ?? [];
    expect(workshops).toMatchObject({ key: { row: 'designing', column: 'both' }, yours: { row: 'doing', column: 'both' } });
    expect(workshops?.row).toMatchObject({ right: false, yours: 'Doing the work', key: 'Planning and design' });
    expect(workshops?.row.reasons[0]?.because).toMatch(/which is a say about the work and not a share in it\.$/);
    expect(workshops?.column.right).toBe(true);
    expect(garbage?.column.reasons[0]?.because).toMatch(/under contract/);
    expect(bins?.column.reasons).toHaveLength(2);
    for (const one of told.placed?.cases ?? []) {
      for (const { quote } of [...one.row.reasons, ...one.column.reasons]) expect(quote, one.title).not.toBeNull();
    }
  });

  test('begins with the first case that stands elsewhere', () => {
    expect(told.deciding).toMatchObject({ criterion: 'R4', outcome: 'fail' });
  });

  test('has the regions of both definitions', () => {
    expect(told.placed?.map.regions.map(({ lens, cells }) => [lens, cells.length])).toEqual([
      ['narrow', 1],
      ['broad', 4],
    ]);
  });
});

test('what a learner sees are the cases, shuffled, and the words of the map; no cell is anybody’s', () => {
  const { body } = forLearner(item, 7);
  if (body.type !== 'grid') throw new Error('no grid');
  expect(body.rows.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
  expect(body.lines.flatMap(({ cells }) => cells.map(({ id }) => id)).join('')).toBe('abcdefghijkl');
  expect(JSON.stringify(body)).not.toMatch(/doing\.|deciding\.|\.both|planning-workshops/);
});

describe('a form', () => {
  const read = (fields: string) => readAnswer(item, 7, new URLSearchParams(fields));

  test('with cases left open says how many', () => {
    expect(read('row-1=a&row-2=b&row-3=c&row-4=d')).toEqual({ problem: 'One case is still open. Give it a cell too.' });
    expect(read('row-1=a')).toEqual({ problem: '4 cases are still open. Give each a cell.' });
    expect(read('row-1=z&row-2=a&row-3=a&row-4=a&row-5=a')).toEqual({ problem: expect.stringContaining('does not belong') });
  });
});

describe('what cannot be asked', () => {
  const rules = (...more: string[]) => {
    const ids = ['planning-workshops', 'contracted-garbage', 'recycling-sorting', ...more];
    const resolved = resolve(specOf({ kind: 'grid', about: 'R4', scenarios: ids }), coProduction, scenarios);
    return 'problems' in resolved ? resolved.problems.map(({ rule }) => rule) : [];
  };

  test('a case whose verdict rests on something that the map does not show', () => {
    expect(rules('hoax-emergency-calls')).toEqual(['cell-misleads', 'cell-misleads']);
    expect(rules('private-gym')).toEqual([]);
  });

  test('a case with several activities', () => {
    expect(rules('pb-playground-build')).toContain('several-activities');
  });

  test('too few cases, or too many', () => {
    const parse = (ids: readonly string[]) => specOf({ kind: 'grid', about: 'R4', scenarios: [...ids] });
    expect(() => parse(['a', 'b', 'c'])).toThrow('fewer than 4');
    expect(() => parse('abcdefghi'.split(''))).toThrow('more than 8');
  });
});
