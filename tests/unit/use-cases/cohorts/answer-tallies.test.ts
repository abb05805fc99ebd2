import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedAttempts } from '#app/statistics/attempts.ts';
import { AnswerTallies } from '#app/use-cases/cohorts/answer-tallies.ts';
import type { LoggedAnswer } from '#db/cohort-log.ts';
import { rightAnswer, wrongAnswer } from '../../../browser/answers.ts';
import { course, itemOf, lessonAt } from '../world.ts';
import { plainIdeas, plainItems } from './plain-figures.ts';

const itemIds = [1, 2].flatMap((number) =>
  course
    .bank(lessonAt(number).slug)
    .filter(({ spec }) => spec.kind !== 'explain')
    .slice(0, 3)
    .map(({ spec }) => spec.id),
);
const ideas = course.theory.misconceptions.slice(0, 3).map(({ id }) => id);

/** Any log of a few learners, oldest first. */
const logs = fc
  .array(
    fc.record({
      learnerId: fc.constantFrom('ann', 'ben', 'cora', 'dan', 'eva'),
      itemId: fc.constantFrom(...itemIds),
      score: fc.constantFrom(0, 0.5, 1, null),
      misconceptions: fc.subarray(ideas),
      seconds: fc.integer({ min: 1, max: 99 }),
    }),
    { maxLength: 80 },
  )
  .map((answers) =>
    answers.map((answer, at): LoggedAnswer => {
      const item = itemOf(answer.itemId);
      return {
        ...answer,
        id: `answer-${at}`,
        at,
        lesson: course.lessonOf(answer.itemId) ?? '',
        about: item.spec.about,
        mode: 'practice',
        answer: JSON.stringify(answer.score === 1 ? rightAnswer(item) : wrongAnswer(item)),
        right: answer.score === null ? null : answer.score === 1,
        contentVersion: at % 7 === 0 ? 'older' : 'newer',
        scoreBefore: null,
      };
    }),
  );

/** Numbers are sums in another order, so that their last digits may differ. */
const near = (value: number | null | undefined) => (typeof value === 'number' ? Number(value.toFixed(9)) + 0 : value);

test('added up learner by learner, figures are those of all answers at once', () => {
  fc.assert(
    fc.property(logs, (answers) => {
      const tallies = new AnswerTallies(course);
      for (const own of Map.groupBy(answers, ({ learnerId }) => learnerId).values()) tallies.add(own);
      expect(tallies.basis().answers).toBe(answers.length);
      expect(tallies.basis().versions).toEqual([...new Set(answers.map(({ contentVersion }) => contentVersion).reverse())]);
      for (const counts of countedAttempts) {
        const [made, plain] = [tallies.items(counts), plainItems(answers, counts)];
        expect(made.map(({ item }) => item).sort()).toEqual([...plain.keys()].sort());
        for (const item of made) {
          const right = plain.get(item.item);
          expect([item.n, near(item.facility), near(item.discrimination)]).toEqual([
            right?.n,
            near(right?.facility),
            near(right?.discrimination),
          ]);
          expect(item.options.reduce((sum, { count }) => sum + count, 0)).toBe(item.n);
        }
      }
      const told = new Map(tallies.ideas().map(({ id, answers: n, held, since }) => [id, { answers: n, held, since }]));
      expect(told).toEqual(plainIdeas(answers));
    }),
  );
});
