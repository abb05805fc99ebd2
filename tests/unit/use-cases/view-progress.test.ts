import { afterEach, beforeEach, expect, test } from 'vitest';
import { utcCalendar } from '#app/learning/calendar.ts';
import { aboutLabel } from '#app/use-cases/about-label.ts';
import { readSection } from '#app/use-cases/read-section.server.ts';
import { viewProgress } from '#app/use-cases/view-progress.server.ts';
import { startAttempt } from '#db/attempts.ts';
import { newAttempt } from '../db/fresh.ts';
import { course, itemOf, lessonAt, newWorld, nine, type TestWorld } from './world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

test('a learner who has done nothing has an empty record', async () => {
  expect(await viewProgress(world, 'ann', course, utcCalendar)).toMatchObject({
    abouts: [],
    attempts: [],
    seconds: 0,
    standing: { done: 0 },
  });
});

test('the least firm criteria come first, each in words, with its range and its date', async () => {
  const verdicts = course.bank(lessonAt(1).slug).filter(({ spec }) => spec.kind === 'verdict');
  const missed = verdicts.filter(({ spec }) => spec.about === 'R3');
  const items = verdicts.map(({ spec }) => ({ itemId: spec.id, seed: 1 }));
  await startAttempt(world.db, newAttempt({ course: course.id, lesson: lessonAt(1).slug }), items);
  for (const [position, item] of verdicts.entries()) await world.answer('attempt', position, missed.includes(item) ? 'wrong' : 'right');
  const { abouts } = await viewProgress(world, 'ann', course, utcCalendar);
  const label = course.theory.lenses[0]?.criteria.find(({ id }) => id === 'R3')?.label;
  expect(abouts[0]).toMatchObject({ about: 'R3', label, mastery: { state: 'shaky', answers: missed.length, range: { low: 0 } } });
  // A miss may be reviewed from the next day on, half a day early.
  expect(abouts[0]?.reviewFrom).toBe(nine + 12 * 60 * 60 * 1000);
  expect(abouts.slice(1).map(({ mastery }) => mastery.state)).not.toContain('shaky');
  expect(abouts.length).toBe(new Set(verdicts.map(({ spec }) => spec.about)).size);
});

test('quizzes are listed, the latest first, and an open mock test without its score', async () => {
  const practice = await world.quiz(1);
  for (const { position } of practice.items) await world.answer(practice.id, position, 'right');
  world.pass(600);
  const mock = await world.quiz(2, 'mock');
  await world.answer(mock.id, 0, 'right');
  const { attempts } = await viewProgress(world, 'ann', course, utcCalendar);
  expect(attempts).toEqual([
    {
      id: mock.id,
      mode: 'mock',
      lesson: lessonAt(2).title,
      startedAt: nine + 600_000,
      finishedAt: null,
      items: 10,
      answered: 1,
      score: null,
    },
    {
      id: practice.id,
      mode: 'practice',
      lesson: lessonAt(1).title,
      startedAt: nine,
      finishedAt: nine,
      items: 6,
      answered: 6,
      score: 1,
    },
  ]);
});

test('a quiz of a lesson that was taken out says so', async () => {
  await world.quiz(1);
  const { attempts } = await viewProgress(world, 'ann', { ...course, lesson: () => undefined }, utcCalendar);
  expect(attempts[0]?.lesson).toBe('A lesson that is no longer in the course');
});

test('time is added up over lessons, reading and answering', async () => {
  for (const number of [1, 2]) {
    const shown = world.now();
    world.pass(50);
    const section = lessonAt(number).sections[0]?.id ?? '';
    await readSection(world, world.keep, course, lessonAt(number), { section, formKey: world.keyShown(shown) });
  }
  const quiz = await world.quiz(3);
  await world.answer(quiz.id, 0, 'right');
  expect((await viewProgress(world, 'ann', course, utcCalendar)).seconds).toBe(120);
});

test('another learner’s record is not touched', async () => {
  const quiz = await world.quiz(1);
  await world.answer(quiz.id, 0, 'right');
  expect(await viewProgress(world, 'ben', course, utcCalendar)).toMatchObject({ abouts: [], attempts: [], seconds: 0 });
});

test('what any item of the course is about has a label; what the theory no longer knows keeps its id', () => {
  const ids = course.lessons.flatMap(({ itemIds }) => itemIds).map((id) => itemOf(id).spec.about);
  for (const id of ids) expect(aboutLabel(course.theory, id)).not.toBe(id);
  expect(aboutLabel(course.theory, 'R99')).toBe('R99');
});
