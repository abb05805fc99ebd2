/** The course that the test server serves, straight from its files. */
import path from 'node:path';
import type { CourseItem } from '#app/course/course.ts';
import { loadCourse } from '#app/course/load.ts';
import { type ItemKindId, itemKinds } from '#app/quiz/item.ts';

export const course = loadCourse(path.resolve('content/co-production'));
export const parts = course.lessons;
export const lessons = parts.filter(({ role }) => role === 'lesson');
export const capstone = parts.find(({ role }) => role === 'capstone');

export const courseUrl = `/courses/${course.id}`;
export const lessonUrl = (slug: string) => `${courseUrl}/lessons/${slug}`;

/** Every item of every lesson and of the capstone. */
export const items: readonly CourseItem[] = parts.flatMap((lesson) => lesson.itemIds.flatMap((id) => course.item(id) ?? []));

/** The first quiz item of a kind. */
export function itemOfKind(kind: ItemKindId): CourseItem {
  const found = lessons.flatMap(({ slug }) => course.bank(slug)).find((item) => item.spec.kind === kind);
  if (!found) throw new Error(`No quiz has an item of kind ${kind}`);
  return found;
}

/** One quiz item of each kind. */
export const oneOfEachKind: readonly CourseItem[] = itemKinds.map(itemOfKind);
