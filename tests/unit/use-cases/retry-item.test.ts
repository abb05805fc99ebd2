import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scenarioIds } from '#app/quiz/quiz.ts';
import { retryItem } from '#app/use-cases/retry-item.server.ts';
import { startAttempt } from '#db/attempts.ts';
import { newAttempt } from '../db/fresh.ts';
import { course, itemOf, newWorld, type TestWorld } from './world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

const aboutOf = (itemId: string | undefined) => itemOf(itemId).spec.about;

test('whatever is missed, another story on the same criterion follows', async () => {
  let given = 0;
  for (const number of course.lessons.keys()) {
    const quiz = await world.quiz(number + 1);
    for (const missed of quiz.items) {
      await world.answer(quiz.id, missed.position, 'wrong');
      const position = await retryItem(world, 'ann', quiz.id, missed.position);
      if (position === null) continue;
      given++;
      const retry = (await world.attempt(quiz.id)).items[position];
      expect(retry?.retryOf).toBe(missed.position);
      expect(retry?.itemId).not.toBe(missed.itemId);
      expect(aboutOf(retry?.itemId)).toBe(aboutOf(missed.itemId));
      const stories = scenarioIds(itemOf(missed.itemId));
      expect(scenarioIds(itemOf(retry?.itemId)).filter((id) => stories.includes(id))).toEqual([]);
    }
    const ids = (await world.attempt(quiz.id)).items.map(({ itemId }) => itemId);
    expect(new Set(ids).size, 'a question was asked twice in one quiz').toBe(ids.length);
  }
  expect(given).toBeGreaterThan(course.lessons.length * 3);
});

test('a double click adds one', async () => {
  const quiz = await world.quiz(1);
  await world.answer(quiz.id, 0, 'wrong');
  const clicks = await Promise.all([retryItem(world, 'ann', quiz.id, 0), retryItem(world, 'ann', quiz.id, 0)]);
  expect(clicks).toEqual([6, 6]);
  expect(await retryItem(world, 'ann', quiz.id, 0)).toBe(6);
  expect((await world.attempt(quiz.id)).items).toHaveLength(7);
});

test('a double click gives the one that was added, even where it was the last of its kind', async () => {
  const [missed, other] = course.lessons.flatMap(({ slug }) => course.bank(slug)).filter(({ spec }) => spec.about === 'M1');
  const bank = (slug: string) => course.bank(slug).filter((item) => item === missed || item === other);
  const scope = { ...world, course: () => ({ ...course, bank }) };
  const items = [{ itemId: missed?.spec.id ?? '', seed: 3 }];
  await startAttempt(world.db, newAttempt({ course: course.id, lesson: course.lessons[0]?.slug ?? '' }), items);
  await world.answer('attempt', 0, 'wrong');
  expect(await retryItem(scope, 'ann', 'attempt', 0)).toBe(1);
  expect((await world.attempt('attempt')).items[1]?.itemId).toBe(other?.spec.id);
  expect(await retryItem(scope, 'ann', 'attempt', 0)).toBe(1);
});

test('a retry that is missed too can be retried', async () => {
  const quiz = await world.quiz(1);
  const first = quiz.items.find(({ itemId }) => aboutOf(itemId) === 'R3')?.position ?? -1;
  await world.answer(quiz.id, first, 'wrong');
  const retry = (await retryItem(world, 'ann', quiz.id, first)) ?? -1;
  await world.answer(quiz.id, retry, 'wrong');
  expect(await retryItem(world, 'ann', quiz.id, retry)).toBe(7);
  expect((await world.attempt(quiz.id)).items[7]?.retryOf).toBe(retry);
});

test('a retry may be taken after the quiz is finished, and leaves its score alone', async () => {
  const quiz = await world.quiz(1);
  for (const { position } of quiz.items) await world.answer(quiz.id, position, position === 0 ? 'wrong' : 'right');
  const finished = (await world.attempt(quiz.id)).finishedAt;
  const retry = (await retryItem(world, 'ann', quiz.id, 0)) ?? -1;
  expect(await world.answer(quiz.id, retry, 'right')).toEqual({ first: true, finished: true });
  expect((await world.attempt(quiz.id)).finishedAt).toBe(finished);
});

describe('where the lessons have no new story left', () => {
  /** The course with one item in its banks. */
  const lonely = (missed: string) => ({
    ...world,
    course: () => ({ ...course, bank: (slug: string) => course.bank(slug).filter(({ spec }) => spec.id === missed) }),
  });

  test('the stock has one, of another template each time, and no story comes twice', async () => {
    const quiz = await world.quiz(1);
    const missed = quiz.items.find(({ itemId }) => aboutOf(itemId) === 'R3');
    const scope = lonely(missed?.itemId ?? '');
    const templates = new Map(course.stock('R3').map(({ id, template }) => [id, template]));
    const all = new Set(templates.values()).size;
    const [stories, told]: [string[], string[]] = [[], []];
    let position = missed?.position ?? -1;
    for (let round = 0; round < all + 3; round++) {
      await world.answer(quiz.id, position, 'wrong');
      position = (await retryItem(scope, 'ann', quiz.id, position)) ?? -1;
      const id = (await world.attempt(quiz.id)).items[position]?.itemId ?? '';
      expect(aboutOf(id)).toBe('R3');
      stories.push(...scenarioIds(itemOf(id)));
      told.push(templates.get(id) ?? id);
    }
    expect(new Set(stories).size).toBe(all + 3);
    expect(new Set(told.slice(0, all)).size).toBe(all);
  });

  test('the lessons come first where they have one', async () => {
    const quiz = await world.quiz(1);
    const missed = quiz.items.find(({ itemId }) => aboutOf(itemId) === 'R3')?.position ?? -1;
    await world.answer(quiz.id, missed, 'wrong');
    const position = (await retryItem(world, 'ann', quiz.id, missed)) ?? -1;
    const id = (await world.attempt(quiz.id)).items[position]?.itemId ?? '';
    expect(course.lessonOf(id)).toBeDefined();
  });
});

describe('there is no retry', () => {
  test('before the answer, nor for an unknown question', async () => {
    const quiz = await world.quiz(1);
    expect(await retryItem(world, 'ann', quiz.id, 0)).toBeNull();
    expect(await retryItem(world, 'ann', quiz.id, 99)).toBeNull();
    expect(await retryItem(world, 'ann', 'unknown', 0)).toBeNull();
    expect((await world.attempt(quiz.id)).items).toHaveLength(6);
  });

  test('in a mock test, open or finished: it would tell what was right', async () => {
    const quiz = await world.quiz(1, 'mock');
    for (const { position } of quiz.items) {
      await world.answer(quiz.id, position, 'wrong');
      expect(await retryItem(world, 'ann', quiz.id, position)).toBeNull();
    }
    expect(await world.attempt(quiz.id)).toMatchObject({ finishedAt: world.now(), items: { length: 10 } });
  });

  test('for another learner', async () => {
    const quiz = await world.quiz(1);
    await world.answer(quiz.id, 0, 'wrong');
    expect(await retryItem(world, 'ben', quiz.id, 0)).toBeNull();
  });

  test('of a question that is no longer in the course', async () => {
    const quiz = await world.quiz(1);
    await world.answer(quiz.id, 0, 'wrong');
    const bank = (slug: string) => course.bank(slug).filter(({ spec }) => spec.id !== quiz.items[0]?.itemId);
    expect(await retryItem({ ...world, course: () => ({ ...course, bank }) }, 'ann', quiz.id, 0)).toBeNull();
  });
});
