import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { utcCalendar } from '#app/learning/calendar.ts';
import { cardFor } from '#app/learning/review/card.ts';
import { answerUnder, grade, toForm } from '#app/quiz/quiz.ts';
import { answerItem } from '#app/use-cases/answer-item.server.ts';
import { setReviewLimits } from '#app/use-cases/review/set-limits.server.ts';
import { startReview } from '#app/use-cases/review/start-review.server.ts';
import { bears, stockFor } from '#app/use-cases/review/stock.ts';
import { undoReview } from '#app/use-cases/review/undo-review.server.ts';
import { viewReview } from '#app/use-cases/review/view-review.server.ts';
import { courseStanding } from '#app/use-cases/standing.server.ts';
import { viewAttempt } from '#app/use-cases/view-attempt.server.ts';
import { viewResult } from '#app/use-cases/view-result.server.ts';
import { startAttempt } from '#db/attempts.ts';
import { rebuild } from '#db/rebuild.ts';
import { reviewCardOf } from '#db/review-cards.ts';
import { rowsOf } from '#db/rows-of.ts';
import { newAttempt } from '../../db/fresh.ts';
import { course, courseWithout, itemOf, lessonAt, newWorld, type TestWorld } from '../world.ts';

const day = 24 * 60 * 60;

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

const start = (over: Partial<TestWorld> = {}, from = course) =>
  startReview({ ...world, ...over }, 'ann', from, { formKey: world.keyShown(), calendar: utcCalendar });
const view = () => viewReview(world, 'ann', course, utcCalendar);

/** A whole quiz of the first lesson, all right or all wrong. */
async function quizzed(as: 'right' | 'wrong') {
  const quiz = await world.quiz(1);
  for (const { position } of quiz.items) await world.answer(quiz.id, position, as);
  return quiz;
}

/** Ann answers one item as somebody who holds a misconception. */
async function shows(misconception: string) {
  const stocked = stockFor(course, `misconception:${misconception}`)[0];
  const item = itemOf(stocked?.id);
  const held = answerUnder(item, misconception);
  if (!held) throw new Error(`${item.spec.id} does not tell ${misconception}.`);
  const lesson = course.lessonOf(item.spec.id) ?? '';
  await startAttempt(world.db, newAttempt({ course: course.id, lesson }), [{ itemId: item.spec.id, seed: 1 }]);
  const form = toForm(item, 1, held);
  await answerItem(world, 'ann', { attemptId: 'attempt', position: 0, form, formKey: world.keyShown() });
  return item;
}

