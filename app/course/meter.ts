/** What the cases of a course put to the test: the coverage meter of the content check, as text. */
import { coverage } from '#app/definitions/coverage.ts';
import { judge } from '#app/definitions/judge.ts';
import type { Lens, Misconception, Theory } from '#app/definitions/theory.ts';
import type { Scenario } from '#app/quiz/scenario.ts';

/** Lines for a terminal: per lens the cases that each criterion decides alone, then per misconception the cases that show it. */
export function coverageMeter(theory: Theory<unknown>, scenarios: readonly Scenario[]): readonly string[] {
  const lenses = theory.lenses.flatMap((lens) => [...lensMeter(theory, scenarios, lens), '']);
  return [...lenses, ...misconceptionMeter(theory, scenarios)];
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

/** Whether a holder answers otherwise than the definition does; false where the question does not arise. */
export function goesWrong(theory: Theory<unknown>, misconception: Misconception<unknown>, facts: unknown): boolean {
  const { lens, question } = misconception;
  if (lens) return judge(theory, facts, lens).verdict !== judge(theory, facts).verdict;
  const asked = theory.questions.find(({ id }) => id === question?.id);
  if (!asked || !question) return false;
  const { answer } = asked.derive(facts);
  return answer !== 'n/a' && question.answer(facts) !== answer;
}

/** Columns of equal width but the last, indented. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map(
    (row) => `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ')}`,
  );
}
