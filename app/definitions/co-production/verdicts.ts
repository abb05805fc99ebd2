/** Verdicts without their reasons, and the value a case brings: what the follow-up questions begin from. */
import { verdictOf } from '../judge.ts';
import { judging } from './judging.ts';
import { broad, narrow } from './lenses.ts';
import { focusContributions, overlap, stateContributions } from './parties.ts';
import type { Facts, MotiveType } from './vocabulary.ts';

export type ValueType = 'private' | 'public' | 'both' | 'none';

/** V1: which positive values exist, by how they are consumed. */
export function valueType({ value }: Facts): ValueType {
  const has = (consumption: 'individual' | 'joint') =>
    value.some((entry) => entry.sign === 'positive' && entry.consumption === consumption);
  if (has('individual')) return has('joint') ? 'both' : 'private';
  return has('joint') ? 'public' : 'none';
}

export type Timing = 'simultaneous' | 'sequential' | 'mixed' | 'n/a';

/**
 * T1: whether the steps of each focus contribution overlap with those of each state contribution that feeds the output.
 * Where no state contribution feeds it there is nothing to compare, and nothing that comes apart: simultaneous.
 */
export function timing(facts: Facts): Timing {
  if (verdictOf(judging, facts, broad) === 'no') return 'n/a';
  const state = stateContributions(facts).filter(({ feedsOutput }) => feedsOutput);
  const pairs = focusContributions(facts).flatMap((given) => state.map((own) => overlap(given, own)));
  if (pairs.every(Boolean)) return 'simultaneous';
  return pairs.some(Boolean) ? 'mixed' : 'sequential';
}

export type Necessity = 'unavoidable' | 'optional' | 'n/a';

/** N1: unavoidable where no alternative achieves the output, not even worse. */
export function necessity(facts: Facts): Necessity {
  if (verdictOf(judging, facts, narrow) === 'no') return 'n/a';
  return facts.alternatives.every(({ achieves }) => achieves === 'no') ? 'unavoidable' : 'optional';
}

/** M1: the types with the highest weight, sorted, each once; empty where no motive is known. */
export function mainMotives({ motives }: Pick<Facts, 'motives'>): MotiveType[] {
  const highest = Math.max(...motives.map(({ weight }) => weight));
  return [...new Set(motives.filter(({ weight }) => weight === highest).map(({ type }) => type))].sort();
}