describe('a review', () => {
  test('asks nothing before a quiz, nothing on the same day, and what was missed a day later', async () => {
    expect(await start()).toBeNull();
    expect(await view()).toMatchObject({ begun: false, due: [], today: 0, doneToday: 0, undo: null });
    await quizzed('wrong');
    expect(await start()).toBeNull();
    expect(await view()).toMatchObject({ begun: true, due: [], today: 0 });
    world.pass(day);
    const { due, today } = await view();
    expect(due.length).toBeGreaterThan(0);
    expect(today).toBe(Math.min(due.length, 4));
    expect(due.every(({ lastRating, daysAgo }) => lastRating === 'again' && daysAgo === 1)).toBe(true);
    const id = await start();
    expect(await world.attempt(id ?? '')).toMatchObject({ mode: 'review', items: [{ response: null }] });
  });

  test('shows a story that the learner has not met, while there is one', async () => {
    const quiz = await quizzed('wrong');
    const met = new Set(quiz.items.flatMap(({ itemId }) => itemOf(itemId).scenarios.map(({ id }) => id)));
    await setReviewLimits(world, 'ann', course, new URLSearchParams({ newPerDay: '20', perDay: '50' }));
    for (let n = 0; n < 12; n++) {
      world.pass(day);
      for (;;) {
        const id = await start();
        if (id === null) break;
        const { items, card } = await world.attempt(id);
        const item = itemOf(items[0]?.itemId);
        const asked = card ?? 'criterion:';
        const fresh = stockFor(course, asked).filter(
          ({ id: stocked, scenarios }) => !scenarios.some((scenario) => met.has(scenario)) && bears(asked, itemOf(stocked)),
        );
        if (fresh.length > 0) expect(fresh.map((stocked) => stocked.id)).toContain(item.spec.id);
        for (const scenario of item.scenarios) met.add(scenario.id);
        await world.answer(id, 0, 'wrong');
      }
    }
    expect(await rebuild(world.db, { check: true })).toMatchObject({ wrong: 0 });
  });

  test('of a misconception is a question that its holder gets wrong, and stops when it was seen through', async () => {
    await shows('side-by-side');
    world.pass(day);
    expect((await view()).due).toContainEqual(expect.objectContaining({ kind: 'misconception', entry: 'side-by-side' }));
    let id = await start();
    while (id !== null && (await world.attempt(id)).card !== 'misconception:side-by-side') {
      await world.answer(id, 0, 'right');
      id = await start();
    }
    const item = itemOf((await world.attempt(id ?? '')).items[0]?.itemId);
    const held = answerUnder(item, 'side-by-side');
    expect(held && grade(item, held).misconceptions).toContain('side-by-side');
    await world.answer(id ?? '', 0, 'right');
    expect(await reviewCardOf(world.db, 'ann', course.id, 'misconception:side-by-side')).toMatchObject({ lastRating: 'good', days: 3 });
  });

  test.each([
    ['criterion', 'side-by-side'],
    ['misconception', 'side-by-side'],
    ['misconception', 'nice-extra'],
  ] as const)('of a %s, where the lessons have no case left, takes one of a template (%s)', async (kind, misconception) => {
    const { spec } = await shows(misconception);
    const card = cardFor({ kind, id: kind === 'criterion' ? spec.about : misconception });
    const lessons = stockFor(course, card).filter(({ template }) => template === null);
    const under = lessons.map(({ id }) => ({ itemId: id, seed: 1 }));
    await startAttempt(world.db, newAttempt({ id: 'mock', mode: 'mock', course: course.id, lesson: lessonAt(1).slug }), under);
    await setReviewLimits(world, 'ann', course, new URLSearchParams({ newPerDay: '20', perDay: '50' }));
    world.pass(day);
    let review = await world.attempt((await start()) ?? '');
    while (review.card !== card) {
      await world.answer(review.id, 0, 'right');
      review = await world.attempt((await start()) ?? '');
    }
    const item = itemOf(review.items[0]?.itemId);
    expect(stockFor(course, card).find(({ id }) => id === item.spec.id)?.template).toEqual(expect.any(String));
    expect(bears(card, item)).toBe(true);
    expect(course.bank(review.lesson).map(({ spec }) => spec.about)).toContain(item.spec.about);
    await world.answer(review.id, 0, 'right');
    expect(await reviewCardOf(world.db, 'ann', course.id, card)).toMatchObject({ lastRating: 'good' });
    expect(await viewAttempt(world, 'ann', review.id)).toMatchObject({ mode: 'review', finished: true });
    expect(await rebuild(world.db, { check: true })).toMatchObject({ wrong: 0 });
  });

  test('that was begun is gone on with, and the same form gives the same one', async () => {
    await quizzed('wrong');
    world.pass(day);
    const formKey = world.keyShown();
    const twice = await Promise.all([1, 2].map(() => startReview(world, 'ann', course, { formKey, calendar: utcCalendar })));
    expect(twice[0]).not.toBeNull();
    expect(twice[0]).toBe(twice[1]);
    expect(await start()).toBe(twice[0]);
    const gone = (await world.attempt(twice[0] ?? '')).items[0]?.itemId;
    expect(await start({}, courseWithout(gone))).not.toBe(twice[0]);
  });

  test('never asks a case of the capstone, nor what stands in a test whose marks are not out', async () => {
    const capstone = new Set(course.lessons.filter(({ role }) => role === 'capstone').flatMap(({ itemIds }) => itemIds));
    const cards = [...new Set(course.lessons.flatMap(({ slug }) => course.bank(slug)).map(({ spec }) => spec.about))];
    const stocked = cards.flatMap((about) => stockFor(course, `criterion:${about}`));
    expect(stocked.filter(({ id }) => capstone.has(id) || itemOf(id).spec.kind === 'explain')).toEqual([]);
    const { items } = await quizzed('wrong');
    world.pass(day);
    const abouts = new Set(items.map(({ itemId }) => itemOf(itemId).spec.about));
    const [kept, ...under] = [...abouts]
      .flatMap((about) => stockFor(course, `criterion:${about}`))
      .map(({ id }) => ({ itemId: id, seed: 1 }));
    await startAttempt(world.db, newAttempt({ id: 'mock', mode: 'mock', course: course.id, lesson: lessonAt(1).slug }), under);
    const id = await start();
    const asked = (await world.attempt(id ?? '')).items[0]?.itemId;
    expect(under.map(({ itemId }) => itemId)).not.toContain(asked);
    expect(kept).toBeDefined();
  });

  test('ends for today at the limits, which the learner can change', async () => {
    await quizzed('wrong');
    world.pass(day);
    const form = (newPerDay: string, perDay: string) => new URLSearchParams({ newPerDay, perDay });
    expect(await setReviewLimits(world, 'ann', course, form('1', '5'))).toBeNull();
    await world.answer((await start()) ?? '', 0, 'right');
    expect(await start()).toBeNull();
    expect(await view()).toMatchObject({ today: 0, doneToday: 1, limits: { newPerDay: 1, perDay: 5 } });
    expect((await view()).due.length).toBeGreaterThan(0);
    await setReviewLimits(world, 'ann', course, form('2', '5'));
    expect(await start()).not.toBeNull();
    expect(await setReviewLimits(world, 'ann', course, form('many', '51'))).toEqual({
      problems: { newPerDay: 'Write a whole number from 0 to 20.', perDay: 'Write a whole number from 0 to 50.' },
    });
    expect((await view()).limits).toEqual({ newPerDay: 2, perDay: 5 });
  });
});

