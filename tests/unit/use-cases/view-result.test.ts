import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { retryItem } from '#app/use-cases/retry-item.server.ts';
import { viewResult } from '#app/use-cases/view-result.server.ts';
import { finishAttempt, startAttempt } from '#db/attempts.ts';
import { newAttempt } from '../db/fresh.ts';
import { course, courseWithout, itemOf, lessonAt, newWorld, type TestWorld } from './world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

async function result(attemptId: string, scope = world) {
  const seen = await viewResult(scope, 'ann', attemptId);
  if (!seen) throw new Error('Ann sees no such result.');
  return seen;
}

/** A quiz of these verdicts, all of lesson 1. */
const verdicts = course
  .bank(lessonAt(1).slug)
  .filter(({ spec }) => spec.kind === 'verdict')
  .map(({ spec }) => spec.id);
async function quizOf(mode: 'practice' | 'mock', ...ids: (string | undefined)[]) {
  const items = ids.map((itemId, index) => ({ itemId: itemId ?? '', seed: index + 1 }));
  await startAttempt(world.db, newAttempt({ course: course.id, lesson: lessonAt(1).slug, mode, contentVersion: course.version }), items);
}

test('everything right is 100%, question by question', async () => {
  const quiz = await world.quiz(1);
  for (const { position } of quiz.items) await world.answer(quiz.id, position, 'right');
  const seen = await result(quiz.id);
  expect(seen).toMatchObject({ score: 1, misconceptions: [], finishedAt: world.now(), contentChanged: false, mode: 'practice' });
  expect(
    seen.questions.map(({ answered }) => answered?.feedback.outcome).filter((outcome) => outcome !== 'right' && outcome !== 'unmarked'),
  ).toEqual([]);
  expect(seen.questions.map(({ position, retry }) => [position, retry])).toEqual(quiz.items.map(({ position }) => [position, false]));
  expect(seen.abouts.every(({ score }) => score === 1)).toBe(true);
});

test('the weakest criterion comes first, in words', async () => {
  await quizOf('practice', ...verdicts.slice(0, 4));
  for (const [position, as] of (['right', 'right', 'right', 'wrong'] as const).entries()) await world.answer('attempt', position, as);
  const seen = await result('attempt');
  expect(seen.score).toBe(0.75);
  const missed = itemOf(verdicts[3]).spec.about;
  const criterion = course.theory.lenses[0]?.criteria.find(({ id }) => id === missed);
  expect(seen.abouts[0]).toMatchObject({ about: missed, label: criterion?.label });
  expect(seen.abouts.map(({ score }) => score)).toEqual(seen.abouts.map(({ score }) => score).toSorted((a, b) => a - b));
});

test('misconceptions met in the answers are named, the most frequent first', async () => {
  await quizOf('practice', ...verdicts);
  for (const position of verdicts.keys()) await world.answer('attempt', position, 'wrong');
  const met = (await world.attempt('attempt')).items.flatMap(({ response }) => response?.misconceptions ?? []);
  const { misconceptions } = await result('attempt');
  expect(misconceptions.length).toBeGreaterThan(0);
  for (const { id, name, breaks, times } of misconceptions) {
    expect(times).toBe(met.filter((other) => other === id).length);
    expect(course.theory.misconceptions.find((one) => one.id === id)).toMatchObject({ name, breaks });
  }
  expect(misconceptions.map(({ times }) => times)).toEqual(misconceptions.map(({ times }) => times).toSorted((a, b) => b - a));
});

test('a retry is shown and its time counts, but the score is that of the quiz', async () => {
  await quizOf('practice', verdicts[0], verdicts[1]);
  await world.answer('attempt', 0, 'wrong');
  await world.answer('attempt', 1, 'right');
  const retry = (await retryItem(world, 'ann', 'attempt', 0)) ?? -1;
  await world.answer('attempt', retry, 'right');
  const seen = await result('attempt');
  expect(seen).toMatchObject({ score: 0.5, marked: 2, seconds: 60 });
  expect(seen.questions.map(({ retry }) => retry)).toEqual([false, false, true]);
});

describe('a question left open', () => {
  test('counts as nothing right once the quiz is finished', async () => {
    await quizOf('mock', verdicts[0], verdicts[1]);
    await world.answer('attempt', 0, 'right');
    await finishAttempt(world.db, 'ann', 'attempt', world.now());
    const seen = await result('attempt');
    expect(seen.score).toBe(0.5);
    expect(seen.questions[1]?.answered).toBeNull();
  });

  test('does not count yet while a practice quiz is open', async () => {
    await quizOf('practice', verdicts[0], verdicts[1]);
    expect(await result('attempt')).toMatchObject({ score: null, marked: 0, finishedAt: null });
    await world.answer('attempt', 0, 'right');
    expect(await result('attempt')).toMatchObject({ score: 1, marked: 1, finishedAt: null });
  });
});

test('the result of a mock test that still runs cannot be seen', async () => {
  await quizOf('mock', verdicts[0], verdicts[1]);
  await world.answer('attempt', 0, 'right');
  expect(await viewResult(world, 'ann', 'attempt')).toBeNull();
});

test('a result leads to the next lesson, and after the last one to none', async () => {
  const last = course.lessons.length;
  const quizzes = [await world.quiz(1), await world.quiz(last)];
  for (const { position } of quizzes[1]?.items ?? []) await world.answer(quizzes[1]?.id ?? '', position, 'right');
  const [first, end] = await Promise.all(quizzes.map(({ id }) => result(id)));
  expect(first?.lesson.next).toEqual({ slug: lessonAt(2).slug, title: lessonAt(2).title });
  expect(end?.lesson.next).toBeNull();
});

describe('after the course was edited', () => {
  test('a result says so', async () => {
    await quizOf('practice', verdicts[0]);
    await world.answer('attempt', 0, 'right');
    const edited = { ...world, course: () => ({ ...course, version: 'another' }) };
    expect((await result('attempt', edited)).contentChanged).toBe(true);
  });

  test('a question that was taken out keeps its mark and loses its explanation', async () => {
    await quizOf('practice', verdicts[0], verdicts[1]);
    await world.answer('attempt', 0, 'wrong');
    await world.answer('attempt', 1, 'right');
    const seen = await result('attempt', { ...world, course: () => courseWithout(verdicts[0]) });
    expect(seen.score).toBe(0.5);
    expect(seen.questions[0]).toMatchObject({ answered: null, about: '' });
  });
});

test('another learner’s result, an unknown one and one of a course that is gone are not there', async () => {
  const quiz = await world.quiz(1);
  expect(await viewResult(world, 'ben', quiz.id)).toBeNull();
  expect(await viewResult(world, 'ann', 'unknown')).toBeNull();
  expect(await viewResult({ ...world, course: () => undefined }, 'ann', quiz.id)).toBeNull();
});
