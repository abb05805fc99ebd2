/** How a lesson stands, for the path of lessons. */
import type { AboutTally, LessonProgress } from './progress.ts';
import { reaches, shareOf } from './score.ts';

/** What learning needs to know of a lesson. */
export interface LessonOutline {
  readonly slug: string;
  readonly title: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** Criteria and questions that the items of its quiz train. Empty where it has no quiz. */
  readonly abouts: readonly string[];
  /** The capstone also asks to argue one of these items, which no machine marks. Absent for a lesson. */
  readonly edgeCases?: readonly string[];
}

export type LessonState = 'not-started' | 'in-progress' | 'done' | 'shaky';

/** Mastery learning asks for a standard before moving on (Bloom 1968); these two figures are our judgement. */
export const lessonThreshold = 0.8;
export const aboutThreshold = 0.6;

/** Returns the criteria and questions of a lesson on which fewer than 60% of the marks were reached so far, in its order. */
export function shakyAbouts(lesson: LessonOutline, abouts: readonly AboutTally[]): string[] {
  return lesson.abouts.filter((about) => {
    const progress = abouts.find((entry) => entry.about === about);
    const share = progress ? shareOf(progress) : null;
    return share !== null && !reaches(share, aboutThreshold);
  });
}

/**
 * Returns the state of a lesson.
 * - `not-started`: nothing read, answered or finished.
 * - `done`: a quiz was finished with at least 80% and no criterion of the lesson stands below 60%, whether or not all sections were
 *   read (who can do it need not read it); a lesson without a quiz is done when all its sections were read.
 * - `shaky`: a quiz was finished, but one of the two marks was missed. Practice lifts it: retries count towards the 60%, and the best
 *   quiz counts towards the 80%.
 * - `in-progress`: everything else.
 *
 * A capstone is `done` when a test was finished with at least 80% and one of its edge cases was argued (`argued` holds the ids of the items
 * explained so far); marks from the lessons do not bear on it.
 */
export function lessonState(
  lesson: LessonOutline,
  progress: LessonProgress | null,
  abouts: readonly AboutTally[],
  argued: ReadonlySet<string> = new Set(),
): LessonState {
  if (!progress) return 'not-started';
  if (lesson.abouts.length === 0) return progress.sectionsRead >= lesson.sections.length ? 'done' : 'in-progress';
  if (progress.quizzesFinished === 0) return 'in-progress';
  // A quiz of nothing but explanations has no score: finishing it is all that can be asked.
  const passed = progress.bestScore === null || reaches(progress.bestScore, lessonThreshold);
  if (lesson.edgeCases) return passed && lesson.edgeCases.some((id) => argued.has(id)) ? 'done' : 'shaky';
  return passed && shakyAbouts(lesson, abouts).length === 0 ? 'done' : 'shaky';
}
