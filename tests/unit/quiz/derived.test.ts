import { describe, expect, test } from 'vitest';
import { loadCourse } from '#app/course/load.ts';
import { derivedOf, gradeAgain, keyOf } from '#app/quiz/quiz.ts';
import { courseWith, goodCourse } from '../course/course-folder.ts';

const before = loadCourse(goodCourse);
const unconnected = loadCourse(courseWith({ 'scenarios/sorting.yaml': ['to the kerb, steps', 'to the kerb, link: unconnected, steps'] }));

function itemIn(course: typeof before, id: string) {
  const item = course.item(id);
  if (!item) throw new Error(`There is no item ${id}.`);
  return item;
}

const sortingThen = itemIn(before, 'l1-sorting');
const sortingNow = itemIn(unconnected, 'l1-sorting');
const choose = (option: string) => ({ type: 'choice', option }) as const;

describe('an answer of an earlier version', () => {
  test('is graded as before where nothing changed', () => {
    expect(gradeAgain(sortingThen, derivedOf(sortingThen), choose('key'))).toMatchObject({ right: true, score: 1 });
  });

  test('is wrong when what it claimed is not the key any more, though both keys have the same id', () => {
    expect(keyOf(sortingThen)).toEqual(keyOf(sortingNow));
    expect(derivedOf(sortingThen).answer).not.toBe(derivedOf(sortingNow).answer);
    expect(gradeAgain(sortingNow, derivedOf(sortingThen), choose('key'))).toMatchObject({ right: false, score: 0 });
  });

  test('is right when it claimed then what is the key now', () => {
    const claimsNo = Object.entries(derivedOf(sortingThen).claims).find(([, claim]) => claim === derivedOf(sortingNow).answer);
    expect(claimsNo).toBeDefined();
    expect(gradeAgain(sortingNow, derivedOf(sortingThen), choose(claimsNo?.[0] ?? ''))).toMatchObject({ right: true, score: 1 });
  });

  test('follows its sentence to another place, and cannot be told when the sentence is gone', () => {
    const longer = loadCourse(courseWith({ 'scenarios/sorting.yaml': ['  In the old town', '  It is autumn. In the old town'] }));
    const then = itemIn(before, 'l1-check');
    const key = keyOf(then);
    if (key?.type !== 'sentence') throw new Error('The question asks for no sentence.');
    expect(keyOf(itemIn(longer, 'l1-check'))).toEqual({ type: 'sentence', sentence: key.sentence + 1 });
    expect(gradeAgain(itemIn(longer, 'l1-check'), derivedOf(then), key)).toMatchObject({ right: true });
    expect(gradeAgain(itemIn(longer, 'l1-check'), { ...derivedOf(then), claims: {} }, key)).toBeNull();
  });

  test('cannot be told when its option was never offered', () => {
    expect(gradeAgain(sortingNow, derivedOf(sortingThen), choose('unheard of'))).toBeNull();
  });
});
