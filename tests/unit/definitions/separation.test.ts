import { describe, expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { goesWrong, separations } from '#app/definitions/separation.ts';
import { factsOf, publishedCases } from './cases.ts';

const casesOf = (...ids: string[]) => ids.map((id) => ({ id, facts: factsOf(id) }));
const pair = (found: ReturnType<typeof separations>, one: string | null, other: string) =>
  found.find((entry) => entry.one === one && entry.other === other)?.cases;

describe('what cases tell apart', () => {
  test('every pair of beliefs is listed once, the definition first', () => {
    const found = separations(coProduction, []);
    const beliefs = coProduction.misconceptions.length + 1;
    expect(found).toHaveLength((beliefs * (beliefs - 1)) / 2);
    expect(new Set(found.map(({ one, other }) => [one ?? '', other].toSorted().join(' '))).size).toBe(found.length);
    expect(found.every(({ cases }) => cases.length === 0)).toBe(true);
  });

  test('a case separates a misconception from the definition exactly where its holder goes wrong', () => {
    const found = separations(coProduction, publishedCases);
    for (const misconception of coProduction.misconceptions) {
      const wrong = publishedCases.filter(({ facts }) => goesWrong(coProduction, misconception, facts)).map(({ id }) => id);
      expect(pair(found, null, misconception.id), misconception.id).toEqual(wrong);
    }
  });

  test('two misconceptions that err alike on a case are not separated by it', () => {
    const found = separations(coProduction, casesOf('tax-self-assessment', 'planning-workshops', 'jury-service'));
    expect(pair(found, 'side-by-side', 'must-be-voluntary')).toEqual(['jury-service']);
    expect(pair(found, 'side-by-side', 'voice-counts')).toEqual(['tax-self-assessment', 'planning-workshops']);
  });

  test('a misconception about a question is separated from one about the verdict by either', () => {
    const found = separations(coProduction, casesOf('planning-workshops', 'watercolour-class', 'postcodes'));
    expect(pair(found, 'voice-counts', 'nice-extra')).toEqual(['planning-workshops', 'watercolour-class']);
  });
});
