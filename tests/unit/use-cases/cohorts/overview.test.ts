import { afterEach, beforeEach, expect, test } from 'vitest';
import { overviewOf } from '#app/use-cases/cohorts/overview.server.ts';
import { course, newWorld, type TestWorld } from '../world.ts';
import { classOf, sit, tellingItems } from './class-of.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

test('learners are counted by the state of each lesson, and every learner once in each', async () => {
  const cohort = await classOf(world, ['cora', 'dan', 'eva', 'fay']);
  await sit(world, 'cora', tellingItems, ['right', 'right', 'right']);
  await sit(world, 'dan', tellingItems, ['wrong', 'wrong', 'wrong']);
  await sit(world, 'eva', tellingItems, ['right', 'open', 'open']);
  const { lessons } = await overviewOf(world, cohort.id, course);
  expect(lessons).toHaveLength(course.lessons.length);
  expect(lessons[0]).toEqual({ done: 1, shaky: 1, 'in-progress': 1, 'not-started': 1 });
  for (const tally of lessons.slice(1)) expect(tally).toEqual({ done: 0, shaky: 0, 'in-progress': 0, 'not-started': 4 });
});