describe('the answer of a review', () => {
  test('shows when its idea comes back, has no result page, and can be taken back', async () => {
    await quizzed('wrong');
    world.pass(day);
    const id = (await start()) ?? '';
    expect((await viewAttempt(world, 'ann', id))?.review).toBeNull();
    const before = await rowsOf(world.db, 'ann');
    await world.answer(id, 0, 'right');
    const shown = await viewAttempt(world, 'ann', id);
    expect(shown).toMatchObject({ mode: 'review', finished: true, next: null, review: { takenBack: false } });
    expect(shown?.review?.opensAt).toBeGreaterThan(world.now() + day * 1000);
    expect(await viewResult(world, 'ann', id)).toBeNull();
    const responseId = shown?.review?.undo ?? '';
    expect((await view()).undo?.responseId).toBe(responseId);
    expect(await undoReview(world, 'ann', course, { responseId, formKey: world.keyShown() })).toBe(true);
    const after = await rowsOf(world.db, 'ann');
    for (const table of ['lessonProgress', 'itemProgress', 'aboutProgress', 'reviewCards'] as const)
      expect(after[table], table).toEqual(before[table]);
    expect((await viewAttempt(world, 'ann', id))?.review).toMatchObject({ takenBack: true, undo: null });
    expect((await view()).undo).toBeNull();
    expect((await start()) ?? id).not.toBe(id);
  });

  test('stays when a day has passed, and when it is another learner’s', async () => {
    await quizzed('wrong');
    world.pass(day);
    const id = (await start()) ?? '';
    await world.answer(id, 0, 'right');
    const responseId = (await world.attempt(id)).items[0]?.response?.id ?? '';
    expect(await undoReview(world, 'ben', course, { responseId, formKey: world.keyShown() })).toBe(false);
    world.pass(day + 1);
    expect((await viewAttempt(world, 'ann', id))?.review).toMatchObject({ undo: null });
    expect(await undoReview(world, 'ann', course, { responseId, formKey: world.keyShown() })).toBe(false);
  });
});

test('what is most worth doing says reviews first when they are due, and the next lesson beside them', async () => {
  await quizzed('right');
  world.pass(2 * day);
  expect((await courseStanding(world, 'ann', course)).next?.lesson).not.toBeNull();
  world.pass(day);
  const { next, others } = await courseStanding(world, 'ann', course);
  expect(next).toMatchObject({ href: `/courses/${course.id}/review`, label: 'Review what is due', lesson: null });
  expect(next?.reason).toMatch(/due: what you learned is about to fade/);
  expect(others.length).toBeGreaterThan(0);
  expect(others.length).toBeLessThan(3);
});

test('the forecast begins with today and agrees with it', async () => {
  await quizzed('wrong');
  world.pass(day);
  const { forecast, today } = await view();
  expect(forecast).toHaveLength(14);
  expect(forecast[0]).toEqual({ day: '2026-01-06', count: today });
});
