/** V1, T1, N1 and M1: questions asked after the verdict. They never change it. */
import { decidingFinding } from '../deciding.ts';
import { judge } from '../judge.ts';
import type { FactRef, Lens, Question } from '../theory.ts';
import { worths } from './criteria-value.ts';
import { field } from './criterion.ts';
import { judging } from './judging.ts';
import { broad, narrow } from './lenses.ts';
import { focusContributions, stateContributions } from './parties.ts';
import { mainMotives, necessity, timing, valueType } from './verdicts.ts';
import { type Facts, type MotiveType, motiveTypes, type Tool } from './vocabulary.ts';
import { list, sentence, the } from './words.ts';

export interface Derived {
  readonly answer: string;
  readonly because: string;
  readonly facts: readonly FactRef[];
}

/** The answer where a lens says no: the question does not arise, for the reason that decides the verdict. */
export function notAsked(facts: Facts, lens: Lens<Facts>): Derived {
  const reason = decidingFinding(judge(judging, facts, lens));
  return {
    answer: 'n/a',
    because: `Under the ${lens.label} this is not co-production.`,
    facts: reason?.facts ?? facts.focus,
  };
}

export const valueQuestion: Question<Facts> = {
  id: 'V1',
  label: 'Kind of value',
  ask: 'Who gains from it: individuals, the community as a whole, or both?',
  source: 'Public or private value? Or both?',
  answers: [
    { id: 'private', label: 'Private: individuals gain' },
    { id: 'public', label: 'Public: the community gains' },
    { id: 'both', label: 'Both at once' },
    { id: 'none', label: 'Nobody gains' },
  ],
  derive: (facts) => {
    const good = worths(facts, 'positive');
    const gains = (consumption: 'individual' | 'joint') =>
      list(good.filter(({ value }) => value.consumption === consumption).map(({ value }) => `${the(value.to)} (${value.what})`));
    const answer = valueType(facts);
    const because = {
      private: `Individuals gain, and nobody beyond them: ${gains('individual')}.`,
      public: `All share in it: ${gains('joint')}.`,
      both: `Individuals gain: ${gains('individual')}. And all share in it: ${gains('joint')}.`,
      none: 'No good comes of it for anybody.',
    }[answer];
    const refs = good.length > 0 ? good : worths(facts, 'negative');
    return { answer, because, facts: refs.length > 0 ? refs.map(({ ref }) => ref) : facts.focus };
  },
};

export const timingQuestion: Question<Facts> = {
  id: 'T1',
  label: 'Timing',
  ask: 'When do the two sides put in their share: at the same time, one after the other, or some of each?',
  source: 'Co-production does not need to be simultaneous',
  answers: [
    { id: 'simultaneous', label: 'At the same time' },
    { id: 'sequential', label: 'One after the other' },
    { id: 'mixed', label: 'Some of each' },
  ],
  derive: (facts) => {
    const answer = timing(facts);
    if (answer === 'n/a') return notAsked(facts, broad);
    const state = stateContributions(facts).filter(({ feedsOutput }) => feedsOutput);
    const given = focusContributions(facts);
    const both = `${list(given.map(({ what }) => `“${what}”`))} on one side, ${list(state.map(({ what }) => `“${what}”`))} on the other`;
    const because = {
      simultaneous: `Both sides act at the same time: ${both}.`,
      sequential: `The two sides act at different times: ${both}.`,
      mixed: `Some of it falls together and some does not: ${both}.`,
    }[answer];
    return { answer, because, facts: [...given, ...state].map((contribution) => field(contribution, 'steps')) };
  },
};

export const toolWords: Record<Tool, string> = {
  'own-staff': 'the service’s own staff',
  contractor: 'a contractor',
  technology: 'technology',
  regulation: 'regulation',
};

const refsOf = (facts: Facts, kind: 'alternative' | 'motive'): FactRef[] => {
  const entries = kind === 'alternative' ? facts.alternatives : facts.motives;
  return entries.length > 0 ? entries.map((_, index) => `${kind}.${index + 1}`) : [...facts.focus];
};

/** N1 in words; D1 asks the same facts another way. */
export function whyNecessary(facts: Facts): Derived {
  const answer = necessity(facts);
  if (answer === 'n/a') return notAsked(facts, narrow);
  const [first] = facts.alternatives;
  if (first === undefined) return { answer, because: 'There is no other way to reach the output.', facts: refsOf(facts, 'alternative') };
  const works = facts.alternatives.find(({ achieves }) => achieves !== 'no');
  const note = (text: string): string => (text.trim() === '' ? '' : ` (${text})`);
  const because =
    works === undefined
      ? `Nobody else could bring about the output, not even ${toolWords[first.tool]}${note(first.note)}.`
      : `${sentence(toolWords[works.tool])} could do it ${works.achieves === 'worse' ? 'too, if less well' : 'just as well'}${note(works.note)}.`;
  return { answer, because, facts: refsOf(facts, 'alternative') };
}

export const necessityQuestion: Question<Facts> = {
  id: 'N1',
  label: 'Necessity',
  ask: 'Could the service do without it, or is it unavoidable?',
  source: 'Sometimes it’s unavoidable',
  answers: [
    { id: 'unavoidable', label: 'Unavoidable: there is no output without it' },
    { id: 'optional', label: 'Optional: there is another way' },
  ],
  derive: whyNecessary,
};

/** Motives with plain names and hints, as cues are matched to them. */
export const motiveCategories: readonly { readonly id: MotiveType; readonly label: string; readonly hint: string }[] = [
  { id: 'extrinsic', label: 'Extrinsic', hint: 'A benefit, a better outcome for oneself or one’s family, or a penalty avoided' },
  { id: 'intrinsic', label: 'Intrinsic', hint: 'The doing itself: enjoyment, or getting good at something' },
  { id: 'prosocial', label: 'Prosocial', hint: 'Other people: company, belonging, being esteemed' },
  { id: 'normative', label: 'Normative', hint: 'A conviction: duty, fairness, what one believes is right' },
];

/** Every mixture of main motives, small ones first; the types of each in the order of the alphabet. */
const mixtures: readonly (readonly MotiveType[])[] = Array.from({ length: 2 ** motiveTypes.length - 1 }, (_, index) =>
  motiveTypes.filter((_type, bit) => ((index + 1) >> bit) & 1),
).toSorted((one, other) => one.length - other.length);

/** The answer to M1 that stands for these main motives. */
export const motiveAnswer = (types: readonly MotiveType[]): string => (types.length === 0 ? 'n/a' : types.join('+'));

export const motiveQuestion: Question<Facts> = {
  id: 'M1',
  label: 'Main motives',
  ask: 'What mainly moves those who give?',
  source: 'Why do people co-produce?',
  answers: mixtures.map((set) => ({ id: motiveAnswer(set), label: sentence(list(set)) })),
  derive: (facts) => {
    const main = mainMotives(facts);
    const refs = refsOf(facts, 'motive');
    if (main.length === 0) return { answer: 'n/a', because: 'Nothing is told about anybody’s motives.', facts: refs };
    const cues = (types: (type: MotiveType) => boolean) =>
      list(facts.motives.filter(({ type }) => types(type)).map(({ type, cue }) => `${type} (“${cue}”)`));
    const rest = facts.motives.some(({ type }) => !main.includes(type))
      ? ` In the mix, but weaker: ${cues((type) => !main.includes(type))}.`
      : '';
    return { answer: motiveAnswer(main), because: `Strongest here: ${cues((type) => main.includes(type))}.${rest}`, facts: refs };
  },
};
