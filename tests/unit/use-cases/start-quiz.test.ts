import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Keep } from '#app/use-cases/scope.ts';
import { startQuiz } from '#app/use-cases/start-quiz.server.ts';
import { listAttempts } from '#db/attempts.ts';
import { course, itemOf, lessonAt, newWorld, nine, type TestWorld } from './world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

const idsOf = (attempt: { items: readonly { itemId: string }[] }) => attempt.items.map(({ itemId }) => itemId);

test.each([
  ['practice', 6],
  ['mock', 10],
] as const)('a quiz in mode %s has %i different questions of its lesson, none of them a check', async (mode, count) => {
  for (const lesson of course.lessons.filter(({ role }) => role === 'lesson')) {
    const attempt = await world.quiz(lesson.number, mode);
    const ids = idsOf(attempt);
    expect([attempt.mode, ids.length, new Set(ids).size]).toEqual([mode, count, count]);
    for (const id of ids) expect([course.lessonOf(id), lesson.checkIds.includes(id)]).toEqual([lesson.slug, false]);
  }
});

test('the capstone is a test, whatever the form says: eleven marked questions and an edge case, no story twice', async () => {
  const { number } = course.lessons.find(({ role }) => role === 'capstone') ?? lessonAt(1);
  const first = await world.quiz(number, 'practice');
  expect(first.mode).toBe('mock');
  const kinds = idsOf(first).map((id) => itemOf(id).spec.kind);
  expect(kinds).toHaveLength(12);
  expect(kinds.indexOf('explain')).toBe(11);
  const stories = idsOf(first).flatMap((id) => itemOf(id).scenarios.map((scenario) => scenario.id));
  expect(new Set(stories).size).toBe(stories.length);
  for (const { position } of first.items) await world.answer(first.id, position, 'right');
  const second = idsOf(await world.quiz(number, 'mock'));
  expect(second.at(-1)).not.toBe(idsOf(first).at(-1));
});

test('a quiz remembers when it began and by which content', async () => {
  expect(await world.quiz(1)).toMatchObject({ learnerId: 'ann', startedAt: nine, finishedAt: null, contentVersion: course.version });
});

test('neighbouring questions differ in their seed, so that options are shuffled each for itself', async () => {
  const seeds = (await world.quiz(1)).items.map(({ seed }) => seed);
  expect(new Set(seeds).size).toBe(seeds.length);
});

test('the same form again gives the same quiz', async () => {
  const sent = { mode: 'practice', formKey: world.keyShown() } as const;
  const first = await startQuiz(world, world.keep, course, lessonAt(1), sent);
  const attemptId = first && 'attemptId' in first ? first.attemptId : '';
  const items = idsOf(await world.attempt(attemptId));
  expect(await startQuiz(world, world.keep, course, lessonAt(1), sent)).toEqual(first);
  expect(idsOf(await world.attempt(attemptId))).toEqual(items);
  expect(await listAttempts(world.db, 'ann')).toHaveLength(1);
});

test('another learner gets nothing by a form key that was used', async () => {
  const sent = { mode: 'practice', formKey: world.keyShown() } as const;
  await startQuiz(world, world.keep, course, lessonAt(1), sent);
  const keepForBen: Keep = (_formKey, act) => act(world.db, 'ben');
  expect(await startQuiz(world, keepForBen, course, lessonAt(1), sent)).toBeNull();
});

/** Questions of lesson 1 that were neither asked before nor now, though none of the quiz's stories stood in their way. */
function leftOut(quiz: readonly string[], seen: readonly string[]): string[] {
  const storiesOf = (id: string) => itemOf(id).scenarios.map((scenario) => scenario.id);
  const told = new Set(quiz.flatMap(storiesOf));
  const others = course
    .bank(lessonAt(1).slug)
    .map(({ spec }) => spec.id)
    .filter((id) => ![...quiz, ...seen].includes(id));
  return others.filter((id) => !storiesOf(id).some((story) => told.has(story)));
}

test.each(['practice', 'mock'] as const)('after a quiz in mode %s, no question comes again while a new one would do', async (mode) => {
  const first = await world.quiz(1, mode);
  for (const { position } of first.items) await world.answer(first.id, position, 'right');
  const seen = idsOf(first);
  const second = idsOf(await world.quiz(1));
  const repeated = second.filter((id) => seen.includes(id));
  expect(repeated.length).toBeLessThan(6);
  expect(repeated.length > 0 ? leftOut(second, seen) : []).toEqual([]);
});

test('a learner who answered is asked other questions than one who did not, with the same seed', async () => {
  const fresh = await newWorld(2);
  const first = await world.quiz(1);
  for (const { position } of first.items) await world.answer(first.id, position, 'right');
  const seen = new Set(idsOf(first));
  const repeats = (ids: readonly string[]) => ids.filter((id) => seen.has(id)).length;
  const experienced = idsOf(await world.quiz(1));
  const newcomer = idsOf(await fresh.quiz(1));
  expect(repeats(experienced)).toBeLessThan(repeats(newcomer));
  await fresh.db.close();
});

test('what an open mock test has asked is not yet seen: the choice must not betray it', async () => {
  const control = await newWorld();
  for (const each of [world, control]) {
    const mock = await each.quiz(1, 'mock');
    if (each === world) for (const position of [0, 1, 2]) await each.answer(mock.id, position, 'wrong');
  }
  expect(idsOf(await world.quiz(1))).toEqual(idsOf(await control.quiz(1)));
  await control.db.close();
});
