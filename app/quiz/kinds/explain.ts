/** Write why, then compare with what follows from the facts. A machine does not mark it. An edge case is argued under two definitions. */
import { findLens, judge } from '#app/definitions/judge.ts';
import type { Judgement, Lens, TracedFinding } from '#app/definitions/theory.ts';
import { isDisputed } from '../disputed.ts';
import { quoteOf } from '../evidence.ts';
import type { Feedback, Item } from '../item.ts';
import { explaining } from '../judging.ts';
import { error, type Kind } from '../kind.ts';
import { findQuestion, questionExplanation } from '../questions.ts';
import { readingsBeside } from '../readings.ts';
import type { ExplainSpec } from '../spec.ts';
import { judgementOf, namedLens, scenarioOf } from '../subject.ts';
import { clause, lensName, sentenceCase, verdictClause, verdictHeadline, verdictWord } from '../wording.ts';

const maxLength = 2000;

type Point = Feedback['points'][number];

/** The definitions to argue under: the two that the author names, else one. */
function lensesOf<F>(item: Item<F, ExplainSpec>): readonly Lens<F>[] {
  const { lenses } = item.spec;
  return lenses === undefined ? [namedLens(item)] : lenses.flatMap((id) => findLens(item.theory, id) ?? []);
}

/** Where all is met no single criterion decides, so then it is one that matters. */
function criterionPoint({ label, outcome }: TracedFinding): string {
  if (outcome === 'pass') return `It says how the case meets “${label}”.`;
  return `It names the criterion that decides, “${label}”, and says why.`;
}

/** The verdict with its lens, the deciding criterion, the fact. */
function pointsUnder<F>(item: Item<F, ExplainSpec>, lens: Lens<F>, judgement: Judgement): readonly Point[] {
  const found = explaining(judgement, item.spec.about);
  // Where all is met, no row stands out unless the item is about one.
  const finding = found?.outcome === 'pass' && findQuestion(item.theory, item.spec.about) ? null : found;
  const quote = finding === null ? null : quoteOf(scenarioOf(item).story, finding.facts);
  return [
    {
      id: 'verdict',
      text: `It gives the verdict and names the definition: under ${lensName(lens)}, ${verdictClause(item.theory, judgement.verdict)}.`,
    },
    ...(finding === null ? [] : [{ id: 'criterion', text: `${criterionPoint(finding)} ${clause(finding.because)}.` }]),
    ...(quote === null ? [] : [{ id: 'fact', text: `It points to the fact in the story: “${quote}”.` }]),
  ];
}

/** Where the item is about a question that comes after the verdict: its answer, and the words that it rests on. */
function questionPoints<F>({ theory, spec, scenarios: [scenario] }: Item<F, ExplainSpec>): readonly Point[] {
  const question = findQuestion(theory, spec.about);
  if (!question || !scenario) return [];
  const { because, facts } = question.derive(scenario.facts);
  const quote = quoteOf(scenario.story, facts);
  return [
    { id: 'question', text: `It answers what comes after the verdict: “${question.ask}” ${clause(because)}.` },
    ...(quote === null ? [] : [{ id: 'answer-fact', text: `It points to the fact behind that answer: “${quote}”.` }]),
  ];
}

/** How somebody else reads the case. */
function readingPoint<F>(item: Item<F, ExplainSpec>, lens: Lens<F>): readonly Point[] {
  const [reading] = readingsBeside(item.theory, scenarioOf(item).facts, lens);
  if (reading === undefined) return [];
  const text = `It says that others read it otherwise. ${sentenceCase(reading.label)}: ${verdictWord[reading.verdict].toLowerCase()}. ${clause(reading.because)}.`;
  return [{ id: 'reading', text }];
}

/** What a full answer touches. */
function points<F>(item: Item<F, ExplainSpec>): readonly Point[] {
  const lenses = lensesOf(item);
  const [only] = lenses;
  if (lenses.length === 1 && only) {
    return [...pointsUnder(item, only, judgementOf(item)), ...questionPoints(item), ...readingPoint(item, only)];
  }
  const { facts } = scenarioOf(item);
  return lenses.flatMap((lens) =>
    pointsUnder(item, lens, judge(item.theory, facts, lens)).map(({ id, text }) => ({ id: `${lens.id}:${id}`, text })),
  );
}

export const explain: Kind<ExplainSpec> = {
  id: 'explain',
  diagnoses: () => false,
  hint: 'Write two or three sentences. You compare them with the facts yourself.',
  scenarioIds: (spec) => [spec.scenario],
  lens: (item) => lensesOf(item)[0] ?? namedLens(item),

  errors(item) {
    const { lenses = [] } = item.spec;
    const unknown = lenses.filter((id) => findLens(item.theory, id) === undefined);
    if (unknown.length > 0) return unknown.map((id) => error('unknown-lens', `The theory has no lens “${id}”.`));
    if (lenses.length === 0 || isDisputed(scenarioOf(item), item.theory)) return [];
    return [
      error('no-edge-case', 'Only an edge case is worth arguing under two definitions: here no reading differs and nothing is unusual.'),
    ];
  },

  warnings: () => [],
  stem: (item) => item.spec.prompt,
  sheet: (item) => ({
    type: 'text',
    maxLength,
    lenses: item.spec.lenses === undefined ? [] : lensesOf(item).map(({ id, label }) => ({ id, label })),
  }),
  key: () => null,
  answerUnder: () => null,
  mark: () => ({ score: null, right: null }),

  details(item) {
    const { facts } = scenarioOf(item);
    const verdicts = lensesOf(item).map((lens) => verdictHeadline(item.theory, lens, judge(item.theory, facts, lens).verdict));
    return {
      headline: `${verdicts.join(' ')} Compare your answer with these points.`,
      explanation: questionExplanation(item.theory, facts, item.spec.about) ?? explaining(judgementOf(item), item.spec.about),
      changes: true,
      parts: [],
      points: points(item),
    };
  },
};
