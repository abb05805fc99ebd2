/** The figures of items as their definition says, from all answers at once: what the faster way must agree with. */
import { type CountedAttempt, pick } from '#app/statistics/attempts.ts';
import { type ItemStatistics, itemStatistics } from '#app/statistics/items.ts';
import { marksByLearner } from '#app/statistics/marks.ts';
import type { LoggedAnswer } from '#db/cohort-log.ts';

/** Returns the statistics of each item, by item. */
export function plainItems(answers: readonly LoggedAnswer[], counts: CountedAttempt): ReadonlyMap<string, ItemStatistics> {
  const pairs = Map.groupBy(answers, ({ learnerId, itemId }) => `${learnerId} ${itemId}`);
  const counting = [...pairs.values()].flatMap((same) => pick(same, counts) ?? []);
  const figures = new Map<string, ItemStatistics>();
  for (const ofLesson of Map.groupBy(counting, ({ lesson }) => lesson).values()) {
    const marks = ofLesson.map(({ learnerId, itemId, score }) => ({ learner: learnerId, item: itemId, mark: score ?? 0 }));
    for (const item of itemStatistics(marksByLearner(marks))) figures.set(item.item, item);
  }
  return figures;
}

/** Returns for each misconception how many answers show it, in how many learners, and since when. */
export function plainIdeas(answers: readonly LoggedAnswer[]) {
  const shown = Map.groupBy(
    answers.flatMap((answer) => answer.misconceptions.map((id) => ({ id, answer }))),
    ({ id }) => id,
  );
  return new Map(
    [...shown].map(([id, all]) => [
      id,
      {
        answers: all.length,
        held: new Set(all.map(({ answer }) => answer.learnerId)).size,
        since: Math.min(...all.map(({ answer }) => answer.at)),
      },
    ]),
  );
}
