import type { Course } from '#app/course/course.ts';
import { aboutLabel, misconceptionName } from '#app/use-cases/about-label.ts';
import type { ReasonNames } from './help-words.ts';

/** Returns the words of a course for ids in figures. */
export function namesOf(course: Course): ReasonNames & { readonly lesson: (slug: string) => string } {
  return {
    item: (id) => {
      const item = course.item(id);
      return item ? `${aboutLabel(course.theory, item.spec.about)} (${id})` : id;
    },
    misconception: (id) => misconceptionName(course.theory, id),
    lesson: (slug) => course.lesson(slug)?.title ?? slug,
  };
}
