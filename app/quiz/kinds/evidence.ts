/** Which sentence settles it? The key follows from the facts that a finding rests on and the words that establish them. */
import { defaultLens } from '#app/definitions/judge.ts';
import type { FactRef } from '#app/definitions/theory.ts';
import { mostTelling, plainText, quoteOf, segmentsFor, sentencesOf, sentencesWith } from '../evidence.ts';
import type { Item } from '../item.ts';
import { findingOn, heldCriterion, lensWith } from '../judging.ts';
import type { Explanation, Kind } from '../kind.ts';
import { error, right, wrong } from '../kind.ts';
import { oncePerItem } from '../once.ts';
import { questionExplanation } from '../questions.ts';
import type { EvidenceSpec } from '../spec.ts';
import { scenarioOf } from '../subject.ts';
import { lensName } from '../wording.ts';

function lensOf<F>(item: Item<F, EvidenceSpec>) {
  return lensWith(item.theory, item.spec.about) ?? defaultLens(item.theory);
}

function explanationOf<F>(item: Item<F, EvidenceSpec>): Explanation | null {
  const { facts } = scenarioOf(item);
  return findingOn(item.theory, facts, lensOf(item), item.spec.about) ?? questionExplanation(item.theory, facts, item.spec.about);
}

/**
 * Sentences that settle it, and others that the finding also rests on. A criterion is settled by its most telling fact
 * that the story establishes; a question by each of its facts, since none comes before the others.
 */
const sentences = oncePerItem(<F>(item: Item<F, EvidenceSpec>) => {
  const { story } = scenarioOf(item);
  const refs: readonly FactRef[] = explanationOf(item)?.facts ?? [];
  const all = [...new Set(refs.flatMap((ref) => sentencesWith(story, segmentsFor(story, ref))))];
  const isCriterion = lensWith(item.theory, item.spec.about) !== undefined;
  const settling = isCriterion ? sentencesWith(story, mostTelling(story, refs)) : all;
  return { settling, related: all.filter((index) => !settling.includes(index)) };
});

export const evidence: Kind<EvidenceSpec> = {
  id: 'evidence',
  /** Whoever is mistaken looks at the same sentence as a rule and sees something else in it, so nobody need go wrong. */
  diagnoses: () => false,
  hint: 'Choose one sentence of the story.',
  scenarioIds: (spec) => [spec.scenario],
  lens: lensOf,

  errors(item) {
    const explanation = explanationOf(item);
    if (explanation === null) return [error('nothing-to-settle', `Nothing in the theory is called “${item.spec.about}”.`)];
    if (sentences(item).settling.length > 0) return [];
    return [
      error('no-evidence', `No words of the story establish what ${item.spec.about} rests on: mark ${explanation.facts.join(' or ')}.`),
    ];
  },

  warnings: () => [],

  stem(item) {
    const { theory, spec } = item;
    const criterion = lensOf(item).criteria.find((candidate) => candidate.id === spec.about);
    const ask = criterion?.question ?? theory.questions.find((question) => question.id === spec.about)?.ask ?? '';
    return `“${ask}” Which sentence of the story settles that?`;
  },

  sheet: (item) => ({ type: 'sentence', sentences: sentencesOf(scenarioOf(item).story).map(plainText) }),

  key(item) {
    const [first] = sentences(item).settling;
    return first === undefined ? null : { type: 'sentence', sentence: first };
  },

  answerUnder(item, misconception) {
    if (misconception.lens === undefined || misconception.concerns !== item.spec.about) return null;
    const { facts, story } = scenarioOf(item);
    const [subject] = item.theory.subjects(facts);
    const held = heldCriterion(item.theory, misconception, lensOf(item), item.spec.about);
    if (held === null || subject === undefined) return null;
    const [first] = sentencesWith(story, mostTelling(story, held.test(facts, subject.id).facts));
    return first === undefined || sentences(item).settling.includes(first) ? evidence.key(item) : { type: 'sentence', sentence: first };
  },

  mark(item, answer) {
    if (answer.type !== 'sentence') return wrong;
    const { settling, related } = sentences(item);
    if (settling.includes(answer.sentence)) return right;
    return related.includes(answer.sentence) ? { score: 0.5, right: false } : wrong;
  },

  details(item, answer) {
    const explanation = explanationOf(item);
    const quote = quoteOf(scenarioOf(item).story, explanation?.facts ?? []);
    const isRelated = answer.type === 'sentence' && sentences(item).related.includes(answer.sentence);
    const isQuestion = explanation?.outcome === null;
    const settled = `“${explanation?.label ?? item.spec.about}” is settled by the words “${quote ?? ''}”.`;
    const related = isRelated ? ' Your sentence bears on it too, but does not settle it alone.' : '';
    return {
      headline: `${isQuestion ? '' : `Under ${lensName(lensOf(item))}, `}${settled}${related}`,
      explanation,
      changes: false,
      parts: [],
      points: [],
    };
  },
};
