/** What cases can be sorted by: a question, a lens, or the concept that a case comes nearest to. */
import { defaultLens, findLens, judge, verdictOf } from '#app/definitions/judge.ts';
import type { Judgement, Lens, Misconception, Question, Theory } from '#app/definitions/theory.ts';
import { explaining, heldVerdict } from './judging.ts';
import { findQuestion } from './questions.ts';
import type { SheetColumn } from './sheet.ts';
import type { ClassifySpec } from './spec.ts';
import { lensName, sentenceCase, verdicts, verdictWord } from './wording.ts';

export interface Sorting<F> {
  readonly stem: string;
  readonly columns: readonly SheetColumn[];
  /** The column of a case, which is not always one of `columns`: a question may not arise. */
  readonly column: (facts: F) => string;
  readonly because: (facts: F) => string | null;
  /** The column in which a holder puts the case; null where the misconception cannot tell. */
  readonly held: (misconception: Misconception<F>, facts: F) => string | null;
  readonly lens: Lens<F>;
  /** What a headline begins with: "Under the narrow definition" or "By the facts". */
  readonly by: string;
}

/** How cases are sorted by the spec's `by`, which names a question, a lens or `nearest`; null for anything else. */
export function sortingBy<F>(theory: Theory<F>, { by, about }: ClassifySpec, cases: readonly F[]): Sorting<F> | null {
  const lens = findLens(theory, by);
  if (lens !== undefined) return byLens(theory, lens, cases, about);
  return by === 'nearest' ? byNearest(theory, cases, about) : byQuestion(theory, by, cases);
}

/** Why a case has its verdict; null where a lens asks nothing. */
function whyJudged(judgement: Judgement, about: string): string | null {
  const because = explaining(judgement, about)?.because ?? null;
  return because !== null && judgement.mixed ? `One part counts, another does not. ${because}` : because;
}

function byLens<F>(theory: Theory<F>, lens: Lens<F>, cases: readonly F[], about: string): Sorting<F> {
  return {
    stem: `Under ${lensName(lens)}, ${cases.length === 1 ? 'is this case' : 'which of these cases are'} ${theory.concept}?`,
    columns: verdicts.map((verdict) => ({ id: verdict, label: verdictWord[verdict], hint: null })),
    column: (facts) => verdictOf(theory, facts, lens),
    because: (facts) => whyJudged(judge(theory, facts, lens), about),
    held: (misconception, facts) => (misconception.lens === undefined ? null : heldVerdict(theory, misconception, facts, lens)),
    lens,
    by: `Under ${lensName(lens)}`,
  };
}

/** As many as a table has room for on a wide screen. */
const mostColumns = 8;

/** Fewer columns would give a single case away. */
const fewestColumns = 4;

/**
 * Of a question's answers those that fit in a table: all, or else those that some case has or a misconception gives it. A single case gets
 * the plainest others beside them.
 */
function answersShown<F>(theory: Theory<F>, question: Question<F>, cases: readonly F[]): Question<F>['answers'] {
  if (question.answers.length <= mostColumns) return question.answers;
  const mistaken = theory.misconceptions.flatMap((one) => (one.question?.id === question.id ? [one.question] : []));
  const given = new Set(cases.flatMap((facts) => [question.derive(facts).answer, ...mistaken.map(({ answer }) => answer(facts))]));
  for (const { id } of cases.length === 1 ? question.answers : []) if (given.size < fewestColumns) given.add(id);
  return question.answers.filter((answer) => given.has(answer.id));
}

function byQuestion<F>(theory: Theory<F>, id: string, cases: readonly F[]): Sorting<F> | null {
  const question = findQuestion(theory, id);
  if (question === undefined) return null;
  return {
    stem: cases.length === 1 ? question.ask : `${question.ask} Sort the cases.`,
    columns: answersShown(theory, question, cases).map((answer) => ({ id: answer.id, label: answer.label, hint: null })),
    column: (facts) => question.derive(facts).answer,
    because: (facts) => question.derive(facts).because,
    held: (misconception, facts) => (misconception.question?.id === id ? misconception.question.answer(facts) : null),
    lens: defaultLens(theory),
    by: 'By the facts',
  };
}

const conceptItself = 'concept';

function byNearest<F>(theory: Theory<F>, cases: readonly F[], about: string): Sorting<F> {
  const lens = defaultLens(theory);
  const neighbours = new Map(cases.flatMap((facts) => theory.nearest(facts) ?? []).map(({ id, label }) => [id, label]));
  const columns = [...neighbours].map(([id, label]) => ({ id, label: sentenceCase(label), hint: null }));
  columns.sort((one, other) => (one.label < other.label ? -1 : 1));
  return {
    stem: `What is ${cases.length === 1 ? 'this case' : 'each of these cases'}: ${theory.concept}, or something close to it?`,
    columns: [{ id: conceptItself, label: sentenceCase(theory.concept), hint: null }, ...columns],
    column: (facts) => theory.nearest(facts)?.id ?? conceptItself,
    because: (facts) => whyJudged(judge(theory, facts, lens), about),
    held(misconception, facts) {
      if (misconception.lens === undefined) return null;
      if (verdictOf(theory, facts, misconception.lens) !== 'no') return conceptItself;
      return theory.nearest(facts)?.id ?? null;
    },
    lens,
    by: `Under ${lensName(lens)}`,
  };
}
