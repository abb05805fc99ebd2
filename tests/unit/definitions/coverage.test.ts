import { describe, expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { coverage } from '#app/definitions/coverage.ts';
import { findLens, verdictOf } from '#app/definitions/judge.ts';
import { factsOf, publishedCases } from './cases.ts';

const of = (...ids: string[]) =>
  coverage(
    coProduction,
    ids.map((id) => ({ id, facts: factsOf(id) })),
  );
const criterion = (rows: ReturnType<typeof of>, id: string) => rows.find((row) => row.criterion === id);

describe('coverage of the narrow definition', () => {
  test('the shared cases let every criterion decide alone', () => {
    for (const row of coverage(coProduction, publishedCases)) {
      expect(row.decides.length, row.criterion).toBeGreaterThan(0);
      expect(row.upholds).toContain('tax-self-assessment');
      expect(row.nearMiss).toBeNull();
    }
  });

  test('a case is decided by a criterion only where nothing else stands against it', () => {
    const rows = of('unread-landing-cards', 'fireworks-spectators');
    expect(criterion(rows, 'R5')?.decides).toEqual(['unread-landing-cards']);
    expect(criterion(rows, 'R3')?.decides).toEqual([]);
  });

  test('an edge decides too, and so does one contribution of two', () => {
    const rows = of('speed-limit', 'pb-playground-build');
    expect(criterion(rows, 'R3')?.decides).toEqual(['speed-limit']);
    expect(criterion(rows, 'R4')?.decides).toEqual(['pb-playground-build']);
  });

  test('the near miss is a case that one change would make the criterion decide', () => {
    const missing = criterion(of('postcodes'), 'R6')?.nearMiss;
    expect(missing).toMatchObject({ case: 'postcodes', change: { id: 'c1.link=unconnected' } });
    const changed = missing?.change.apply(factsOf('postcodes'));
    expect(changed && verdictOf(coProduction, changed)).toBe('no');
  });

  test('without any case there is nothing near', () => {
    expect(of().every(({ decides, nearMiss }) => decides.length === 0 && nearMiss === null)).toBe(true);
  });
});

test('the broad definition has a coverage of its own', () => {
  const rows = coverage(coProduction, publishedCases, findLens(coProduction, 'broad'));
  expect(rows.map((row) => row.criterion)).toEqual(['R1', 'R2', 'B3', 'B4', 'R6', 'B5']);
  expect(rows.find((row) => row.criterion === 'B3')?.decides).toContain('comment-portal');
});
