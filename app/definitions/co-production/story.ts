/** What a story must make plain: evidence for a judgement, the order of steps, and cues of motives. */
import { judge } from '../judge.ts';
import type { CuePair, FactRef, SequenceStep } from '../theory.ts';
import { judging } from './judging.ts';
import { broad, narrow } from './lenses.ts';
import { partyOf } from './parties.ts';
import { motiveQuestion, necessityQuestion, timingQuestion, valueQuestion } from './questions.ts';
import { line } from './telling.ts';
import { cashQuestion, howQuestion, tailorQuestion, useQuestion } from './use-questions.ts';
import type { Facts } from './vocabulary.ts';

/** All questions asked after the verdict, in the order of the course. */
export const questions = [
  valueQuestion,
  timingQuestion,
  necessityQuestion,
  motiveQuestion,
  howQuestion,
  useQuestion,
  tailorQuestion,
  cashQuestion,
] as const;

/** The refs that every finding of both lenses rests on, and those of each question; none where a question does not arise. */
export function evidenceNeeded(facts: Facts): {
  readonly judgement: readonly FactRef[];
  readonly questions: Readonly<Record<string, readonly FactRef[]>>;
} {
  const refs = [narrow, broad].flatMap((lens) =>
    judge(judging, facts, lens).subjects.flatMap(({ findings }) => findings.flatMap((finding) => finding.facts)),
  );
  const perQuestion = questions.map((question) => {
    const { answer, facts: needed } = question.derive(facts);
    return [question.id, answer === 'n/a' || answer === 'not-asked' ? [] : needed] as const;
  });
  return { judgement: [...new Set(refs)], questions: Object.fromEntries(perQuestion) };
}

/** Every contribution in time, by its first step; equal `at` means: in any order. */
export function sequence(facts: Facts): readonly SequenceStep[] {
  return facts.contributions
    .map((contribution) => ({
      id: contribution.id,
      text: line(partyOf(facts, contribution.by), contribution),
      at: contribution.steps[0],
      facts: [contribution.id],
    }))
    .toSorted((one, other) => one.at - other.at);
}

/** The words that show each motive, with the motive. */
export function cues(facts: Facts): readonly CuePair[] {
  return facts.motives.map(({ cue, type }, index) => ({ id: `motive.${index + 1}`, cue, category: type, facts: [`motive.${index + 1}`] }));
}
