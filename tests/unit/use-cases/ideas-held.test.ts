import { afterEach, beforeEach, expect, test } from 'vitest';
import { utcCalendar } from '#app/learning/calendar.ts';
import { answerUnder, toForm } from '#app/quiz/quiz.ts';
import { answerItem } from '#app/use-cases/answer-item.server.ts';
import { evidenceReader } from '#app/use-cases/evidence-reader.ts';
import { ideasHeld } from '#app/use-cases/ideas-held.server.ts';
import { viewProgress } from '#app/use-cases/view-progress.server.ts';
import { course, itemOf, lessonAt, newWorld, type TestWorld } from './world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
  world.db.readers.evidence = evidenceReader(world.course);
});
afterEach(() => world.db.close());

/** Ann takes practice quizzes of a lesson as somebody who holds a misconception; returns after how many answers she is told so. */
async function toldAfter(misconception: string, lesson: number): Promise<number> {
  let answers = 0;
  for (let quizzes = 0; quizzes < 2; quizzes++) {
    const quiz = await world.quiz(lesson);
    for (const { itemId, position, seed } of quiz.items) {
      const item = itemOf(itemId);
      const held = answerUnder(item, misconception);
      if (held) await answerItem(world, 'ann', { attemptId: quiz.id, position, form: toForm(item, seed, held), formKey: world.keyShown() });
      else await world.answer(quiz.id, position, 'right');
      answers++;
      if ((await ideasHeld(world.db, 'ann', course))[0]?.id === misconception) return answers;
    }
  }
  return Number.POSITIVE_INFINITY;
}

test.each([1, 2, 3, 4, 5, 6])('whoever thinks that it must happen side by side is told so within eight answers (seed %i)', async (seed) => {
  await world.db.close();
  world = await newWorld(seed);
  world.db.readers.evidence = evidenceReader(world.course);
  expect(await toldAfter('side-by-side', 2)).toBeLessThanOrEqual(8);
});

test('an idea is named with its chance and the lesson that answers it, and goes with right answers', async () => {
  await toldAfter('side-by-side', 2);
  const view = () => viewProgress(world, 'ann', course, utcCalendar);
  const { slug, title } = lessonAt(2);
  const idea = course.theory.misconceptions.find(({ id }) => id === 'side-by-side');
  expect((await view()).ideas).toEqual([
    {
      id: 'side-by-side',
      name: idea?.name,
      says: idea?.says,
      tempts: idea?.tempts,
      breaks: idea?.breaks,
      probability: expect.any(Number),
      answers: expect.any(Number),
      lesson: { slug, title },
    },
  ]);
  const [first] = (await view()).ideas;
  expect(first?.probability).toBeGreaterThan(0.5);
  const quiz = await world.quiz(2);
  for (const { position } of quiz.items) await world.answer(quiz.id, position, 'right');
  expect((await view()).ideas).toEqual([]);
  expect(await ideasHeld(world.db, 'ben', course)).toEqual([]);
});

test('whoever answers rightly is told of none', async () => {
  for (const lesson of [1, 2, 3]) {
    const quiz = await world.quiz(lesson);
    for (const { position } of quiz.items) {
      await world.answer(quiz.id, position, 'right');
      expect(await ideasHeld(world.db, 'ann', course)).toEqual([]);
    }
  }
});
