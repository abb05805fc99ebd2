import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSection } from '#app/use-cases/read-section.server.ts';
import { viewLesson } from '#app/use-cases/view-lesson.server.ts';
import { lessonProgressOf } from '#db/progress.ts';
import { course, lessonAt, newWorld, nine, type TestWorld } from './world.ts';

const lesson = lessonAt(1);
const sections = lesson.sections.map(({ id }) => id);
const [first = '', second = '', third = ''] = sections;

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

const read = (section: string, shown = nine) => readSection(world, world.keep, course, lesson, { section, formKey: world.keyShown(shown) });
const seconds = async () => (await lessonProgressOf(world.db, 'ann', course.id))[0]?.seconds;

test('a section that was read is kept, and leads to the next one', async () => {
  expect(await read(first)).toBe(second);
  expect(await read(second)).toBe(third);
  expect((await viewLesson(world, 'ann', course, lesson)).read).toEqual(new Set([first, second]));
});

test('after the last section comes none', async () => {
  expect(await read(sections.at(-1) ?? '')).toBeNull();
});

test('an unknown section makes no learner and leads nowhere', async () => {
  const refuse = () => Promise.reject(new Error('Something was kept.'));
  expect(await readSection(world, refuse, course, lesson, { section: 'unknown', formKey: world.keyShown() })).toBeNull();
});

test('time counts from the page, then from one section to the next', async () => {
  world.pass(40);
  await read(first);
  expect(await seconds()).toBe(40);
  world.pass(25);
  await read(second);
  expect(await seconds()).toBe(65);
});

test('a page opened anew counts from then', async () => {
  world.pass(40);
  await read(first);
  world.pass(100);
  const reopened = world.now();
  world.pass(10);
  await read(second, reopened);
  expect(await seconds()).toBe(50);
});

test('a long pause counts as five minutes', async () => {
  world.pass(8 * 60 * 60);
  await read(first);
  expect(await seconds()).toBe(300);
});

test('a key from the future counts as no time', async () => {
  await read(first, nine + 60_000);
  expect(await seconds()).toBe(0);
});

test('a section read twice counts once', async () => {
  world.pass(40);
  await read(first);
  world.pass(40);
  expect(await read(first)).toBe(second);
  expect(await lessonProgressOf(world.db, 'ann', course.id)).toMatchObject([{ sectionsRead: 1, seconds: 40 }]);
});

test('a visitor has read nothing', async () => {
  await read(first);
  for (const learner of [null, 'ben']) {
    const { read: sectionsRead, checks } = await viewLesson(world, learner, course, lesson);
    expect([sectionsRead.size, checks.size]).toEqual([0, 0]);
  }
});
