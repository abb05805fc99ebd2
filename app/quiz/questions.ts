import type { Question, Theory } from '#app/definitions/theory.ts';
import type { Explanation } from './kind.ts';

/** The theory's question of that id, or undefined. */
export function findQuestion<F>(theory: Theory<F>, id: string): Question<F> | undefined {
  return theory.questions.find((question) => question.id === id);
}

/** Why a question has its answer in this case; null where the theory has no such question. */
export function questionExplanation<F>(theory: Theory<F>, facts: F, id: string): Explanation | null {
  const question = findQuestion(theory, id);
  if (question === undefined) return null;
  const { because, facts: refs } = question.derive(facts);
  return { criterion: id, label: question.label, outcome: null, because, facts: refs };
}
