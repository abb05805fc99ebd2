/**
 * Coverage of a definition by cases, as modified condition/decision coverage measures it for code (DO-178C): a
 * criterion is covered where it alone keeps some case out, and where some other case would be lost without it.
 */
import { combineVerdicts, defaultLens, outcomesOf, verdictFrom } from './judge.ts';
import type { Change, Lens, Outcome, Theory } from './theory.ts';

export interface CoverageCase<F> {
  readonly id: string;
  readonly facts: F;
}

/** A case that one change would turn into one that the criterion alone decides. */
export interface NearMiss<F> {
  readonly case: string;
  readonly change: Change<F>;
}

export interface CriterionCoverage<F> {
  readonly criterion: string;
  readonly label: string;
  /** Cases that the criterion alone keeps out, wholly or in part: were it met, the verdict would change. */
  readonly decides: readonly string[];
  /** Cases in which it is met and the verdict would change were it not. */
  readonly upholds: readonly string[];
  /** Where `decides` is empty: the case and the change that would fill the gap, null if no single change would. */
  readonly nearMiss: NearMiss<F> | null;
}

type Outcomes = readonly (readonly Outcome[])[];

/** Does turning this one outcome over, for some subject in which it is `met` or not, change the verdict? */
function independent(outcomes: Outcomes, column: number, met: boolean): boolean {
  const verdict = combineVerdicts(outcomes.map(verdictFrom));
  return outcomes.some((row, subject) => {
    if ((row[column] === 'pass') !== met) return false;
    const forced = row.with(column, met ? 'fail' : 'pass');
    return combineVerdicts(outcomes.with(subject, forced).map(verdictFrom)) !== verdict;
  });
}

function findNearMiss<F>(theory: Theory<F>, cases: readonly CoverageCase<F>[], lens: Lens<F>, column: number): NearMiss<F> | null {
  for (const { id, facts } of cases) {
    const change = theory.changes(facts).find((candidate) => independent(outcomesOf(theory, candidate.apply(facts), lens), column, false));
    if (change !== undefined) return { case: id, change };
  }
  return null;
}

/** Which cases each criterion of a lens (the theory's first unless given) decides alone, in lens order. */
export function coverage<F>(
  theory: Theory<F>,
  cases: readonly CoverageCase<F>[],
  lens: Lens<F> = defaultLens(theory),
): readonly CriterionCoverage<F>[] {
  const judged = cases.map(({ id, facts }) => ({ id, outcomes: outcomesOf(theory, facts, lens) }));
  return lens.criteria.map((criterion, column) => {
    const where = (met: boolean) => judged.filter(({ outcomes }) => independent(outcomes, column, met)).map(({ id }) => id);
    const decides = where(false);
    return {
      criterion: criterion.id,
      label: criterion.label,
      decides,
      upholds: where(true),
      nearMiss: decides.length > 0 ? null : findNearMiss(theory, cases, lens, column),
    };
  });
}
