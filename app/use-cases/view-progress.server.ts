/** Everything a learner may want to see of their own record. */
import type { Course } from '#app/course/course.ts';
import type { Calendar } from '#app/learning/calendar.ts';
import type { Mastery } from '#app/learning/mastery.ts';
import { opensAt } from '#app/learning/review/plan.ts';
import { type AttemptSummary, listAttempts } from '#db/attempts.ts';
import { aboutProgressOf } from '#db/progress.ts';
import { reviewCardsOf } from '#db/review-cards.ts';
import { type IdeaHeld, ideasHeld } from './ideas-held.server.ts';
import { firmnessOf } from './mastery.ts';
import type { Scope } from './scope.ts';
import { type CourseStanding, courseStanding } from './standing.server.ts';

export interface ProgressView {
  readonly course: { readonly id: string; readonly title: string };
  readonly standing: CourseStanding;
  readonly marked: number;
  /** Criteria and questions that were asked, the least firm first. */
  readonly abouts: readonly {
    readonly about: string;
    readonly label: string;
    readonly mastery: Mastery;
    /** From when on it may be reviewed; null where no quiz has asked it. */
    readonly reviewFrom: number | null;
  }[];
  /** Misconceptions that the learner more likely than not goes by, the most probable first. */
  readonly ideas: readonly IdeaHeld[];
  /** Lessons that were begun, in the order of the course. */
  readonly lessons: readonly { readonly slug: string; readonly title: string; readonly mastery: Mastery }[];
  readonly attempts: readonly (Pick<AttemptSummary, 'id' | 'mode' | 'startedAt' | 'finishedAt' | 'items' | 'answered' | 'score'> & {
    readonly lesson: string;
  })[];
  readonly seconds: number;
}

/** Returns the learner's record in a course, the latest quiz first. */
export async function viewProgress(scope: Scope, learnerId: string, course: Course, calendar: Calendar): Promise<ProgressView> {
  const [standing, abouts, attempts, cards, ideas] = await Promise.all([
    courseStanding(scope, learnerId, course, calendar),
    aboutProgressOf(scope.db, learnerId, course.id),
    listAttempts(scope.db, learnerId, course.id),
    reviewCardsOf(scope.db, learnerId, course.id),
    ideasHeld(scope.db, learnerId, course),
  ]);
  const firmness = firmnessOf(course, abouts, standing.lessons, calendar);
  const opening = new Map(cards.map((card) => [card.card, opensAt(card)]));
  return {
    course: { id: course.id, title: course.title },
    standing,
    marked: abouts.reduce((sum, { marked }) => sum + marked, 0),
    abouts: firmness.abouts.map((one) => ({ ...one, reviewFrom: opening.get(`criterion:${one.about}`) ?? null })),
    ideas,
    lessons: firmness.lessons,
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
  };
}
