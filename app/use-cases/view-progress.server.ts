/** Everything a learner may want to see of their own record. */
import type { Course } from '#app/course/course.ts';
import { lessonThreshold } from '#app/learning/lesson-state.ts';
import { shareOf } from '#app/learning/score.ts';
import { type AttemptSummary, listAttempts } from '#db/attempts.ts';
import { aboutProgressOf } from '#db/progress.ts';
import { aboutLabel } from './about-label.ts';
import type { Scope } from './scope.ts';
import { type CourseStanding, courseStanding } from './standing.server.ts';

export interface ProgressView {
  readonly course: { readonly id: string; readonly title: string };
  readonly standing: CourseStanding;
  readonly abouts: readonly { readonly about: string; readonly label: string; readonly marked: number; readonly score: number | null }[];
  readonly attempts: readonly (Pick<AttemptSummary, 'id' | 'mode' | 'startedAt' | 'finishedAt' | 'items' | 'answered' | 'score'> & {
    readonly lesson: string;
  })[];
  readonly seconds: number;
  readonly threshold: number;
}

/** Returns the learner's record in a course, the weakest criteria first, the latest quiz first. */
export async function viewProgress(scope: Scope, learnerId: string, course: Course): Promise<ProgressView> {
  const [standing, abouts, attempts] = await Promise.all([
    courseStanding(scope, learnerId, course),
    aboutProgressOf(scope.db, learnerId, course.id),
    listAttempts(scope.db, learnerId, course.id),
  ]);
  return {
    course: { id: course.id, title: course.title },
    standing,
    abouts: abouts
      .map((entry) => ({ about: entry.about, label: aboutLabel(course.theory, entry.about), marked: entry.marked, score: shareOf(entry) }))
      .sort((a, b) => (a.score ?? 1) - (b.score ?? 1)),
    attempts: attempts.map(({ id, mode, startedAt, finishedAt, items, answered, score, lesson }) => ({
      id,
      mode,
      startedAt,
      finishedAt,
      items,
      answered,
      score,
      lesson: course.lesson(lesson)?.title ?? 'A lesson that is no longer in the course',
    })),
    seconds: standing.lessons.reduce((sum, lesson) => sum + lesson.seconds, 0),
    threshold: lessonThreshold,
  };
}
