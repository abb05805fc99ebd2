import { afterEach, beforeEach, expect, test } from 'vitest';
import { feedback } from '#app/quiz/quiz.ts';
import { keepSelfCheck } from '#app/use-cases/keep-self-check.server.ts';
import { startAttempt } from '#db/attempts.ts';
import { latestSelfCheck } from '#db/self-checks.ts';
import { newAttempt } from '../db/fresh.ts';
import { course, itemOf, newWorld, type TestWorld } from './world.ts';

const lesson = course.lessons[0]?.slug ?? '';
const explanation = course.bank(lesson).find(({ spec }) => spec.kind === 'explain')?.spec.id ?? '';

let world: TestWorld;
let responseId: string;
let points: readonly string[];
beforeEach(async () => {
  world = await newWorld();
  await startAttempt(world.db, newAttempt({ course: course.id, lesson }), [{ itemId: explanation, seed: 3 }]);
  await world.answer('attempt', 0, 'right');
  const response = (await world.attempt('attempt')).items[0]?.response;
  responseId = response?.id ?? '';
  points = response ? feedback(itemOf(explanation), response.answer).points.map(({ id }) => id) : [];
});
afterEach(() => world.db.close());

const keep = (ticks: readonly string[], formKey = world.keyShown()) => keepSelfCheck(world, 'ann', { responseId, ticks, formKey });
const ticked = async () => (await latestSelfCheck(world.db, 'ann', responseId))?.ticks;

test('an explanation has points to be held against, and no mark', async () => {
  expect(points.length).toBeGreaterThan(1);
  expect((await world.attempt('attempt')).items[0]?.response).toMatchObject({ score: null, right: null });
});

test('ticked points are kept, and the latest self-check counts', async () => {
  expect(await keep(points)).toBe(true);
  expect(await ticked()).toEqual(points);
  world.pass(5);
  expect(await keep([])).toBe(true);
  expect(await ticked()).toEqual([]);
});

test('ticks that are no points of the question are dropped', async () => {
  expect(await keep(['unknown', points[0] ?? '', '<script>', ''])).toBe(true);
  expect(await ticked()).toEqual(points.slice(0, 1));
});

test('a replayed form keeps what its first copy kept', async () => {
  const key = world.keyShown();
  await keep(points.slice(0, 1), key);
  expect(await keep(points, key)).toBe(true);
  expect(await ticked()).toEqual(points.slice(0, 1));
});

test('nothing is kept for another learner, an unknown answer or a question taken out of the course', async () => {
  const sent = { responseId, ticks: points, formKey: world.keyShown() };
  expect(await keepSelfCheck(world, 'ben', sent)).toBe(false);
  expect(await keepSelfCheck(world, 'ann', { ...sent, responseId: 'unknown' })).toBe(false);
  expect(await keepSelfCheck({ ...world, course: () => ({ ...course, item: () => undefined }) }, 'ann', sent)).toBe(false);
  expect(await ticked()).toBeUndefined();
});
