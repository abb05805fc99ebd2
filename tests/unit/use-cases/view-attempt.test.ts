import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedback, forLearner, describe as inWords } from '#app/quiz/quiz.ts';
import { answerCheck, checkSeed } from '#app/use-cases/answer-check.server.ts';
import { keepSelfCheck } from '#app/use-cases/keep-self-check.server.ts';
import { retryItem } from '#app/use-cases/retry-item.server.ts';
import { viewAttempt } from '#app/use-cases/view-attempt.server.ts';
import { checkAnswers, finishAttempt, startAttempt } from '#db/attempts.ts';
import { newAttempt } from '../db/fresh.ts';
import { course, courseWithout, itemOf, lessonAt, newWorld, rightForm, type TestWorld } from './world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

async function view(attemptId: string, at: number | null = null) {
  const seen = await viewAttempt(world, 'ann', attemptId, { at });
  if (!seen) throw new Error('Ann sees no such quiz.');
  return seen;
}
const statesOf = (seen: Awaited<ReturnType<typeof view>>) => seen.steps.map(({ state }) => state);

describe('an open question', () => {
  test('is shown as the learner may know it, and with nothing else', async () => {
    for (const lesson of course.lessons) {
      for (const mode of lesson.role === 'lesson' ? (['practice', 'mock'] as const) : (['mock'] as const)) {
        const quiz = await world.quiz(lesson.number, mode);
        for (const { position, itemId, seed } of quiz.items) {
          expect(await view(quiz.id, position)).toStrictEqual({
            id: quiz.id,
            mode,
            course: { id: course.id, title: course.title },
            lesson: { slug: lesson.slug, title: lesson.title, role: lesson.role },
            finished: false,
            deadline: null,
            draft: null,
            steps: quiz.items.map(() => ({ state: 'open', retry: false })),
            position,
            shown: { state: 'open', item: forLearner(itemOf(itemId), seed), formKey: expect.any(String) },
            decided: null,
            next: (position + 1) % quiz.items.length,
            open: quiz.items.length,
            finishKey: expect.any(String),
            review: null,
          });
        }
      }
    }
  });

  test('has a form key of its own each time it is shown', async () => {
    const quiz = await world.quiz(1);
    const keys = [await view(quiz.id, 0), await view(quiz.id, 0), await view(quiz.id, 1)].map(
      ({ shown }) => 'formKey' in shown && shown.formKey,
    );
    expect(new Set(keys).size).toBe(3);
  });

  test('keeps the order of its options however often it is opened', async () => {
    const quiz = await world.quiz(1);
    const [first, second] = [await view(quiz.id, 0), await view(quiz.id, 0)].map(({ shown }) => 'item' in shown && shown.item);
    expect(second).toEqual(first);
  });
});

describe('an answered question in practice', () => {
  test('shows what was answered, with its feedback', async () => {
    const quiz = await world.quiz(1);
    await world.answer(quiz.id, 0, 'wrong');
    const place = (await world.attempt(quiz.id)).items[0];
    const item = itemOf(place?.itemId);
    const response = place?.response;
    if (!place || !response) throw new Error('The answer was not kept.');
    expect((await view(quiz.id, 0)).shown).toMatchObject({
      state: 'answered',
      item: forLearner(item, place.seed),
      responseId: response.id,
      yours: inWords(item, response.answer),
      feedback: feedback(item, response.answer),
      mayRetry: true,
    });
  });

  test('says in words what it was about', async () => {
    const lens = course.theory.lenses[0]?.criteria.find(({ id }) => id === 'R3');
    const question = course.theory.questions.find(({ id }) => id === 'M1');
    for (const { spec } of course.bank(lessonAt(1).slug).filter((item) => ['R3', 'M1'].includes(item.spec.about))) {
      await startAttempt(world.db, newAttempt({ id: spec.id, course: course.id, lesson: lessonAt(1).slug }), [
        { itemId: spec.id, seed: 1 },
      ]);
      await world.answer(spec.id, 0, 'right');
      expect((await view(spec.id, 0)).shown).toMatchObject({ about: spec.about === 'R3' ? lens?.label : question?.label });
    }
  });

  test('offers another story after a miss, and none after a right answer', async () => {
    const quiz = await world.quiz(1);
    for (const [position, as] of (['wrong', 'right'] as const).entries()) {
      await world.answer(quiz.id, position, as);
      expect((await view(quiz.id, position)).shown).toMatchObject({ state: 'answered', mayRetry: as === 'wrong' });
    }
  });

  test('is told by the steps, and a retry stands out among them', async () => {
    const quiz = await world.quiz(1);
    const [missed, right] = quiz.items.filter(({ itemId }) => itemOf(itemId).spec.kind !== 'explain').map(({ position }) => position);
    await world.answer(quiz.id, missed ?? -1, 'wrong');
    await world.answer(quiz.id, right ?? -1, 'right');
    await retryItem(world, 'ann', quiz.id, missed ?? -1);
    const { steps } = await view(quiz.id);
    expect(steps[missed ?? -1]?.state).toMatch(/^(wrong|partly)$/);
    expect(steps[right ?? -1]?.state).toBe('right');
    expect(steps.map(({ retry }) => retry)).toEqual([...Array(6).fill(false), true]);
  });

  test('that nobody marks is told as unmarked, with the points that were ticked', async () => {
    const explanation = course.bank(lessonAt(1).slug).find(({ spec }) => spec.kind === 'explain')?.spec.id ?? '';
    await startAttempt(world.db, newAttempt({ course: course.id, lesson: lessonAt(1).slug }), [{ itemId: explanation, seed: 3 }]);
    await world.answer('attempt', 0, 'right');
    const responseId = (await world.attempt('attempt')).items[0]?.response?.id ?? '';
    await keepSelfCheck(world, 'ann', { responseId, ticks: ['verdict'], formKey: world.keyShown() });
    const seen = await view('attempt', 0);
    expect(statesOf(seen)).toEqual(['unmarked']);
    expect(seen.shown).toMatchObject({ ticked: ['verdict'], mayRetry: false });
  });
});

