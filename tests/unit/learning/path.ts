/** A path of three lessons, and progress on it. */
import type { LessonOutline } from '#app/learning/lesson-state.ts';
import type { AboutProgress, LessonProgress } from '#app/learning/progress.ts';

export const lesson = (slug: string, over: Partial<LessonOutline> = {}): LessonOutline => ({
  slug,
  title: `Lesson ${slug}`,
  sections: [
    { id: 'hook', title: 'A hook' },
    { id: 'rule', title: 'The rule' },
  ],
  abouts: ['R3', 'R4'],
  ...over,
});

export const progress = (slug: string, over: Partial<LessonProgress> = {}): LessonProgress => ({
  course: 'course',
  lesson: slug,
  sectionsRead: 0,
  answered: 0,
  marked: 0,
  scoreSum: 0,
  seconds: 0,
  quizzesFinished: 0,
  bestScore: null,
  lastAt: 1000,
  ...over,
});

export const marks = (about: string, scoreSum: number, marked: number): AboutProgress => ({
  course: 'course',
  about,
  marked,
  scoreSum,
  lastAt: 1000,
  recent: [],
});
