import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerItem } from '#app/use-cases/answer-item.server.ts';
import type { AttemptDetail } from '#db/attempt-detail.ts';
import { finishAttempt } from '#db/attempts.ts';
import { aboutProgressOf, lessonProgressOf } from '#db/progress.ts';
import { course, courseWithout, itemOf, newWorld, nine, rightForm, type TestWorld, wrongForm } from './world.ts';

let world: TestWorld;
let quiz: AttemptDetail;
beforeEach(async () => {
  world = await newWorld();
  quiz = await world.quiz(1);
});
afterEach(() => world.db.close());

const place = (position: number) => {
  const found = quiz.items[position];
  if (!found) throw new Error(`The quiz has no question ${position}.`);
  return found;
};
const rightAt = (position: number) => rightForm(itemOf(place(position).itemId), place(position).seed);
const wrongAt = (position: number) => wrongForm(itemOf(place(position).itemId), place(position).seed);
const responses = async () => (await world.attempt(quiz.id)).items.map(({ response }) => response);

test('a right answer is graded, timed and kept with the content it was graded by', async () => {
  const formKey = world.keyShown(nine);
  world.pass(35);
  expect(await answerItem(world, 'ann', { attemptId: quiz.id, position: 0, form: rightAt(0), formKey })).toEqual({
    first: true,
    finished: false,
  });
  const item = itemOf(place(0).itemId);
  expect((await responses())[0]).toMatchObject({
    itemId: item.spec.id,
    kind: item.spec.kind,
    about: item.spec.about,
    score: 1,
    right: true,
    misconceptions: [],
    contentVersion: course.version,
    formKey,
    seconds: 35,
    at: nine + 35_000,
  });
});

test('a wrong answer is kept as wrong and lowers the score of what it was about', async () => {
  await world.answer(quiz.id, 0, 'wrong');
  expect((await responses())[0]?.right).toBe(false);
  const { about } = itemOf(place(0).itemId).spec;
  const [progress] = (await aboutProgressOf(world.db, 'ann', course.id)).filter((entry) => entry.about === about);
  expect(progress?.marked).toBe(1);
  expect(progress?.scoreSum).toBeLessThan(1);
});

test('a form without an answer keeps nothing and says what to mend', async () => {
  const empty = { attemptId: quiz.id, position: 0, form: new URLSearchParams(), formKey: world.keyShown() };
  expect(await answerItem(world, 'ann', empty)).toEqual({ problem: expect.stringMatching(/\w/) });
  expect((await responses())[0]).toBeNull();
});

describe('the last answer', () => {
  test('finishes the quiz and counts it', async () => {
    for (const { position } of quiz.items.slice(1)) {
      expect(await world.answer(quiz.id, position, 'right')).toEqual({ first: true, finished: false });
    }
    world.pass(60);
    expect(await world.answer(quiz.id, 0, 'right')).toEqual({ first: true, finished: true });
    expect((await world.attempt(quiz.id)).finishedAt).toBe(nine + 60_000);
    expect(await lessonProgressOf(world.db, 'ann', course.id)).toMatchObject([{ quizzesFinished: 1, bestScore: 1, answered: 6 }]);
  });

  test('is found even where two tabs send the last two at once', async () => {
    for (const { position } of quiz.items.slice(2)) await world.answer(quiz.id, position, 'right');
    const forms = [0, 1].map((position) => ({ attemptId: quiz.id, position, form: rightAt(position), formKey: world.keyShown() }));
    const kept = await Promise.all(forms.map((form) => answerItem(world, 'ann', form)));
    expect(kept).toEqual([
      { first: true, finished: false },
      { first: true, finished: true },
    ]);
    expect(await lessonProgressOf(world.db, 'ann', course.id)).toMatchObject([{ quizzesFinished: 1, answered: 6 }]);
  });

  test('does not wait for questions that were taken out of the course', async () => {
    const scope = { ...world, course: () => courseWithout(place(3).itemId) };
    const answer = (position: number) =>
      answerItem(scope, 'ann', { attemptId: quiz.id, position, form: rightAt(position), formKey: world.keyShown() });
    for (const position of [0, 1, 2, 4]) expect(await answer(position)).toMatchObject({ finished: false });
    expect(await answer(3)).toEqual({ problem: expect.stringContaining('taken out of the course') });
    expect(await answer(5)).toEqual({ first: true, finished: true });
  });
});

describe('of two tabs', () => {
  test('the second gets the first one’s answer', async () => {
    await world.answer(quiz.id, 0, 'wrong');
    const before = await responses();
    const second = { attemptId: quiz.id, position: 0, form: rightAt(0), formKey: world.keyShown() };
    expect(await answerItem(world, 'ann', second)).toEqual({ first: false, finished: false });
    expect(await responses()).toEqual(before);
  });

  test('one wins when both send at once', async () => {
    const forms = [wrongAt(0), rightAt(0)].map((form) => ({ attemptId: quiz.id, position: 0, form, formKey: world.keyShown() }));
    const kept = await Promise.all(forms.map((form) => answerItem(world, 'ann', form)));
    expect(kept.map((each) => each && 'first' in each && each.first)).toEqual([true, false]);
    expect((await responses())[0]?.right).toBe(false);
    expect(await lessonProgressOf(world.db, 'ann', course.id)).toMatchObject([{ answered: 1 }]);
  });
});

test('a replayed form is told that its answer was the first', async () => {
  const form = { attemptId: quiz.id, position: 0, form: rightAt(0), formKey: world.keyShown() };
  await answerItem(world, 'ann', form);
  expect(await answerItem(world, 'ann', form)).toEqual({ first: true, finished: false });
  expect(await lessonProgressOf(world.db, 'ann', course.id)).toMatchObject([{ answered: 1 }]);
});

test('a form key used for another question answers nothing and finishes nothing', async () => {
  for (const { position } of quiz.items.slice(1)) await world.answer(quiz.id, position, 'right');
  const used = (await responses())[1]?.formKey ?? '';
  expect(await answerItem(world, 'ann', { attemptId: quiz.id, position: 0, form: rightAt(0), formKey: used })).toEqual({
    first: false,
    finished: false,
  });
  expect(await world.attempt(quiz.id)).toMatchObject({ finishedAt: null, items: [{ response: null }, {}, {}, {}, {}, {}] });
});

test('another learner, attempt or position is nobody’s question', async () => {
  const form = { attemptId: quiz.id, position: 0, form: rightAt(0), formKey: world.keyShown() };
  expect(await answerItem(world, 'ben', form)).toBeNull();
  expect(await answerItem(world, 'ann', { ...form, attemptId: 'unknown' })).toBeNull();
  expect(await answerItem(world, 'ann', { ...form, position: 6 })).toBeNull();
  expect(await answerItem(world, 'ann', { ...form, position: -1 })).toBeNull();
  expect(await responses()).toEqual(Array(6).fill(null));
});

test('after the end nothing can be answered any more', async () => {
  await world.answer(quiz.id, 0, 'right');
  await finishAttempt(world.db, 'ann', quiz.id, world.now());
  expect(await world.answer(quiz.id, 1, 'right')).toEqual({ problem: expect.stringContaining('finished') });
  expect((await responses())[1]).toBeNull();
});

test('a quiz whose course is gone takes no answer', async () => {
  const scope = { ...world, course: () => undefined };
  const form = { attemptId: quiz.id, position: 0, form: rightAt(0), formKey: world.keyShown() };
  expect(await answerItem(scope, 'ann', form)).toEqual({ problem: expect.stringContaining('taken out') });
});
