/** Verdict, deciding criterion, the fact from the story, what would change it; then the misconception, if one fits. */
import { quoteOf } from './evidence.ts';
import { grade, lensOf } from './grade.ts';
import type { Answer, Feedback, Grade, Item } from './item.ts';
import { tellingChanges } from './judging.ts';
import { kinds } from './kinds/index.ts';
import { caseReview } from './review.ts';

/** Explains an answer, right or wrong: a right answer gets its reasons too. Holds the key, so it is for answered items only. */
export function feedback<F>(item: Item<F>, answer: Answer): Feedback {
  const { theory, spec, scenarios } = item;
  const graded = grade(item, answer);
  const { headline, explanation, changes, parts, placed, points } = kinds[spec.kind].details(item, answer);
  const lens = lensOf(item);
  const [scenario] = scenarios;
  const isOne = scenarios.length === 1 && scenario !== undefined;
  return {
    outcome: outcomeOf(graded),
    lens: { id: lens.id, label: lens.label },
    headline,
    deciding: explanation && {
      criterion: explanation.criterion,
      label: explanation.label,
      outcome: explanation.outcome,
      because: explanation.because,
      quote: isOne ? quoteOf(scenario.story, explanation.facts) : null,
    },
    changes: changes && isOne ? tellingChanges(theory, scenario.facts, lens, explanation?.criterion ?? null) : [],
    misconceptions: graded.misconceptions.flatMap((id) => {
      const found = theory.misconceptions.find((misconception) => misconception.id === id);
      return found ? [{ id, name: found.name, says: found.says, tempts: found.tempts, breaks: found.breaks }] : [];
    }),
    parts,
    placed: placed ?? null,
    points,
    cases: scenarios.map((each) => caseReview(theory, each, lens, spec.about, isOne ? explanation?.facts : undefined)),
  };
}

/** Returns what a mark comes to. */
export function outcomeOf({ score, right }: Pick<Grade, 'score' | 'right'>): Feedback['outcome'] {
  if (score === null || right === null) return 'unmarked';
  if (right) return 'right';
  return score > 0 ? 'partly' : 'wrong';
}
