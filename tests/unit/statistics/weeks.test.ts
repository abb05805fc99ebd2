import { expect, test } from 'vitest';
import { byWeeks, countByWeek, inWeeks, mondayOf, weekOf, weeksOf, weeksShown } from '#app/statistics/weeks.ts';

const at = (iso: string) => Date.parse(iso);

test('a week begins on Monday at midnight in UTC', () => {
  const sunday = weekOf(at('2026-11-22T23:59:59.999Z'));
  expect(weekOf(at('2026-11-23T00:00:00Z'))).toBe(sunday + 1);
  expect(weekOf(at('2026-11-29T23:59:59Z'))).toBe(sunday + 1);
  expect(mondayOf(sunday + 1)).toBe('2026-11-23');
  expect([weekOf(at('1970-01-05T00:00:00Z')), mondayOf(1)]).toEqual([1, '1970-01-05']);
});

test('times are counted by week, quiet weeks stand between them, and sums go on over them', () => {
  const counts = countByWeek(['2026-11-25', '2026-11-03', '2026-11-24'].map(at));
  const weeks = weeksOf(counts);
  expect(weeks.map(mondayOf)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23']);
  expect(inWeeks(counts, weeks)).toEqual([1, 0, 0, 2]);
  expect(byWeeks(counts, weeks)).toEqual([1, 1, 1, 3]);
});

test('of many weeks the last are shown, and sums count what came before them', () => {
  const counts = countByWeek(['2026-01-05', '2026-11-25'].map(at));
  const weeks = weeksOf(counts);
  expect(weeks).toHaveLength(weeksShown);
  expect(inWeeks(counts, weeks).reduce((sum, n) => sum + n)).toBe(1);
  expect(byWeeks(counts, weeks)[0]).toBe(1);
  expect(weeksOf([])).toEqual([]);
});
