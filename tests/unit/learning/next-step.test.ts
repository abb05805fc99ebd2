import { expect, test } from 'vitest';
import { type Standing, worthDoing } from '#app/learning/next-step.ts';
import { lesson, progress } from './path.ts';

const path = [lesson('one'), lesson('two'), lesson('three')];
const standing = (over: Partial<Standing> = {}): Standing => ({
  lessons: [],
  abouts: [],
  openAttempts: [],
  reads: new Map(),
  argued: new Set(),
  reviews: 0,
  shaky: [],
  ...over,
});
const done = (slug: string, lastAt = 1000) => progress(slug, { quizzesFinished: 1, bestScore: 1, lastAt });
const shaky = (slug: string, lastAt = 1000) => progress(slug, { quizzesFinished: 1, bestScore: 0.5, lastAt });
const read = (slug: string, ...sections: string[]) => new Map([[slug, new Set(sections)]]);

const nextStep = (of: typeof path, standing: Standing) => {
  const [first] = worthDoing(of, standing);
  if (!first) throw new Error('There is always something, if only the end.');
  return first;
};

/** The step without the lesson's whole outline. */
function step(over: Partial<Standing>) {
  const next = nextStep(path, standing(over));
  return 'lesson' in next ? { ...next, lesson: next.lesson.slug } : next;
}

test('a newcomer begins at the first section', () => {
  expect(step({})).toEqual({ to: 'section', lesson: 'one', section: 'hook', reason: '“Lesson one” is where the course begins.' });
});

test('an open quiz comes first, the one begun last', () => {
  const open = (id: string, slug: string, startedAt: number) => ({ id, lesson: slug, items: 6, answered: 5, startedAt });
  expect(step({ openAttempts: [open('old', 'one', 1), open('new', 'two', 2)], lessons: [progress('three')] })).toEqual({
    to: 'attempt',
    lesson: 'two',
    attemptId: 'new',
    reason: 'You have a quiz open on “Lesson two” with 1 question left.',
  });
});

test('an open quiz with nothing left waits to be finished', () => {
  const next = step({ openAttempts: [{ id: 'a', lesson: 'one', items: 6, answered: 6, startedAt: 1 }] });
  expect(next).toMatchObject({ to: 'attempt', reason: 'Your quiz on “Lesson one” is answered and waits to be finished.' });
});

test('an open quiz on a lesson that the course no longer has is passed over', () => {
  expect(step({ openAttempts: [{ id: 'a', lesson: 'gone', items: 6, answered: 0, startedAt: 1 }] })).toMatchObject({
    to: 'section',
    lesson: 'one',
  });
});

test('the lesson touched last goes on at its first unread section', () => {
  const lessons = [progress('two', { sectionsRead: 1, lastAt: 2000 }), progress('one', { sectionsRead: 1, lastAt: 1000 })];
  expect(step({ lessons, reads: read('two', 'hook') })).toEqual({
    to: 'section',
    lesson: 'two',
    section: 'rule',
    reason: 'You were reading “Lesson two”; 1 section to go, from “The rule”.',
  });
});

test('a lesson that was read goes on with its quiz', () => {
  expect(step({ lessons: [progress('one', { sectionsRead: 2 })], reads: read('one', 'hook', 'rule') })).toMatchObject({
    to: 'quiz',
    lesson: 'one',
  });
});

test('a finished lesson, shaky or not, leads to the next one', () => {
  expect(step({ lessons: [done('one')] })).toMatchObject({ to: 'section', lesson: 'two', reason: '“Lesson two” is the next lesson.' });
  expect(step({ lessons: [shaky('one')] })).toMatchObject({ to: 'section', lesson: 'two' });
});

test('lessons skipped before come after the end of the path', () => {
  expect(step({ lessons: [done('three')] })).toMatchObject({ to: 'section', lesson: 'one' });
  const lessons = [done('three', 3000), done('one', 2000), progress('two', { sectionsRead: 1, lastAt: 1000 })];
  expect(step({ lessons, reads: read('two', 'hook') })).toMatchObject({ to: 'section', lesson: 'two', section: 'rule' });
});

test('a shaky lesson is offered again once the others are done', () => {
  expect(step({ lessons: [done('one'), shaky('two'), done('three', 3000)] })).toMatchObject({ to: 'quiz', lesson: 'two' });
});

test('when all is done, it says so', () => {
  expect(step({ lessons: path.map((entry) => done(entry.slug)) })).toEqual({ to: 'done', reason: 'All 3 lessons are done.' });
});

test('the capstone waits until every lesson is done, and is offered again until it is passed', () => {
  const whole = [...path, lesson('capstone', { title: 'Capstone', edgeCases: ['edge'] })];
  const next = (over: Partial<Standing>) => {
    const found = nextStep(whole, standing(over));
    return 'lesson' in found ? { to: found.to, lesson: found.lesson.slug } : { to: found.to };
  };
  const lessons = ['one', 'two', 'three'].map((slug) => done(slug));
  expect(next({ lessons: lessons.slice(0, 2) })).toEqual({ to: 'section', lesson: 'three' });
  expect(next({ lessons: [...lessons.slice(0, 2), shaky('three')] })).toEqual({ to: 'quiz', lesson: 'three' });
  expect(next({ lessons })).toEqual({ to: 'section', lesson: 'capstone' });
  expect(next({ lessons: [...lessons, shaky('capstone')] })).toEqual({ to: 'quiz', lesson: 'capstone' });
  expect(next({ lessons: [...lessons, done('capstone')] })).toEqual({ to: 'quiz', lesson: 'capstone' });
  expect(next({ lessons: [...lessons, done('capstone')], argued: new Set(['edge']) })).toEqual({ to: 'done' });
});
