import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSection } from '#app/use-cases/read-section.server.ts';
import { courseStanding, outlineOf } from '#app/use-cases/standing.server.ts';
import { course, lessonAt, newWorld, type TestWorld } from './world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

const standing = (learner: string | null = 'ann') => courseStanding(world, learner, course);
const states = async () => (await standing()).lessons.map(({ state }) => state);
const rest = (count: number) => Array(course.lessons.length - count).fill('not-started');
const hrefOf = (lesson: number) => `/courses/${course.id}/lessons/${lessonAt(lesson).slug}`;

/** Reads the first `count` sections of a lesson, all of them by default. */
async function readLesson(number: number, count = 99) {
  const lesson = lessonAt(number);
  for (const { id } of lesson.sections.slice(0, count)) {
    world.pass(30);
    await readSection(world, world.keep, course, lesson, { section: id, formKey: world.keyShown(world.now() - 30_000) });
  }
}

/** Takes a quiz from its first question to its last. */
async function takeQuiz(number: number, as: 'right' | 'wrong') {
  world.pass(60);
  const quiz = await world.quiz(number);
  for (const { position } of quiz.items) await world.answer(quiz.id, position, as);
}

test('a visitor begins with the first lesson', async () => {
  const { lessons, next, done } = await standing(null);
  expect(lessons.map(({ number, slug, state }) => [number, slug, state])).toEqual(
    course.lessons.map(({ slug }, index) => [index + 1, slug, 'not-started']),
  );
  expect(done).toBe(0);
  expect(next).toMatchObject({ href: hrefOf(1), label: 'Open the lesson', lesson: lessonAt(1).slug });
});

test('a learner who has done nothing stands like a visitor', async () => {
  expect(await standing('ben')).toEqual(await standing(null));
});

describe('the next step', () => {
  test('is the first section not read yet', async () => {
    await readLesson(1, 2);
    const { lessons, next } = await standing();
    expect(lessons[0]).toMatchObject({ state: 'in-progress', sectionsRead: 2, sections: lessonAt(1).sections.length, seconds: 60 });
    expect(next).toMatchObject({ href: `${hrefOf(1)}#${lessonAt(1).sections[2]?.id}`, label: 'Go on reading' });
  });

  test('is the quiz when all is read', async () => {
    await readLesson(2);
    expect((await standing()).next).toMatchObject({ href: `${hrefOf(2)}/quiz`, label: 'Take the quiz', lesson: lessonAt(2).slug });
  });

  test('is the quiz that is open, wherever one was reading', async () => {
    const quiz = await world.quiz(1);
    await world.answer(quiz.id, 0, 'right');
    world.pass(60);
    await readLesson(2, 1);
    const { next } = await standing();
    expect(next).toMatchObject({ href: `/attempts/${quiz.id}`, label: 'Go on with your quiz', lesson: lessonAt(1).slug });
    expect(next?.reason).toContain('5 questions left');
  });

  test('is the next lesson after one that is done', async () => {
    await takeQuiz(1, 'right');
    expect(await states()).toEqual(['done', ...rest(1)]);
    expect((await standing()).next).toMatchObject({ href: hrefOf(2), label: 'Open the lesson' });
  });

  test('goes back to a shaky lesson when there is no other', async () => {
    for (const number of course.lessons.keys()) await takeQuiz(number + 1, number === 1 ? 'wrong' : 'right');
    const shaky = (await states()).indexOf('shaky') + 1;
    expect(shaky).toBeGreaterThan(0);
    expect((await standing()).next).toMatchObject({ href: `${hrefOf(shaky)}/quiz`, label: 'Take the quiz' });
    expect((await standing()).next?.reason).toContain('shaky');
  });

  test('is none when all is done', async () => {
    for (const number of course.lessons.keys()) await takeQuiz(number + 1, 'right');
    expect(await standing()).toMatchObject({ next: null, done: course.lessons.length });
  });
});

describe('a lesson', () => {
  test('is done by a good quiz, with its best score', async () => {
    await takeQuiz(1, 'right');
    expect((await standing()).lessons[0]).toMatchObject({ state: 'done', bestScore: 1, sectionsRead: 0 });
    expect((await standing()).done).toBe(1);
  });

  test('is shaky after a bad quiz, and lifted by practice', async () => {
    await takeQuiz(1, 'wrong');
    expect((await states())[0]).toBe('shaky');
    for (let quiz = 0; quiz < 6 && (await states())[0] !== 'done'; quiz++) await takeQuiz(1, 'right');
    expect((await states())[0]).toBe('done');
  });

  test('tells nothing of a mock test that still runs', async () => {
    const quiz = await world.quiz(1, 'mock');
    for (const position of [0, 1, 2]) await world.answer(quiz.id, position, 'wrong');
    expect((await standing()).lessons[0]).toMatchObject({ state: 'not-started', bestScore: null, seconds: 0 });
    expect((await standing()).next).toMatchObject({ href: `/attempts/${quiz.id}` });
  });

  test('counts no more sections as read than it has, after an edit took some away', async () => {
    await readLesson(1);
    const short = { ...course, lessons: course.lessons.map((lesson) => ({ ...lesson, sections: lesson.sections.slice(0, 2) })) };
    expect((await courseStanding(world, 'ann', short)).lessons[0]).toMatchObject({ sections: 2, sectionsRead: 2 });
  });
});

test('the outline of a course names each criterion of a quiz once, and is made once', () => {
  for (const { slug, abouts } of outlineOf(course)) {
    expect(abouts.length).toBeGreaterThan(1);
    expect(new Set(abouts)).toEqual(new Set(course.bank(slug).map(({ spec }) => spec.about)));
    expect(new Set(abouts).size).toBe(abouts.length);
  }
  expect(outlineOf(course)).toBe(outlineOf(course));
});
