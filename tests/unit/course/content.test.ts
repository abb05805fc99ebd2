/** The content that ships: nothing in it is broken, all of it is there, and none of its secrets reach a learner. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileCourse } from '#app/course/compile.ts';
import type { CourseItem } from '#app/course/course.ts';
import { factRefs } from '#app/course/fact-refs.ts';
import { courseFolders } from '#app/course/files.ts';
import { loadCourse } from '#app/course/load.ts';
import { problemLine } from '#app/course/problem.ts';
import { judge } from '#app/definitions/judge.ts';
import { type Answer, type ItemForLearner, itemKinds } from '#app/quiz/item.ts';
import { forLearner, grade, keyOf } from '#app/quiz/quiz.ts';

const folders = courseFolders('content');
const courses = folders.map(loadCourse);
const course = loadCourse(path.join('content', 'co-production'));
const items = course.lessons.flatMap(({ itemIds }) => itemIds.flatMap((id) => course.item(id) ?? []));

describe('every course', () => {
  it.each(folders)('%s has no error', (folder) => {
    const errors = compileCourse(folder).problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(problemLine)).toEqual([]);
  });
});

describe('the co-production course', () => {
  interface Case {
    readonly id: string;
    readonly facts: unknown;
  }
  const { cases } = JSON.parse(readFileSync('tests/fixtures/cases.json', 'utf8')) as { cases: readonly Case[] };

  it('has all 36 cases of the fixtures', () => {
    expect(cases).toHaveLength(36);
  });

  it.each(cases.map(({ id, facts }) => [id, facts] as const))('has the case %s with exactly its facts', (id, facts) => {
    expect(course.scenario(id)?.facts).toEqual(facts);
  });

  it('has nine lessons and a capstone, at least 80 scenarios and 150 items, and ten items in each quiz', () => {
    expect(course.lessons.map(({ role }) => role)).toEqual([...Array(9).fill('lesson'), 'capstone']);
    expect(course.scenarios.length).toBeGreaterThanOrEqual(80);
    expect(items.length).toBeGreaterThanOrEqual(150);
    expect(Math.min(...course.lessons.map(({ slug }) => course.bank(slug).length))).toBeGreaterThanOrEqual(10);
  });

  it('has no warning, strict as the check may be', () => {
    expect(compileCourse(path.join('content', 'co-production')).problems.map(problemLine)).toEqual([]);
  });

  it.each(itemKinds)('asks in the kind %s in at least three lessons', (kind) => {
    const lessons = course.lessons.filter(
      ({ role, itemIds }) => role === 'lesson' && itemIds.some((id) => course.item(id)?.spec.kind === kind),
    );
    expect(lessons.length).toBeGreaterThanOrEqual(3);
  });

  it('gives each lesson a contrast before its principle, a worked and a faded example, and checks', () => {
    for (const { slug, sections, checkIds } of course.lessons.filter(({ role }) => role === 'lesson')) {
      const types = sections.flatMap(({ blocks }) => blocks.map(({ type }) => type));
      expect(types, slug).toEqual(expect.arrayContaining(['contrast', 'principle', 'worked', 'faded', 'check', 'aside']));
      expect(types.indexOf('contrast'), slug).toBeLessThan(types.indexOf('principle'));
      expect(checkIds.length, slug).toBeGreaterThanOrEqual(2);
    }
  });

  it('grades its own key as right, wherever a machine marks', () => {
    for (const item of items) {
      const key = keyOf(item);
      if (key) expect(grade(item, key).right, item.spec.id).toBe(true);
    }
  });
});

/** Every field that a learner's view may have; anything else is a leak. */
const allowedFields = new Set(
  'kind stem hint stories title paragraphs body type options id text rows label question detail story columns lines cells steps unit given amount maxLength fields'.split(
    ' ',
  ),
);

/** All fields and texts of a view. Texts of options are left out: each is a claim, true or not, that the learner weighs. */
function walk(view: ItemForLearner): { fields: string[]; texts: string[] } {
  const fields: string[] = [];
  const texts: string[] = [];
  const visit = (value: unknown, isOption: boolean): void => {
    if (typeof value === 'string') texts.push(value);
    if (typeof value !== 'object' || value === null) return;
    for (const [field, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) fields.push(field);
      if (!(isOption && field === 'text')) visit(inner, isOption || field === 'options');
    }
  };
  visit(JSON.parse(JSON.stringify(view)), false);
  return { fields, texts };
}

function canonicalIds(key: Answer | null): readonly string[] {
  switch (key?.type) {
    case 'choice':
      return [key.option];
    case 'checklist':
      return key.met;
    case 'order':
      return key.order;
    case 'table':
      return [...Object.keys(key.cells), ...Object.values(key.cells)];
    default:
      return [];
  }
}

function reasons({ theory, scenarios }: CourseItem): readonly string[] {
  return scenarios.flatMap(({ facts }) => [
    ...theory.lenses.flatMap((lens) =>
      judge(theory, facts, lens).subjects.flatMap(({ findings }) => findings.map(({ because }) => because)),
    ),
    ...theory.questions.map((question) => question.derive(facts).because),
  ]);
}

describe('what a learner sees of an unanswered item', () => {
  const everyItem = courses.flatMap((one) => one.lessons.flatMap(({ itemIds }) => itemIds.flatMap((id) => one.item(id) ?? [])));

  it.each(everyItem.map((item) => [item.spec.id, item] as const))('%s gives nothing away', (_id, item) => {
    for (const seed of [1, 20_240_229]) {
      const view = forLearner(item, seed);
      const { fields, texts } = walk(view);
      expect(fields.filter((field) => !allowedFields.has(field))).toEqual([]);

      const names = item.scenarios.flatMap(({ id, facts }) => [id, ...factRefs(facts)]);
      const secretIds = new Set([...names, ...canonicalIds(keyOf(item)), item.spec.id]);
      expect(texts.filter((text) => secretIds.has(text))).toEqual([]);

      const all = JSON.stringify(view);
      const telling = [...item.scenarios.map(({ id }) => id), ...item.theory.misconceptions.map(({ id }) => id)].filter((id) =>
        id.includes('-'),
      );
      expect(telling.filter((id) => all.includes(id))).toEqual([]);

      const outsideOptions = texts.join('\n');
      expect(reasons(item).filter((because) => because !== '' && outsideOptions.includes(because))).toEqual([]);
      expect(view.stories.flatMap(({ paragraphs }) => paragraphs.flat()).filter((sentence) => /[{}[\]]/.test(sentence))).toEqual([]);
    }
  });
});
