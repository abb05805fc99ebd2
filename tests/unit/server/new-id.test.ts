import { expect, test } from 'vitest';
import { newId } from '#app/server/new-id.ts';

test('ids of one millisecond are all different and come in the order in which they were made', () => {
  const ids = Array.from({ length: 2000 }, () => newId(1_764_400_000_000));
  expect(new Set(ids).size).toBe(2000);
  expect(ids).toEqual(ids.toSorted());
});

test('an id of a later millisecond comes after those before it', () => {
  const [first, second, third] = [newId(1_764_400_000_000), newId(1_764_400_000_001), newId(1_764_400_000_002)];
  expect([third, first, second].sort()).toEqual([first, second, third]);
});
