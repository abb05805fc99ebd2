import { afterEach, beforeEach, expect, test } from 'vitest';
import { weekOf } from '#app/statistics/weeks.ts';
import { completionOf } from '#app/use-cases/cohorts/completion.ts';
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

test('the content versions of every answer are told, the latest answered first, and of nobody else’s', async () => {
  const cohort = await classOf(world, ['cora', 'dan']);
  const versions = async () => (await overviewOf(world, cohort.id, course)).versions;
  expect(await versions()).toEqual([]);
  await sit(world, 'cora', tellingItems, ['right', 'right', 'right']);
  world.db.client.prepare(`update responses set content_version = 'older'`).run();
  world.pass(60);
  await sit(world, 'dan', tellingItems, ['right', 'open', 'open']);
  const elsewhere = await world.quiz(1);
  await world.answer(elsewhere.id, 0, 'right');
  world.db.client.prepare(`update responses set content_version = 'theirs' where learner_id = 'ann'`).run();
  expect(await versions()).toEqual([course.version, 'older']);
});

test('learners count as having passed a quiz from the week of the first one that reached the mark on', async () => {
  const cohort = await classOf(world, ['cora', 'dan', 'eva']);
  const first = weekOf(world.now());
  await sit(world, 'cora', tellingItems, ['right', 'right', 'right']);
  await sit(world, 'dan', tellingItems, ['right', 'right', 'wrong']);
  world.pass(7 * 86_400);
  for (const who of ['cora', 'dan']) await sit(world, who, tellingItems, ['right', 'right', 'right']);
  await sit(world, 'eva', tellingItems, ['right', 'right', 'open']);
  const { completion } = await overviewOf(world, cohort.id, course);
  expect(completion.find(({ lesson }) => lesson === course.lessons[0]?.slug)?.weeks).toEqual([
    { week: first, count: 1 },
    { week: first + 1, count: 1 },
  ]);
  expect(completion.filter(({ lesson }) => lesson !== course.lessons[0]?.slug).flatMap(({ weeks }) => weeks)).toEqual([]);
});

test('all quizzes are passed in the week of the last of them, whichever that is', () => {
  const week = 7 * 86_400_000;
  const quiz = (learnerId: string, lesson: string, finishedAt: number, scoreSum = 5) => ({
    learnerId,
    lesson,
    finishedAt,
    items: 5,
    answered: 5,
    marked: 5,
    scoreSum,
  });
  const quizzes = [quiz('ann', 'b', week), quiz('ben', 'a', week), quiz('ann', 'a', 3 * week), quiz('ben', 'b', 4 * week, 3)];
  expect(completionOf(['a', 'b'], quizzes).at(-1)).toEqual({ lesson: null, weeks: [{ week: weekOf(3 * week), count: 1 }] });
  expect(completionOf([], quizzes)).toEqual([{ lesson: null, weeks: [] }]);
});
