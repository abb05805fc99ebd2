import { combineVerdicts, defaultLens, outcomesOf, verdictFrom } from './judge.ts';
import type { Change, Flip, Lens, Outcome, Theory, Verdict } from './theory.ts';

type Outcomes = readonly (readonly Outcome[])[];

const verdictOfAll = (outcomes: Outcomes): Verdict => combineVerdicts(outcomes.map(verdictFrom));

/** Criteria whose outcome differs for some subject, in lens order. */
function turned<F>(lens: Lens<F>, before: Outcomes, after: Outcomes): string[] {
  return lens.criteria
    .filter((_, column) => before.some((row, subject) => row[column] !== after[subject]?.[column]))
    .map((criterion) => criterion.id);
}

/** Two changes that set the same fact cannot both hold. */
const clash = <F>(one: Change<F>, other: Change<F>): boolean => one.facts.some((ref) => other.facts.includes(ref));

/**
 * The smallest sets of the theory's `changes` that flip the verdict under a lens: every single change that does, then
 * every pair that does although neither member does alone. Pure.
 */
export function explore<F>(theory: Theory<F>, facts: F, lens: Lens<F> = defaultLens(theory)): readonly Flip<F>[] {
  const before = outcomesOf(theory, facts, lens);
  const from = verdictOfAll(before);
  const flips: Flip<F>[] = [];
  const idle: { change: Change<F>; facts: F }[] = [];
  const record = (changes: readonly Change<F>[], changed: F): boolean => {
    const after = outcomesOf(theory, changed, lens);
    const to = verdictOfAll(after);
    if (to === from) return false;
    flips.push({ changes, from, to, criteria: turned(lens, before, after) });
    return true;
  };
  for (const change of theory.changes(facts)) {
    const changed = change.apply(facts);
    if (!record([change], changed)) idle.push({ change, facts: changed });
  }
  for (const [index, one] of idle.entries()) {
    for (const other of idle.slice(index + 1)) {
      if (!clash(one.change, other.change)) record([one.change, other.change], other.change.apply(one.facts));
    }
  }
  return flips;
}
