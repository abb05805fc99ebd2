import { verdictOf } from '../judge.ts';
import type { Verdict } from '../theory.ts';
import { decideUse, type Use } from './decision.ts';
import { judging } from './judging.ts';
import { broad, narrow } from './lenses.ts';
import { type NearestId, nearest } from './nearest.ts';
import { mainMotives, type Necessity, necessity, type Timing, timing, type ValueType, valueType } from './verdicts.ts';
import type { Facts, MotiveType } from './vocabulary.ts';

export interface Derivation {
  readonly narrow: Verdict;
  readonly broad: Verdict;
  readonly nearest: NearestId | null;
  readonly valueType: ValueType;
  readonly timing: Timing;
  readonly necessity: Necessity;
  readonly mainMotives: readonly MotiveType[];
  readonly use: Use;
}

/** The eight fields that sum a case up, as the judge command prints them. */
export function derive(facts: Facts): Derivation {
  return {
    narrow: verdictOf(judging, facts, narrow),
    broad: verdictOf(judging, facts, broad),
    nearest: nearest(facts)?.id ?? null,
    valueType: valueType(facts),
    timing: timing(facts),
    necessity: necessity(facts),
    mainMotives: mainMotives(facts),
    use: decideUse(facts),
  };
}
