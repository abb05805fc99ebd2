/** What a finished quiz comes to. */

import { isQuiz, marksAreOut } from '#app/learning/attempt.ts';
import { attemptScore, scoreByAbout, tallyOf } from '#app/learning/score.ts';
import type { Feedback } from '#app/quiz/item.ts';
import { outcomeOf } from '#app/quiz/quiz.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import { type Regrade, regradesFor } from '#db/regrades.ts';
import { aboutLabel } from './about-label.ts';
import { type AnsweredQuestion, answered } from './question.ts';
import { contestCohort } from './regrading/contest.server.ts';
import { decidedOn } from './regrading/decided-on.ts';
import type { Scope } from './scope.ts';
import { courseStanding } from './standing.server.ts';

export interface ResultView {
  readonly id: string;
  readonly mode: 'practice' | 'mock' | 'graded';
  readonly course: { readonly id: string; readonly title: string };
  readonly lesson: {
    readonly slug: string;
    readonly title: string;
    readonly role: 'lesson' | 'capstone';
    readonly next: { readonly slug: string; readonly title: string } | null;
  };
  readonly finishedAt: number | null;
  /** 0 to 1 over the questions of the quiz, retries apart; null where nothing was marked. */
  readonly score: number | null;
  readonly marked: number;
  readonly seconds: number;
  readonly abouts: readonly { readonly about: string; readonly label: string; readonly marked: number; readonly score: number }[];
  /** Misconceptions met in the answers, most frequent first. */
  readonly misconceptions: readonly { readonly id: string; readonly name: string; readonly breaks: string; readonly times: number }[];
  readonly questions: readonly {
    readonly position: number;
    readonly itemId: string;
    readonly retry: boolean;
    readonly about: string;
    /** By the mark that counts; null where it was not answered. */
    readonly outcome: Feedback['outcome'] | null;
    /** True where it was ruled to count for nobody. */
    readonly voided: boolean;
    /** What was decided anew about its mark or explanation, for the learner; null where nothing was. */
    readonly decided: string | null;
    /** Null where it was not answered or was taken out of the course. */
    readonly answered: AnsweredQuestion | null;
  }[];
  /** In a capstone, whether an edge case was argued; null elsewhere. */
  readonly argued: boolean | null;
  /** True where the whole course is complete. */
  readonly complete: boolean;
  /** True where a newer content version than the quiz's is in force, so that explanations may differ from the marks. */
  readonly contentChanged: boolean;
  /** True where the learner may dispute the answers. */
  readonly mayContest: boolean;
}

/** Returns the result and what was decided about its marks, or null where the learner has no such attempt, or it is a mock test that still runs. */
export async function viewResult(
  scope: Scope,
  learnerId: string,
  attemptId: string,
): Promise<(ResultView & { readonly regrades: readonly Regrade[] }) | null> {
  const attempt = await findAttempt(scope.db, learnerId, attemptId);
  const course = attempt && scope.course(attempt.course);
  const lesson = course?.lesson(attempt?.lesson ?? '');
  if (!attempt || !course || !lesson || !isQuiz(attempt.mode) || !marksAreOut(attempt)) return null;
  const { theory } = course;
  const responses = attempt.items.flatMap((place) => (place.response ? [place.response] : []));
  const tally = tallyOf(attempt.items);
  const times = new Map<string, number>();
  for (const { misconceptions } of responses) for (const id of misconceptions) times.set(id, (times.get(id) ?? 0) + 1);
  const regrades = await regradesFor(scope.db, learnerId, { attemptId });
  const decided = decidedOn(regrades);
  const following = course.lessons[lesson.number];
  return {
    id: attempt.id,
    mode: attempt.mode,
    course: { id: course.id, title: course.title },
    lesson: {
      slug: lesson.slug,
      title: lesson.title,
      role: lesson.role,
      next: following ? { slug: following.slug, title: following.title } : null,
    },
    finishedAt: attempt.finishedAt,
    score: attemptScore(attempt.finishedAt === null ? { ...tally, items: tally.answered } : tally),
    marked: tally.marked,
    seconds: responses.reduce((sum, response) => sum + response.seconds, 0),
    abouts: scoreByAbout(responses).map(({ about, marked, share }) => ({ about, label: aboutLabel(theory, about), marked, score: share })),
    misconceptions: theory.misconceptions
      .filter(({ id }) => times.has(id))
      .map(({ id, name, breaks }) => ({ id, name, breaks, times: times.get(id) ?? 0 }))
      .sort((a, b) => b.times - a.times),
    questions: attempt.items.map((place) => {
      const item = course.item(place.itemId);
      return {
        position: place.position,
        itemId: place.itemId,
        retry: place.retryOf !== null,
        about: item ? aboutLabel(theory, item.spec.about) : '',
        outcome: place.response && outcomeOf(place.response),
        voided: place.voided,
        decided: decided.get(place.itemId) ?? null,
        answered: item && place.response ? answered(item, place.seed, place.response) : null,
      };
    }),
    argued: lesson.role === 'capstone' ? responses.some(({ kind }) => kind === 'explain') : null,
    complete: attempt.finishedAt !== null && (await courseStanding(scope, learnerId, course)).complete,
    contentChanged: attempt.contentVersion !== course.version,
    mayContest: (await contestCohort(scope, learnerId, attempt)) !== null,
    regrades,
  };
}
