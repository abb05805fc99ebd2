import { describe, expect, test } from 'vitest';
import { lessonState, shakyAbouts } from '#app/learning/lesson-state.ts';
import { lesson, marks, progress } from './path.ts';

const one = lesson('one');
const passed = progress('one', { quizzesFinished: 1, bestScore: 0.8 });

describe('a lesson is', () => {
  test('not started while nothing is known of it', () => {
    expect(lessonState(one, null, [marks('R3', 0, 3)])).toBe('not-started');
  });

  test('in progress until a quiz is finished, even when all is read and every check was right', () => {
    expect(lessonState(one, progress('one', { sectionsRead: 1 }), [])).toBe('in-progress');
    expect(lessonState(one, progress('one', { sectionsRead: 2, answered: 2, marked: 2, scoreSum: 2 }), [marks('R3', 2, 2)])).toBe(
      'in-progress',
    );
  });

  test('done at 80% with every criterion at 60%, read or not', () => {
    expect(lessonState(one, passed, [marks('R3', 3, 5), marks('R4', 4, 4)])).toBe('done');
  });

  test('shaky below 80%', () => {
    expect(lessonState(one, { ...passed, bestScore: 0.79 }, [marks('R3', 5, 5)])).toBe('shaky');
  });

  test('shaky while one of its criteria is below 60%, until practice lifts it', () => {
    expect(lessonState(one, passed, [marks('R3', 1, 2)])).toBe('shaky');
    expect(lessonState(one, passed, [marks('R3', 2, 3)])).toBe('done');
  });

  test('not made shaky by a criterion of another lesson', () => {
    expect(lessonState(one, passed, [marks('R7', 0, 4)])).toBe('done');
  });

  test('done by reading where it has no quiz', () => {
    const reading = lesson('reading', { abouts: [] });
    expect(lessonState(reading, progress('reading', { sectionsRead: 1 }), [])).toBe('in-progress');
    expect(lessonState(reading, progress('reading', { sectionsRead: 2 }), [])).toBe('done');
  });

  test('done by finishing where its quiz has nothing to mark', () => {
    expect(lessonState(one, progress('one', { quizzesFinished: 1, bestScore: null }), [])).toBe('done');
  });
});

test('shaky criteria are named in the order of the lesson', () => {
  expect(shakyAbouts(one, [marks('R4', 0, 1), marks('R3', 0.5, 1), marks('R1', 0, 1)])).toEqual(['R3', 'R4']);
  expect(shakyAbouts(one, [marks('R3', 0.6, 1)])).toEqual([]);
});

describe('a capstone', () => {
  const capstone = lesson('capstone', { edgeCases: ['edge-one', 'edge-two'] });
  const firm = progress('capstone', { quizzesFinished: 1, bestScore: 0.8 });

  test('is done with 80% and one edge case argued', () => {
    expect(lessonState(capstone, firm, [], new Set(['edge-two']))).toBe('done');
  });

  test('is not done without either', () => {
    expect(lessonState(capstone, firm, [], new Set(['another item']))).toBe('shaky');
    expect(lessonState(capstone, progress('capstone', { quizzesFinished: 1, bestScore: 0.79 }), [], new Set(['edge-one']))).toBe('shaky');
  });

  test('is judged by its own test: weak marks from the lessons do not bear on it', () => {
    expect(lessonState(capstone, firm, [marks('R3', 0, 10)], new Set(['edge-one']))).toBe('done');
  });
});
