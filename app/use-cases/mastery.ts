/** How firm each criterion, question and lesson of a course is with a learner. */
import type { Course } from '#app/course/course.ts';
import type { Calendar } from '#app/learning/calendar.ts';
import { lessonMastery, type Mastery, masteryOf } from '#app/learning/mastery.ts';
import type { AboutProgress } from '#app/learning/progress.ts';
import { contrastsOf } from './contrast.ts';

/** Returns the mastery of each criterion and question that was asked, by its id. */
export function masteryByAbout(course: Course, abouts: readonly AboutProgress[], calendar: Calendar): ReadonlyMap<string, Mastery> {
  const { facetsOf, hasContrast } = contrastsOf(course);
  return new Map(
    abouts.map(({ about, recent }) => [about, masteryOf(recent, { dayOf: calendar.dayOf, facetsOf, hasContrast: hasContrast(about) })]),
  );
}

/** Returns the mastery of each lesson that has a quiz, by its slug; a capstone, which is a test, has none. */
export function masteryByLesson(course: Course, abouts: readonly AboutProgress[]): ReadonlyMap<string, Mastery> {
  const recentOn = new Map(abouts.map(({ about, recent }) => [about, recent]));
  return new Map(
    course.lessons.flatMap(({ slug, role }) => {
      const trained = [
        ...new Set(
          course
            .bank(slug)
            .filter(({ spec }) => spec.kind !== 'explain')
            .map(({ spec }) => spec.about),
        ),
      ];
      return role === 'lesson' && trained.length > 0 ? [[slug, lessonMastery(trained.map((about) => recentOn.get(about) ?? []))]] : [];
    }),
  );
}
