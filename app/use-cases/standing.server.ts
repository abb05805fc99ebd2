/** How a learner stands in a course: what pages share when they say where one is and what is next. */

import type { Lesson } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { lessonPath, reviewPath } from '#app/course/paths.ts';
import { type Calendar, utcCalendar } from '#app/learning/calendar.ts';
import { type LessonOutline, lessonState, lessonThreshold } from '#app/learning/lesson-state.ts';
import { type NextStep, type Standing, worthDoing } from '#app/learning/next-step.ts';
import type { AboutProgress } from '#app/learning/progress.ts';
import { reaches, shareOf } from '#app/learning/score.ts';
import { openAttempts } from '#db/attempts.ts';
import { aboutProgressOf, itemsAnswered, lessonProgressOf } from '#db/progress.ts';
import { sectionsReadOf } from '#db/section-reads.ts';
import { aboutLabel } from './about-label.ts';
import { masteryByAbout } from './mastery.ts';
import { planToday } from './review/plan-today.server.ts';
import type { Scope } from './scope.ts';

const outlines = new WeakMap<Course, readonly LessonOutline[]>();

/** Returns what learning needs to know of each lesson. */
export function outlineOf(course: Course): readonly LessonOutline[] {
  const known = outlines.get(course);
  if (known) return known;
  const made = course.lessons.map((lesson) => ({
    slug: lesson.slug,
    title: lesson.title,
    sections: lesson.sections.map(({ id, heading }) => ({ id, title: heading })),
    abouts: [...new Set(course.bank(lesson.slug).map((item) => item.spec.about))],
    ...(lesson.role === 'capstone' ? { edgeCases: edgeCasesOf(course, lesson.slug) } : {}),
  }));
  outlines.set(course, made);
  return made;
}

const edgeCasesOf = (course: Course, capstone: string) =>
  course.bank(capstone).flatMap(({ spec }) => (spec.kind === 'explain' ? [spec.id] : []));

export interface LessonStanding {
  readonly number: number;
  readonly role: Lesson['role'];
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  readonly minutes: number;
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
  readonly state: ReturnType<typeof lessonState>;
  readonly sections: number;
  readonly sectionsRead: number;
  /** Best finished quiz, 0 to 1; null before one. */
  readonly bestScore: number | null;
  readonly seconds: number;
}

/** Something to do: an address, its words, and why. */
export interface Choice {
  readonly href: string;
  readonly label: string;
  readonly reason: string;
  /** Slug of its lesson; null for reviews, which go across lessons. */
  readonly lesson: string | null;
}

export interface CourseStanding {
  readonly lessons: readonly LessonStanding[];
  /** What is most worth doing now. Null when all is done. */
  readonly next: Choice | null;
  /** What else is worth doing, at most two. */
  readonly others: readonly Choice[];
  readonly done: number;
  /**
   * True when every lesson is done and the capstone, where there is one, is passed. A passed capstone shows on unseen cases what a weak
   * criterion left open, so then a lesson is settled by the score of its quiz alone.
   */
  readonly complete: boolean;
  /** What keeps the course from being complete, in its order. */
  readonly left: readonly LessonStanding[];
}

const nothing: Standing = { lessons: [], abouts: [], openAttempts: [], reads: new Map(), argued: new Set(), reviews: 0, shaky: [] };

async function standingOf(scope: Scope, learnerId: string | null, course: Course, calendar: Calendar): Promise<Standing> {
  if (!learnerId) return nothing;
  const edgeCases = outlineOf(course).flatMap((lesson) => lesson.edgeCases ?? []);
  const [lessons, abouts, open, reads, argued, plan] = await Promise.all([
    lessonProgressOf(scope.db, learnerId, course.id),
    aboutProgressOf(scope.db, learnerId, course.id),
    openAttempts(scope.db, learnerId, course.id),
    sectionsReadOf(scope.db, learnerId, course.id),
    itemsAnswered(scope.db, learnerId, course.id, edgeCases),
    planToday(scope.db, learnerId, course, { now: scope.now(), calendar }),
  ]);
  const shaky = shakyAboutsIn(course, abouts, calendar);
  return { lessons, abouts, openAttempts: open, reads, argued: new Set(argued), reviews: plan.today.length, shaky };
}

function shakyAboutsIn(course: Course, abouts: readonly AboutProgress[], calendar: Calendar): Standing['shaky'] {
  const mastery = masteryByAbout(course, abouts, calendar);
  return abouts
    .filter(({ about }) => mastery.get(about)?.state === 'shaky')
    .toSorted((a, b) => (shareOf(a) ?? 1) - (shareOf(b) ?? 1) || (a.about < b.about ? -1 : 1))
    .map(({ about }) => ({ about, label: aboutLabel(course.theory, about) }));
}

function choiceOf(course: Course, step: NextStep): Choice | null {
  if (step.to === 'done') return null;
  if (step.to === 'review') return { href: reviewPath(course.id), label: 'Review what is due', reason: step.reason, lesson: null };
  const lesson = lessonPath(course.id, step.lesson.slug);
  const shared = { reason: step.reason, lesson: step.lesson.slug };
  if (step.to === 'attempt') return { href: `/attempts/${step.attemptId}`, label: 'Go on with your quiz', ...shared };
  if (step.to === 'quiz') return { href: `${lesson}/quiz`, label: 'Take the quiz', ...shared };
  const begins = step.lesson.sections[0]?.id === step.section;
  return { href: begins ? lesson : `${lesson}#${step.section}`, label: begins ? 'Open the lesson' : 'Go on reading', ...shared };
}

/** Returns each lesson with its state, and what is most worth doing now; `calendar` tells which reviews are today's. */
export async function courseStanding(
  scope: Scope,
  learnerId: string | null,
  course: Course,
  calendar: Calendar = utcCalendar,
): Promise<CourseStanding> {
  const standing = await standingOf(scope, learnerId, course, calendar);
  const outline = outlineOf(course);
  const lessons = course.lessons.map((lesson, index): LessonStanding => {
    const progress = standing.lessons.find((entry) => entry.lesson === lesson.slug) ?? null;
    const learned = outline[index];
    return {
      number: lesson.number,
      role: lesson.role,
      slug: lesson.slug,
      title: lesson.title,
      question: lesson.question,
      minutes: lesson.minutes,
      objectives: lesson.objectives,
      state: learned ? lessonState(learned, progress, standing.abouts, standing.argued) : 'not-started',
      sections: lesson.sections.length,
      sectionsRead: Math.min(standing.reads.get(lesson.slug)?.size ?? 0, lesson.sections.length),
      bestScore: progress?.bestScore ?? null,
      seconds: progress?.seconds ?? 0,
    };
  });
  const done = lessons.filter((lesson) => lesson.state === 'done').length;
  const left = leftOf(lessons);
  const [next = null, ...others] = worthDoing(outline, standing).flatMap((step) => choiceOf(course, step) ?? []);
  return { lessons, next, others, done, complete: left.length === 0, left };
}

function leftOf(lessons: readonly LessonStanding[]): readonly LessonStanding[] {
  const capstonePassed = lessons.some(({ role, state }) => role === 'capstone' && state === 'done');
  return lessons.filter(({ state, bestScore }) => {
    const scored = bestScore !== null && reaches(bestScore, lessonThreshold);
    return state !== 'done' && !(capstonePassed && scored);
  });
}