describe('a mock test', () => {
  test('tells nothing of its answers until it is finished', async () => {
    const quiz = await world.quiz(1, 'mock');
    await world.answer(quiz.id, 0, 'wrong');
    await world.answer(quiz.id, 1, 'right');
    for (const position of [0, 1]) {
      const seen = await view(quiz.id, position);
      expect(seen.shown).toStrictEqual({ state: 'kept' });
      expect(statesOf(seen)).toEqual(['answered', 'answered', ...Array(8).fill('open')]);
      expect(seen.open).toBe(8);
    }
  });

  test('tells all of them once it is finished, and takes no retry', async () => {
    const quiz = await world.quiz(1, 'mock');
    await world.answer(quiz.id, 0, 'wrong');
    await finishAttempt(world.db, 'ann', quiz.id, world.now());
    const seen = await view(quiz.id, 0);
    expect(seen).toMatchObject({ finished: true, next: null, shown: { state: 'answered', mayRetry: false } });
    expect(statesOf(seen)[0]).toMatch(/^(wrong|partly|unmarked)$/);
  });

  test('never tells about a question left open, not even when finished', async () => {
    const quiz = await world.quiz(1, 'mock');
    await finishAttempt(world.db, 'ann', quiz.id, world.now());
    expect((await view(quiz.id, 4)).shown).toStrictEqual({ state: 'gone' });
  });
});

describe('the place', () => {
  test('is the first question that waits, and the next one goes round', async () => {
    const quiz = await world.quiz(1);
    expect(await view(quiz.id)).toMatchObject({ position: 0, next: 1 });
    await world.answer(quiz.id, 0, 'right');
    await world.answer(quiz.id, 2, 'right');
    expect(await view(quiz.id)).toMatchObject({ position: 1, next: 3, open: 4 });
    expect(await view(quiz.id, 5)).toMatchObject({ position: 5, next: 1 });
    expect(await view(quiz.id, 2)).toMatchObject({ position: 2, next: 3, shown: { state: 'answered' } });
  });

  test('is the last question where none waits', async () => {
    const quiz = await world.quiz(1);
    for (const { position } of quiz.items) await world.answer(quiz.id, position, 'right');
    expect(await view(quiz.id)).toMatchObject({ position: 5, next: null, open: 0, finished: true });
  });

  test.each([6, 99, -1])('asked for at %i, where there is no question, falls back to the one that waits', async (at) => {
    const quiz = await world.quiz(1);
    await world.answer(quiz.id, 0, 'right');
    expect(await view(quiz.id, at)).toMatchObject({ position: 1 });
  });

  test('is the only open question, which leads nowhere but to itself', async () => {
    const quiz = await world.quiz(1);
    for (const { position } of quiz.items.slice(1)) await world.answer(quiz.id, position, 'right');
    expect(await view(quiz.id, 0)).toMatchObject({ position: 0, next: 0, open: 1 });
  });

  test('skips a question that was taken out of the course, which says so', async () => {
    const quiz = await world.quiz(1);
    const scope = { ...world, course: () => courseWithout(quiz.items[0]?.itemId) };
    expect(await viewAttempt(scope, 'ann', quiz.id)).toMatchObject({ position: 1 });
    expect(await viewAttempt(scope, 'ann', quiz.id, { at: 0 })).toMatchObject({ shown: { state: 'gone' }, next: 1 });
  });
});

describe('there is nothing to see', () => {
  test('for another learner, under an unknown id, or where the course is gone', async () => {
    const quiz = await world.quiz(1);
    expect(await viewAttempt(world, 'ben', quiz.id, { at: 0 })).toBeNull();
    expect(await viewAttempt(world, 'ann', 'unknown', { at: 0 })).toBeNull();
    expect(await viewAttempt({ ...world, course: () => undefined }, 'ann', quiz.id, { at: 0 })).toBeNull();
    expect(await viewAttempt({ ...world, course: () => ({ ...course, lesson: () => undefined }) }, 'ann', quiz.id, { at: 0 })).toBeNull();
  });

  test('of the checks of a lesson, which have their place in its text', async () => {
    const lesson = lessonAt(1);
    const itemId = lesson.checkIds[0] ?? '';
    const form = rightForm(itemOf(itemId), checkSeed(itemId));
    await answerCheck(world, world.keep, course, lesson, { itemId, form, formKey: world.keyShown() });
    const [answer] = await checkAnswers(world.db, 'ann', course.id, lesson.slug);
    expect(answer).toBeDefined();
    expect(await viewAttempt(world, 'ann', answer?.attemptId ?? '', { at: 0 })).toBeNull();
  });
});
