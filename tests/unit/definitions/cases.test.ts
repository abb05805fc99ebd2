import { describe, expect, test } from 'vitest';
import { derive } from '#app/definitions/co-production/derive.ts';
import { publishedCases } from './cases.ts';

describe('the shared cases', () => {
  test('are all there', () => {
    expect(publishedCases).toHaveLength(36);
  });

  test.each(publishedCases)('$id: complete facts parse to themselves', ({ authored, facts }) => {
    expect(facts).toEqual(authored);
  });

  test.each(publishedCases)('$id: all eight fields are derived', ({ facts, expected }) => {
    expect(derive(facts)).toEqual(expected);
  });
});
