/** What a cohort's answers say of the questions, the quizzes and the ideas behind them. Screen and export both read it from here. */
import type { Course } from '#app/course/course.ts';
import { attemptScore } from '#app/learning/score.ts';
import { type CountedAttempt, pick } from '#app/statistics/attempts.ts';
import { testFlags } from '#app/statistics/flags.ts';
import { reliability, scoreStatistics, spreadOf } from '#app/statistics/test-scores.ts';
import { answersByLearner, type FinishedQuiz, gradedPlacesIn, quizzesIn } from '#db/cohort-log.ts';
import { rulingsInForce } from '../regrading/rulings.server.ts';
import type { World } from '../scope.ts';
import { AnswerTallies } from './answer-tallies.ts';
import type { IdeaFigures, ItemFigures, QuizFigures } from './figures.ts';
import { fresh } from './fresh.ts';
import { type CaseOnMap, casesOnMap } from './map-figures.ts';
import { figuresOfGraded } from './set-quizzes.ts';

export interface Analysis {
  /** When the figures were made. */
  readonly at: number;
  readonly counts: CountedAttempt;
  readonly answers: number;
  readonly learners: number;
  /** Content versions that the answers were given under, the latest first. */
  readonly versions: readonly string[];
  /** In the order of the course. */
  readonly items: readonly ItemFigures[];
  /** Those of each lesson in the order of the course, then graded ones, the first that was due first. */
  readonly quizzes: readonly QuizFigures[];
  /** Cases that are placed on the map, in the order of the course. */
  readonly onMap: readonly CaseOnMap[];
  /** Held by most learners first. */
  readonly ideas: readonly IdeaFigures[];
}

/** Returns the figures of a cohort, counting each learner's first, best or last answer to a question; a little old for a large one (fresh.ts). */
export async function analysisOf(world: World, cohortId: string, course: Course, counts: CountedAttempt): Promise<Analysis> {
  return (await analysesOf(world, cohortId, course))[counts];
}

export type Analyses = Readonly<Record<CountedAttempt, Analysis>>;

/** Returns the figures by each of the three ways of counting: reading the answers costs most, so they are read once for all. */
export function analysesOf(world: World, cohortId: string, course: Course): Promise<Analyses> {
  return fresh(world, { figures: 'analyses', cohortId, course }, () => readAnalyses(world, cohortId, course));
}

/** Reads the figures, a few learners at a time, so that neither memory nor anybody waiting suffers from a large cohort. */
export async function readAnalyses(world: World, cohortId: string, course: Course): Promise<Analyses> {
  const key = { cohortId, course: course.id };
  const at = world.now();
  const tallies = new AnswerTallies(course, await rulingsInForce(world, cohortId));
  for await (const answers of answersByLearner(world.db, key)) tallies.add(answers);
  const quizzes = await quizzesIn(world.db, key);
  const graded = await gradedPlacesIn(world.db, key);
  const ideas = tallies.ideas();
  const figures = (counts: CountedAttempt): Analysis => ({
    at,
    counts,
    ...tallies.basis(),
    items: tallies.items(counts),
    quizzes: [...figuresOfQuizzes(course, tallies, quizzes, counts), ...figuresOfGraded(graded, counts)],
    onMap: casesOnMap(course, tallies.onMap(counts)),
    ideas,
  });
  return { first: figures('first'), best: figures('best'), last: figures('last') };
}

function figuresOfQuizzes(course: Course, tallies: AnswerTallies, quizzes: readonly FinishedQuiz[], counts: CountedAttempt): QuizFigures[] {
  const byLesson = Map.groupBy(quizzes, ({ lesson }) => lesson);
  return course.lessons.flatMap(({ slug, title }) => {
    const taken = byLesson.get(slug);
    if (!taken) return [];
    const scored = taken.map((quiz) => ({ learnerId: quiz.learnerId, score: attemptScore(quiz) }));
    const picked = [...Map.groupBy(scored, ({ learnerId }) => learnerId).values()].flatMap((own) => pick(own, counts)?.score ?? []);
    const measured = reliability(tallies.bankMarks(slug, counts));
    return [
      {
        id: slug,
        title,
        scores: scoreStatistics(picked),
        spread: spreadOf(picked),
        reliability: measured,
        flags: testFlags({ n: picked.length, items: measured.items, alpha: measured.alpha }),
      },
    ];
  });
}
