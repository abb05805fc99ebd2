/** What the cases of a course put to the test: the coverage meter of the content check, as text. */
import { coverage } from '#app/definitions/coverage.ts';
import { goesWrong, type Separation, separations } from '#app/definitions/separation.ts';
import type { Lens, Theory } from '#app/definitions/theory.ts';
import type { Scenario } from '#app/quiz/scenario.ts';

/** One case may separate two beliefs by chance of its story; two are evidence. */
export const fewestSeparating = 2;

/** Lines for a terminal: per lens the cases that each criterion decides alone, per misconception the cases that show it, and the pairs left. */
export function coverageMeter(theory: Theory<unknown>, scenarios: readonly Scenario[]): readonly string[] {
  const lenses = theory.lenses.flatMap((lens) => [...lensMeter(theory, scenarios, lens), '']);
  return [...lenses, ...misconceptionMeter(theory, scenarios), '', ...separationMeter(theory, scenarios)];
}

function lensMeter(theory: Theory<unknown>, scenarios: readonly Scenario[], lens: Lens<unknown>): readonly string[] {
  const rows = coverage(theory, scenarios, lens).map(({ criterion, label, decides, nearMiss }) => {
    const cases = decides.length > 0 ? decides.join(', ') : gap(nearMiss && `${nearMiss.case}, if ${nearMiss.change.text}`);
    return [criterion, label, String(decides.length), cases];
  });
  return [`${lens.label}: cases that a criterion alone decides, of ${scenarios.length}`, ...table(rows)];
}

function gap(nearest: string | null): string {
  return nearest === null ? 'none, and no case is one change away' : `none; closest: ${nearest}`;
}

function misconceptionMeter(theory: Theory<unknown>, scenarios: readonly Scenario[]): readonly string[] {
  const rows = theory.misconceptions.map((misconception) => {
    const separating = scenarios.filter(({ facts }) => goesWrong(theory, misconception, facts)).map(({ id }) => id);
    return [
      misconception.id,
      String(separating.length),
      separating.length === 0 ? 'none: no case tells it from the definition' : separating.join(', '),
    ];
  });
  return ['Misconceptions: cases in which each goes wrong', ...table(rows)];
}

/** Pairs of beliefs that fewer than two cases tell apart. */
export function unseparated(theory: Theory<unknown>, scenarios: readonly Scenario[]): readonly Separation[] {
  return separations(theory, scenarios).filter(({ cases }) => cases.length < fewestSeparating);
}

function separationMeter(theory: Theory<unknown>, scenarios: readonly Scenario[]): readonly string[] {
  const pairs = separations(theory, scenarios).length;
  const left = unseparated(theory, scenarios);
  const title = `Pairs of beliefs that ${fewestSeparating} cases or more tell apart: ${pairs - left.length} of ${pairs}`;
  if (left.length === 0) return [title];
  return [title, ...table(left.map(({ one, other, cases }) => [one ?? 'the definition', other, cases.join(', ') || 'none']))];
}

/** Columns of equal width but the last, indented. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map(
    (row) => `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ')}`,
  );
}
