import type { Criterion, FactRef, Outcome } from '../theory.ts';
import { contributionOf, partyOf } from './parties.ts';
import { saying } from './says.ts';
import type { Contribution, Facts, Party } from './vocabulary.ts';

/** What a criterion looks at: one contribution, who makes it, and the whole case around them. */
export interface Subject {
  readonly facts: Facts;
  readonly party: Party;
  readonly contribution: Contribution;
}

/** Why a criterion comes out as it does: the sentence, and the facts that it rests on, most telling first. */
export interface Reason {
  readonly because: string;
  readonly facts: readonly FactRef[];
}

export interface CriterionParts extends Pick<Criterion<Facts>, 'id' | 'label' | 'question' | 'statement' | 'source'> {
  readonly decide: (subject: Subject) => Outcome;
  readonly explain: (subject: Subject, outcome: Outcome) => Reason;
}

function subjectOf(facts: Facts, id: string): Subject {
  const contribution = contributionOf(facts, id);
  return { facts, contribution, party: partyOf(facts, contribution.by) };
}

/** A criterion from its rule (`decide`) and its wording (`explain`), which the hot path leaves out. */
export function criterion({ decide, explain, ...words }: CriterionParts): Criterion<Facts> {
  return {
    ...words,
    test: (facts, id) => {
      const subject = subjectOf(facts, id);
      const outcome = decide(subject);
      return { outcome, ...explain(subject, outcome), ...saying(words.id, subject, outcome) };
    },
    outcome: (facts, id) => decide(subjectOf(facts, id)),
  };
}

/** Names a field of a contribution or party: `c1.form`. */
export function field<T extends { readonly id: string }>(of: T, name: Exclude<keyof T, 'id' | symbol | number>): FactRef {
  return `${of.id}.${name}`;
}
