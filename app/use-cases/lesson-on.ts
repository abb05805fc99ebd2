import type { Course, CourseItem } from '#app/course/course.ts';

/** Returns the lesson whose quiz trains a criterion or question; null where none does. */
export function lessonOn(course: Course, about: string): { readonly slug: string; readonly title: string } | null {
  const trains = ({ spec }: CourseItem) => spec.about === about;
  const lesson = course.lessons.find(({ slug, role }) => role === 'lesson' && course.bank(slug).some(trains));
  return lesson ? { slug: lesson.slug, title: lesson.title } : null;
}
