/**
 * Which cases tell what learners may believe apart. A misconception is a definition that somebody holds by mistake, so it answers every
 * question about every case, as the right definition does; a case separates two beliefs where some question about it gets two answers.
 */
import { judge } from './judge.ts';
import type { Misconception, Theory } from './theory.ts';

export interface SeparatingCase<F> {
  readonly id: string;
  readonly facts: F;
}

/** Two beliefs, by id of the misconception (null: the right definition), and the cases in which they part. */
export interface Separation {
  readonly one: string | null;
  readonly other: string;
  readonly cases: readonly string[];
}

/** Whether a holder answers otherwise than the definition does; false where the question does not arise. */
export function goesWrong<F>(theory: Theory<F>, misconception: Misconception<F>, facts: F): boolean {
  return answersUnder(theory, misconception, facts) !== answersUnder(theory, null, facts);
}

/** Every pair of beliefs, the right definition (null) first, each with the ids of the cases that separate the two. */
export function separations<F>(theory: Theory<F>, cases: readonly SeparatingCase<F>[]): readonly Separation[] {
  const beliefs = [null, ...theory.misconceptions].map((belief) => ({
    id: belief?.id ?? null,
    answers: cases.map(({ facts }) => answersUnder(theory, belief, facts)),
  }));
  return beliefs.flatMap((one, index) =>
    beliefs.slice(index + 1).flatMap((other): Separation[] => {
      if (other.id === null) return [];
      const parted = cases.filter((_, place) => one.answers[place] !== other.answers[place]);
      return [{ one: one.id, other: other.id, cases: parted.map(({ id }) => id) }];
    }),
  );
}

/** What a holder of the belief says of a case: the verdict, then each question that arises, as one comparable text. */
function answersUnder<F>(theory: Theory<F>, belief: Misconception<F> | null, facts: F): string {
  const { verdict } = judge(theory, facts, belief?.lens);
  const answers = theory.questions.map((question) => {
    const { answer } = question.derive(facts);
    return answer !== 'n/a' && belief?.question?.id === question.id ? belief.question.answer(facts) : answer;
  });
  return [verdict, ...answers].join(' | ');
}
