import { describe, expect, test } from 'vitest';
import { sensitiveTo } from '#app/definitions/co-production/flags.ts';
import { narrow, narrowCriteria, narrowUnder, narrowWith, type Switches } from '#app/definitions/co-production/lenses.ts';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { verdictOf } from '#app/definitions/judge.ts';
import { allCases, factsOf, publishedCases } from './cases.ts';

describe('leaving a criterion out changes a verdict', () => {
  test.each([
    ['R1', 'private-gym'],
    ['R2', 'contracted-garbage'],
    ['R3', 'restrained-transport'],
    ['R4', 'planning-workshops'],
    ['R5', 'unread-landing-cards'],
    ['R6', 'own-burglar-alarm'],
    ['R7', 'hoax-emergency-calls'],
  ])('without %s, %s becomes a yes', (criterion, witness) => {
    const without = { ...narrow, criteria: narrowWith(criterion) };
    expect(verdictOf(coProduction, factsOf(witness), narrow)).toBe('no');
    expect(verdictOf(coProduction, factsOf(witness), without)).toBe('yes');
  });

  test('no criterion can be left out that is not there', () => {
    expect(() => narrowWith('R9')).toThrow('R9');
    expect(narrowCriteria.map(({ id }) => id)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']);
  });
});

describe('switches', () => {
  const flipped = (switches: Switches) =>
    publishedCases
      .filter(({ facts }) => verdictOf(coProduction, facts, narrowUnder(switches)) !== verdictOf(coProduction, facts, narrow))
      .map(({ id }) => id);

  test('asking for public value turns only the private class', () => {
    expect(flipped({ publicRequired: true })).toEqual(['watercolour-class']);
  });

  test('the strict reading turns what the law commands', () => {
    expect(flipped({ strict: true })).toEqual(['tax-self-assessment', 'jury-service', 'food-safety-logs']);
    expect(verdictOf(coProduction, factsOf('speed-limit'), narrowUnder({}))).toBe('partly');
    expect(verdictOf(coProduction, factsOf('speed-limit'), narrowUnder({ strict: true }))).toBe('no');
  });

  test('both together turn what either turns', () => {
    expect(flipped({ strict: true, publicRequired: true }).toSorted()).toEqual(
      [...flipped({ strict: true }), ...flipped({ publicRequired: true })].toSorted(),
    );
  });

  test('a case knows the switches it is sensitive to', () => {
    expect(sensitiveTo(factsOf('watercolour-class'))).toEqual(['public-required']);
    expect(sensitiveTo(factsOf('jury-service'))).toEqual(['strict']);
    expect(sensitiveTo(factsOf('postcodes'))).toEqual([]);
  });

  test('readings list exactly the lenses and switches that disagree', () => {
    const ids = (id: string) => coProduction.readings(factsOf(id)).map((reading) => `${reading.id}:${reading.verdict}`);
    expect(ids('planning-workshops')).toEqual(['broad:yes']);
    expect(ids('comment-portal')).toEqual(['broad:partly']);
    expect(ids('watercolour-class')).toEqual(['public-required:no']);
    expect(ids('tax-self-assessment')).toEqual(['strict:no']);
    expect(ids('postcodes')).toEqual([]);
    expect(allCases.flatMap(({ facts }) => coProduction.readings(facts)).every(({ because }) => because.endsWith('.'))).toBe(true);
  });
});
