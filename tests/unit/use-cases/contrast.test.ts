import { expect, test } from 'vitest';
import { contrastsOf } from '#app/use-cases/contrast.ts';
import { course, itemOf } from './world.ts';

const { facetsOf, hasContrast } = contrastsOf(course);
const trained = new Set(
  course.lessons
    .filter(({ role }) => role === 'lesson')
    .flatMap(({ slug }) => course.bank(slug))
    .filter(({ spec }) => spec.kind !== 'explain')
    .map(({ spec }) => spec.about),
);
const concern = (id: string) => itemOf(id).spec.about;

test('every criterion and question that lessons train has a contrast pair, save the one that a single item asks', () => {
  expect([...trained].filter((about) => !hasContrast(about))).toEqual(['B5']);
  expect(hasContrast('R99')).toBe(false);
});

test('two stories are a pair only where they differ on what is asked and agree on the rest', () => {
  const all = course.lessons.flatMap(({ itemIds }) => itemIds).filter((id) => concern(id) === 'R3');
  const facets = all.flatMap(facetsOf).filter(({ rest }) => !rest.startsWith('told '));
  expect(facets.length).toBeGreaterThan(10);
  for (const { rest, side } of facets) {
    expect(side).toMatch(/^R3 (pass|edge|fail)(,R3 (pass|edge|fail))*$/);
    expect(rest).not.toContain('R3');
  }
});

test('the stories that a lesson sets side by side are a pair there, and nowhere else', () => {
  const [first] = course.lessons
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
    .filter(({ type }) => type === 'contrast');
  if (first?.type !== 'contrast') throw new Error('No lesson has a contrast pair.');
  const told = (id: string) => facetsOf(id).filter(({ rest }) => rest === `told ${first.left} ${first.right}`);
  const items = course.lessons.flatMap(({ itemIds }) => itemIds);
  expect(new Set(items.flatMap(told).map(({ side }) => side))).toContain(first.right);
  expect(items.filter((id) => told(id).length > 0 && !['R1', 'R2', 'R3', 'M1'].includes(concern(id)))).toEqual([]);
});

test('where a question does not arise, a story is on neither side', () => {
  const items = course.lessons.flatMap(({ itemIds }) => itemIds);
  expect(items.flatMap(facetsOf).filter(({ side }) => side === 'n/a')).toEqual([]);
});
