import { describe, expect, test } from 'vitest';
import { loadCourse } from '#app/course/load.ts';
import { forLearner, grade, keyOf } from '#app/quiz/quiz.ts';
import { courseWith } from '../course-folder.ts';
import { file, template } from './template.ts';

// The tiny course asks about R3, R4 and R6; with this it asks about R5 too.
const items = { 'items/02-second-steps.yaml': ['about: R4', 'about: R5'] as const };
const course = loadCourse(courseWith({ [file]: template, ...items }));

describe('the stock of a course', () => {
  test('has items on what its variants turn on, both met and not, in the shape that the choice of items takes', () => {
    const stock = course.stock('R5');
    expect(stock).toContainEqual({
      id: 'lent-spades-weir-lost-verdict-r5',
      kind: 'verdict',
      about: 'R5',
      scenarios: ['lent-spades-weir-lost'],
      template: 'lent-spades',
    });
    expect(new Set(stock.map(({ kind }) => kind))).toEqual(new Set(['verdict', 'what-if', 'criteria', 'evidence']));
    expect(new Set(stock.map(({ scenarios }) => scenarios[0])).size).toBe(4);
  });

  test('has nothing on what no variant turns on, nor on what no lesson asks about', () => {
    expect(course.stock('R6')).toEqual([]);
    expect(course.stock('x')).toEqual([]);
    expect(loadCourse(courseWith({ [file]: template })).stock('R5')).toEqual([]);
  });

  test('is found by id, the same item each time, and its key follows from its facts', () => {
    for (const { id } of course.stock('R5')) {
      const item = course.item(id);
      if (!item) throw new Error(`no item ${id}`);
      expect(course.item(id)).toBe(item);
      const key = keyOf(item);
      expect(key && grade(item, key).right).toBe(true);
      expect(forLearner(item, 1).stem).not.toBe('');
    }
    expect(course.item('lent-spades-weir-lost-verdict-r6')).toBeUndefined();
  });

  test('belongs to no lesson, no bank and no snapshot, yet the version changes with what follows in it', () => {
    const [entry] = course.stock('R5');
    expect(course.lessonOf(entry?.id ?? '')).toBeUndefined();
    expect(course.lessons.flatMap(({ slug }) => course.bank(slug).map(({ spec }) => spec.id))).not.toContain(entry?.id);
    expect(Object.keys(course.snapshot)).not.toContain(entry?.id);
  });
});
