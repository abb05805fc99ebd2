/** Where does each case belong? Sorted by a question, by a lens or by the nearest concept. */
import { defaultLens } from '#app/definitions/judge.ts';
import type { Misconception } from '#app/definitions/theory.ts';
import type { Item } from '../item.ts';
import type { Kind } from '../kind.ts';
import { error, warning } from '../kind.ts';
import { oncePerItem } from '../once.ts';
import { findQuestion, questionExplanation } from '../questions.ts';
import type { SheetRow } from '../sheet.ts';
import { sortingBy } from '../sorting.ts';
import type { ClassifySpec } from '../spec.ts';
import type { Cells } from '../table.ts';
import { markTable, tableParts, tally } from '../table.ts';

function sorting<F>(item: Item<F, ClassifySpec>) {
  const found = sortingBy(
    item.theory,
    item.spec,
    item.scenarios.map((scenario) => scenario.facts),
  );
  if (found === null) throw new Error(`Item ${item.spec.id} sorts by ${item.spec.by}, which the theory does not know`);
  return found;
}

function rows<F>(item: Item<F, ClassifySpec>): readonly SheetRow[] {
  return item.scenarios.map(({ id, title, gist }, story) => ({ id, text: title, detail: gist, story }));
}

const cells = oncePerItem(<F>(item: Item<F, ClassifySpec>): Cells => {
  const { column } = sorting(item);
  return Object.fromEntries(item.scenarios.map((scenario) => [scenario.id, column(scenario.facts)]));
});

/** Returns the column in which a holder puts each case; null for a case where the misconception cannot tell. */
export function heldColumns<F>(item: Item<F, ClassifySpec>, misconception: Misconception<F>): Readonly<Record<string, string | null>> {
  const { held } = sorting(item);
  return Object.fromEntries(item.scenarios.map(({ id, facts }) => [id, held(misconception, facts)]));
}

function heldCells<F>(item: Item<F, ClassifySpec>, misconception: Misconception<F>): Cells | null {
  const entries = Object.entries(heldColumns(item, misconception));
  const known = entries.filter((entry): entry is [string, string] => entry[1] !== null);
  return known.length === entries.length ? Object.fromEntries(known) : null;
}

export const classify: Kind<ClassifySpec> = {
  id: 'classify',
  diagnoses(item) {
    const { theory, spec } = item;
    const isQuestion = findQuestion(theory, spec.by) !== undefined;
    return !isQuestion || theory.misconceptions.some((misconception) => misconception.question?.id === spec.by);
  },

  hint: 'Give every case one column.',
  scenarioIds: (spec) => spec.scenarios,
  lens: (item) => (item.spec.by === 'nearest' ? defaultLens(item.theory) : sorting(item).lens),

  errors(item) {
    const { theory, spec, scenarios } = item;
    const sorted = sortingBy(
      theory,
      spec,
      scenarios.map((scenario) => scenario.facts),
    );
    if (sorted === null) {
      const known = [...theory.questions, ...theory.lenses].map(({ id }) => id).join(', ');
      return [error('unknown-sorting', `Cases cannot be sorted by “${spec.by}”. Use one of ${known}, nearest.`)];
    }
    const columns = sorted.columns.map((column) => column.id);
    return scenarios
      .filter((scenario) => !columns.includes(sorted.column(scenario.facts)))
      .map((scenario) => error('question-does-not-arise', `${spec.by} does not arise in ${scenario.id}, so it fits no column.`));
  },

  warnings(item) {
    const used = new Set(Object.values(cells(item)));
    return used.size > 1 ? [] : [warning('one-column', 'All cases fall in one column, so there is nothing to tell apart.')];
  },

  stem: (item) => sorting(item).stem,
  sheet: (item) => ({ type: 'table', rows: rows(item), columns: sorting(item).columns }),
  key: (item) => ({ type: 'table', cells: cells(item) }),

  answerUnder(item, misconception) {
    const held = heldCells(item, misconception);
    return held === null ? null : { type: 'table', cells: held };
  },

  mark: (item, answer) => markTable(cells(item), answer),

  details(item, answer) {
    const { columns, because, by } = sorting(item);
    const parts = tableParts(rows(item), columns, cells(item), answer, (row) => {
      const scenario = item.scenarios.find((candidate) => candidate.id === row);
      return scenario === undefined ? null : because(scenario.facts);
    });
    const [only] = parts.length === 1 ? parts : [];
    const [first] = item.scenarios.filter((_, index) => only || parts[index]?.right === false);
    return {
      headline: only ? `${by}, the answer is “${only.key}”.` : `${by}, ${tally(parts, 'cases')} in the right column.`,
      explanation: first === undefined ? null : questionExplanation(item.theory, first.facts, item.spec.by),
      changes: false,
      parts,
      points: [],
    };
  },
};
