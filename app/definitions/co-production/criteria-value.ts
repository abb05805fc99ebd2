/** R7 and B5 (value), and R8 (the strict switch on duty). */
import { criterion, field, type Reason, type Subject } from './criterion.ts';
import type { Facts, Value } from './vocabulary.ts';
import { list, the } from './words.ts';

export interface Worth {
  readonly value: Value;
  /** `value.1` for the first. */
  readonly ref: string;
}

/** The values of a case with that sign, each with the mark that names it. */
export function worths(facts: Facts, sign: Value['sign']): Worth[] {
  return facts.value.map((value, index) => ({ value, ref: `value.${index + 1}` })).filter(({ value }) => value.sign === sign);
}

const toWhom = ({ value }: Worth): string => `to ${the(value.to)} (${value.what})`;

function whyWorth({ facts, contribution }: Subject): Reason {
  const good = worths(facts, 'positive');
  if (good.length > 0) return { because: `It is worth something ${list(good.map(toWhom))}.`, facts: good.map(({ ref }) => ref) };
  const bad = worths(facts, 'negative');
  if (bad.length === 0) return { because: 'It is worth nothing to anybody: no good comes of it.', facts: [contribution.id] };
  return {
    because: `It is worth nothing to anybody: all that comes of it is harm ${list(bad.map(toWhom))}.`,
    facts: bad.map(({ ref }) => ref),
  };
}

const worthParts = {
  id: 'R7',
  label: 'Worth something',
  question: 'Is the result worth something to persons, to the community, or to both?',
  statement: 'The result is worth something to persons, the community, or both.',
  source: 'Public or private value? Or both?',
  decide: ({ facts }: Subject) => (facts.value.some(({ sign }) => sign === 'positive') ? ('pass' as const) : ('fail' as const)),
  explain: whyWorth,
};

/** The result is worth something to persons, the community, or both. */
export const worthSomething = criterion(worthParts);

/** Some benefit, private or public: the broad lens asks the same. */
export const someBenefit = criterion({
  ...worthParts,
  id: 'B5',
  label: 'Some benefit',
  question: 'Is there some benefit, private or public?',
  statement: 'There is some benefit, private or public.',
  source: 'Co-production: who does the work? (the broad definition; after Nabatchi et al. 2017)',
});

const shared = (facts: Facts): Worth[] => worths(facts, 'positive').filter(({ value }) => value.consumption === 'joint');

/** R7 as read by those who want value that is enjoyed jointly. */
export const worthToAll = criterion({
  ...worthParts,
  label: 'Worth something to all',
  question: 'Is the result worth something to the community as a whole?',
  statement: 'The result is worth something to the community as a whole.',
  decide: ({ facts }) => (shared(facts).length > 0 ? 'pass' : 'fail'),
  explain: (subject) => {
    const joint = shared(subject.facts);
    if (joint.length > 0)
      return { because: `All share in it: it is worth something ${list(joint.map(toWhom))}.`, facts: joint.map(({ ref }) => ref) };
    const single = worths(subject.facts, 'positive');
    if (single.length === 0) return whyWorth(subject);
    return {
      because: `It is worth something ${list(single.map(toWhom))}, but nothing comes of it that all share.`,
      facts: single.map(({ ref }) => ref),
    };
  },
});

/** R8, off by default: the strict reading leaves out what the law commands. Brudney & England (1983). */
export const noLegalDuty = criterion({
  id: 'R8',
  label: 'Free to say no',
  question: 'Is it done without a legal duty?',
  statement: 'It is done without a legal duty.',
  source: 'Not in the explainer; Brudney and England (1983)',
  decide: ({ contribution: { compulsion } }) => (compulsion === 'legal-duty' || compulsion === 'force' ? 'fail' : 'pass'),
  explain: ({ contribution: c, party }) => {
    const facts = [field(c, 'compulsion')];
    const who = the(party.label);
    if (c.compulsion === 'force') return { because: `Force is used on ${who}, so nothing is freely given.`, facts };
    if (c.compulsion === 'legal-duty') return { because: `The law requires it of ${who}, so it is not freely given.`, facts };
    if (c.compulsion === 'condition') return { because: `A condition is attached, but no law commands ${who} to do it.`, facts };
    if (c.compulsion === 'incentive') return { because: `There is something to gain by it, but no law commands ${who} to do it.`, facts };
    return { because: `No law commands ${who} to do it.`, facts };
  },
});
