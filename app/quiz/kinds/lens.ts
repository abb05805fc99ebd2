/** Which definition is the speaker using? The key follows from which of two lenses give the verdict that is claimed. */
import { defaultLens, judge, verdictOf } from '#app/definitions/judge.ts';
import type { Lens, Theory, Verdict } from '#app/definitions/theory.ts';
import type { Answer, Item } from '../item.ts';
import { explaining, heldVerdict } from '../judging.ts';
import type { Kind } from '../kind.ts';
import { error, right, wrong } from '../kind.ts';
import type { LensSpec } from '../spec.ts';
import { scenarioOf } from '../subject.ts';
import { clause, lensName, sentenceCase, verdictClause } from '../wording.ts';

/** The two lenses that are told apart: the theory's default and the next. */
function pair<F>(theory: Theory<F>): readonly [Lens<F>, Lens<F>] {
  const first = defaultLens(theory);
  return [first, theory.lenses[1] ?? first];
}

function options<F>(theory: Theory<F>) {
  const [one, other] = pair(theory);
  return [
    { id: one.id, text: `Only under ${lensName(one)}` },
    { id: other.id, text: `Only under ${lensName(other)}` },
    { id: 'both', text: 'Under both definitions' },
    { id: 'neither', text: 'Under neither definition' },
  ];
}

/** The option that fits, given what each lens says. */
function fitting<F>(item: Item<F, LensSpec>, first: Verdict, second: Verdict): Answer {
  const [one, other] = pair(item.theory);
  const { claims } = item.spec;
  const option = first === claims ? (second === claims ? 'both' : one.id) : second === claims ? other.id : 'neither';
  return { type: 'choice', option };
}

function keyOf<F>(item: Item<F, LensSpec>): Answer {
  const { facts } = scenarioOf(item);
  const [one, other] = pair(item.theory);
  return fitting(item, verdictOf(item.theory, facts, one), verdictOf(item.theory, facts, other));
}

export const lens: Kind<LensSpec> = {
  id: 'lens',
  diagnoses: () => false,
  hint: 'Ask both definitions, then choose one answer.',
  scenarioIds: (spec) => [spec.scenario],

  lens: (item) => defaultLens(item.theory),

  errors: (item) =>
    item.theory.lenses.length > 1 ? [] : [error('one-lens', 'The theory has one definition only, so there is nothing to tell apart.')],
  warnings: () => [],

  stem(item) {
    const { speaker, quote } = item.spec;
    return `${sentenceCase(clause(speaker))} says: “${quote.replace(/^[“"]|[”"]$/g, '')}” Under which definition is the speaker right?`;
  },

  sheet: (item) => ({ type: 'choice', options: options(item.theory) }),
  key: keyOf,

  answerUnder(item, misconception) {
    if (misconception.lens === undefined) return null;
    const { facts } = scenarioOf(item);
    const [one, other] = pair(item.theory);
    return fitting(item, heldVerdict(item.theory, misconception, facts, one), verdictOf(item.theory, facts, other));
  },

  mark(item, answer) {
    const key = keyOf(item);
    return answer.type === 'choice' && key.type === 'choice' && answer.option === key.option ? right : wrong;
  },

  details(item) {
    const { theory } = item;
    const { facts } = scenarioOf(item);
    const says = pair(theory).map(
      (candidate) => `${lensName(candidate)} says: ${verdictClause(theory, verdictOf(theory, facts, candidate))}`,
    );
    return {
      headline: `${sentenceCase(says.join('; '))}.`,
      explanation: explaining(judge(theory, facts), item.spec.about),
      changes: false,
      parts: [],
      points: [],
    };
  },
};
