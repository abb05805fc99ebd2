import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerCheck, checkSeed } from '#app/use-cases/answer-check.server.ts';
import { viewLesson } from '#app/use-cases/view-lesson.server.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import { checkAnswers } from '#db/attempts.ts';
import { lessonProgressOf } from '#db/progress.ts';
import { course, itemOf, lessonAt, newWorld, nine, rightForm, type TestWorld, wrongForm } from './world.ts';

const lesson = lessonAt(1);
const [first = '', second = ''] = lesson.checkIds;

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

const right = (itemId: string) => rightForm(itemOf(itemId), checkSeed(itemId));
const wrong = (itemId: string) => wrongForm(itemOf(itemId), checkSeed(itemId));
const send = (itemId: string, form: URLSearchParams, formKey = world.keyShown()) =>
  answerCheck(world, world.keep, course, lesson, { itemId, form, formKey });
const answers = async () => (await viewLesson(world, 'ann', course, lesson)).checks;

test('an answer is graded, kept and shown in the lesson again', async () => {
  expect(await send(first, right(first))).toBeNull();
  const kept = (await answers()).get(first)?.response;
  expect(kept).toMatchObject({
    itemId: first,
    score: 1,
    right: true,
    about: itemOf(first).spec.about,
    contentVersion: course.version,
    at: nine,
  });
  expect((await answers()).has(second)).toBe(false);
});

test('the first answer stands, whatever is sent later', async () => {
  await send(first, wrong(first));
  const before = (await answers()).get(first);
  expect(before?.response.right).toBe(false);
  world.pass(30);
  expect(await send(first, right(first))).toBeNull();
  expect((await answers()).get(first)).toEqual(before);
});

test('a replayed form changes nothing', async () => {
  const key = world.keyShown();
  await send(first, right(first), key);
  const before = [await answers(), await lessonProgressOf(world.db, 'ann', course.id)];
  world.pass(30);
  expect(await send(first, right(first), key)).toBeNull();
  expect([await answers(), await lessonProgressOf(world.db, 'ann', course.id)]).toEqual(before);
});

test('all checks of a lesson have their places in one attempt, in the order of the text', async () => {
  for (const id of lesson.checkIds.toReversed()) await send(id, right(id));
  const [answer] = await checkAnswers(world.db, 'ann', course.id, lesson.slug);
  const attempt = await findAttempt(world.db, 'ann', answer?.attemptId ?? '');
  expect(attempt?.items.map(({ itemId }) => itemId)).toEqual(lesson.checkIds);
  expect(attempt?.items.every(({ response }) => response?.right)).toBe(true);
});

test('checks on one page share its time: each counts from the one before', async () => {
  const shown = nine;
  world.pass(60);
  await send(first, right(first), world.keyShown(shown));
  world.pass(45);
  await send(second, right(second), world.keyShown(shown));
  expect([...(await answers()).values()].map(({ response }) => response.seconds)).toEqual([60, 45]);
  expect(await lessonProgressOf(world.db, 'ann', course.id)).toMatchObject([{ answered: 2, seconds: 105 }]);
});

describe('nobody becomes a learner', () => {
  const refuse = () => Promise.reject(new Error('Something was kept.'));

  test('by a form without an answer', async () => {
    const sent = { itemId: first, form: new URLSearchParams(), formKey: world.keyShown() };
    expect(await answerCheck(world, refuse, course, lesson, sent)).toEqual({ problem: expect.stringMatching(/first|Tick/) });
  });

  test('by an answer to a question that the lesson does not have', async () => {
    const quizItem = course.bank(lesson.slug)[0]?.spec.id ?? '';
    const elsewhere = lessonAt(2).checkIds[0] ?? '';
    for (const itemId of [quizItem, elsewhere, 'unknown', '']) {
      const sent = { itemId, form: new URLSearchParams({ option: 'a' }), formKey: world.keyShown() };
      expect(await answerCheck(world, refuse, course, lesson, sent), itemId).toEqual({
        problem: expect.stringContaining('no longer part'),
      });
    }
  });
});

test('a check keeps its order of options from the page to the answer, and seeds differ between checks', () => {
  const seeds = course.lessons.flatMap(({ checkIds }) => checkIds).map(checkSeed);
  expect(new Set(seeds).size).toBe(seeds.length);
  for (const seed of seeds) expect(Number.isSafeInteger(seed) && seed >= 0 && seed < 2 ** 31).toBe(true);
});
