/** How graded quizzes measure. Everybody has the same questions in them, so that their reliability can be told. */
import { type CountedAttempt, pick } from '#app/statistics/attempts.ts';
import { mean } from '#app/statistics/describe.ts';
import { testFlags } from '#app/statistics/flags.ts';
import { reliability, scoreStatistics, spreadOf } from '#app/statistics/test-scores.ts';
import type { GradedPlace } from '#db/cohort-log.ts';
import type { QuizFigures } from './figures.ts';

/** Returns the marks of an attempt by item. As in `attemptScore`: what is left out is not right, and what no machine marks does not count. */
function marksOf(places: readonly GradedPlace[]): ReadonlyMap<string, number> {
  return new Map(places.flatMap(({ itemId, score, answered }) => (answered && score === null ? [] : [[itemId, score ?? 0]])));
}

/** Returns the figures of each graded quiz that somebody has finished, counting one attempt of each learner. Places are given oldest attempt first. */
export function figuresOfGraded(places: readonly GradedPlace[], counts: CountedAttempt): QuizFigures[] {
  return [...Map.groupBy(places, ({ assignmentId }) => assignmentId)].map(([id, ofQuiz]) => {
    const attempts = [...Map.groupBy(ofQuiz, ({ attemptId }) => attemptId).values()].map((own) => {
      const marks = marksOf(own);
      return { learnerId: own[0]?.learnerId ?? '', marks, score: mean([...marks.values()]) };
    });
    const counted = [...Map.groupBy(attempts, ({ learnerId }) => learnerId).values()].flatMap((own) => pick(own, counts) ?? []);
    const scores = counted.flatMap(({ score }) => score ?? []);
    const measured = reliability(new Map(counted.map(({ learnerId, marks }) => [learnerId, marks])));
    return {
      id,
      title: `${ofQuiz[0]?.title ?? ''} (graded)`,
      scores: scoreStatistics(scores),
      spread: spreadOf(scores),
      reliability: measured,
      flags: testFlags({ n: scores.length, items: measured.items, alpha: measured.alpha }),
    };
  });
}
