/** How firm each criterion, question and lesson of a course is with a learner. */
import type { Course } from '#app/course/course.ts';
import type { Calendar } from '#app/learning/calendar.ts';
import type { LessonState } from '#app/learning/lesson-state.ts';
import { lessonMastery, type Mastery, masteryOf } from '#app/learning/mastery.ts';
import type { AboutProgress } from '#app/learning/progress.ts';
import { aboutLabel } from './about-label.ts';
import { contrastsOf } from './contrast.ts';

/** The latest answers on each criterion and question that was asked. */
type Recent = readonly Pick<AboutProgress, 'about' | 'recent'>[];

interface Standing {
  readonly slug: string;
  readonly title: string;
  readonly state: LessonState;
}

/** Returns the mastery of each criterion and question that was asked, by its id. */
export function masteryByAbout(course: Course, abouts: Recent, calendar: Calendar): ReadonlyMap<string, Mastery> {
  const { facetsOf, hasContrast } = contrastsOf(course);
  return new Map(
    abouts.map(({ about, recent }) => [about, masteryOf(recent, { dayOf: calendar.dayOf, facetsOf, hasContrast: hasContrast(about) })]),
  );
}

/** The mastery of each lesson that has a quiz, by its slug; a capstone, which is a test, has none. */
function masteryByLesson(course: Course, abouts: Recent): ReadonlyMap<string, Mastery> {
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

/** Returns how firm each criterion and question is that was asked, the least firm first, and each lesson that was begun, in their order. */
export function firmnessOf(course: Course, abouts: Recent, lessons: readonly Standing[], calendar: Calendar) {
  const byLesson = masteryByLesson(course, abouts);
  return {
    abouts: [...masteryByAbout(course, abouts, calendar)]
      .map(([about, mastery]) => ({ about, label: aboutLabel(course.theory, about), mastery }))
      .sort((a, b) => atLeast(a.mastery) - atLeast(b.mastery) || (a.about < b.about ? -1 : 1)),
    lessons: lessons.flatMap(({ slug, title, state }) => {
      const mastery = byLesson.get(slug);
      return mastery && state !== 'not-started' ? [{ slug, title, mastery }] : [];
    }),
  };
}

/** What it probably reaches at least; of what too few answers tell, last. */
const atLeast = ({ range }: Mastery) => range?.low ?? 2;
