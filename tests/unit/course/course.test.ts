import { describe, expect, it } from 'vitest';
import { loadCourse } from '#app/course/load.ts';
import { grade, keyOf } from '#app/quiz/quiz.ts';
import { courseWith, goodCourse } from './course-folder.ts';

const course = loadCourse(goodCourse);

describe('a course at run time', () => {
  it('finds lessons, scenarios, sources and items by id', () => {
    expect(course.lesson('second-steps')?.number).toBe(2);
    expect(course.scenario('watching')?.title).toBe('Watching the lights');
    expect(course.source('nabatchi-2017')?.short).toBe('Nabatchi et al. 2017');
    expect(course.item('l2-which')?.scenarios.map(({ id }) => id)).toEqual(['sorting', 'watching', 'meeting']);
    expect(course.lessonOf('l2-which')).toBe('second-steps');
  });

  it('holds the case for the home page, or null', () => {
    expect(course.showcase).toBe(course.scenario('painting'));
    expect(loadCourse(courseWith({ 'course.yaml': ['showcase: painting\n', ''] })).showcase).toBeNull();
  });

  it('has nothing under an unknown id', () => {
    expect([course.lesson('x'), course.scenario('x'), course.source('x'), course.item('x'), course.lessonOf('x')]).toEqual(
      Array(5).fill(undefined),
    );
    expect(course.bank('x')).toEqual([]);
  });

  it('leaves the checks of a lesson out of its quiz', () => {
    expect(course.bank('first-steps').map(({ spec }) => spec.id)).toEqual(['l1-sorting', 'l1-rows']);
  });

  it('has items ready to be graded', () => {
    const item = course.item('l1-sorting');
    const key = item && keyOf(item);
    expect(item && key && grade(item, key).right).toBe(true);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(course)).toBe(true);
    expect(Object.isFrozen(course.lessons[0]?.sections[0]?.blocks)).toBe(true);
    expect(Object.isFrozen(course.scenario('sorting')?.facts)).toBe(true);
  });

  it('with an error is refused with every place to mend', () => {
    expect(() => loadCourse('tests/fixtures/content/broken')).toThrow(/7 errors[\s\S]*waste\.yaml:9:38/);
    expect(() => loadCourse(courseWith({ 'course.yaml': null }))).toThrow(/course\.yaml:1:1/);
  });
});
