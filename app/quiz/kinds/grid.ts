/** Where on the map of activities by parties does each case belong? */
import { defaultLens, findLens, verdictOf } from '#app/definitions/judge.ts';
import type { GridMap, GridPlace, GridPlacing, Misconception, TracedFinding } from '#app/definitions/theory.ts';
import { quoteOf } from '../evidence.ts';
import type { Answer, Item, PlacedCases, PlacedSide } from '../item.ts';
import { heldCriterion } from '../judging.ts';
import type { Kind } from '../kind.ts';
import { error, warning, wrong } from '../kind.ts';
import { oncePerItem } from '../once.ts';
import type { Scenario } from '../scenario.ts';
import type { SheetOf } from '../sheet.ts';
import { columnsOf } from '../sheet.ts';
import type { GridSpec } from '../spec.ts';
import type { Cells } from '../table.ts';
import { tableParts, tally } from '../table.ts';
import { lensName } from '../wording.ts';

interface Placed<F> {
  readonly scenario: Scenario<F>;
  readonly placing: GridPlacing;
}

type GridItem<F> = Item<F, GridSpec>;

const cellId = ({ row, column }: GridPlace): string => `${row}.${column}`;

function covers(region: GridMap['regions'][number], at: GridPlace): boolean {
  return region.cells.some((cell) => cellId(cell) === cellId(at));
}

function placeOf<F>({ theory: { grid } }: GridItem<F>, cell: string | undefined): GridPlace | null {
  const places = grid.rows.flatMap(({ id: row }) => grid.columns.map(({ id: column }) => ({ row, column })));
  return places.find((place) => cellId(place) === cell) ?? null;
}

function placed<F>({ theory, scenarios }: GridItem<F>): readonly Placed<F>[] {
  return scenarios.map((scenario) => ({ scenario, placing: theory.grid.place(scenario.facts) }));
}

const keyCells: <F>(item: GridItem<F>) => Cells = oncePerItem((item) =>
  Object.fromEntries(placed(item).map(({ scenario, placing }) => [scenario.id, cellId(placing)])),
);

/** Lenses whose region of the map does not fit their verdict on the case. */
function misfits<F>({ theory }: GridItem<F>, facts: F, at: GridPlace) {
  return theory.grid.regions.flatMap((region) => {
    const lens = findLens(theory, region.lens);
    if (lens === undefined) return [];
    const verdict = verdictOf(theory, facts, lens);
    return covers(region, at) === (verdict !== 'no') ? [] : [{ lens, verdict }];
  });
}

/**
 * The cell in which a holder puts a case: where it stands by their criteria. Null where they say no to a case that those leave in the cell
 * of the definition, or the reverse: what they mind is nothing that the map shows.
 */
function heldCell<F>(item: GridItem<F>, misconception: Misconception<F>, facts: F): string | null {
  const { theory } = item;
  if (misconception.lens === undefined) return null;
  const usual = defaultLens(theory);
  const at = theory.grid.place(facts, (id) => heldCriterion(theory, misconception, usual, id));
  const region = theory.grid.regions.find(({ lens }) => lens === usual.id);
  return (region !== undefined && covers(region, at)) === (verdictOf(theory, facts, misconception.lens) !== 'no') ? cellId(at) : null;
}

/** Returns the map as a holder fills it in. What they mind in some cases is nothing that it shows: those stand where they belong. */
export function heldPlaces<F>(item: GridItem<F>, misconception: Misconception<F>): Answer {
  const key = keyCells(item);
  const cells = item.scenarios.map(({ id, facts }) => [id, heldCell(item, misconception, facts) ?? key[id] ?? ''] as const);
  return { type: 'table', cells: Object.fromEntries(cells) };
}

const cellsIn = (answer: Answer): Cells => (answer.type === 'table' ? answer.cells : {});

/** A cell is worth 1; its row alone, or its column alone, a half. */
function worth(yours: GridPlace | null, key: GridPlace): number {
  return yours === null ? 0 : (Number(yours.row === key.row) + Number(yours.column === key.column)) / 2;
}

function sheetOf<F>({ theory: { grid }, scenarios }: GridItem<F>): SheetOf<'grid'> {
  return {
    type: 'grid',
    rows: scenarios.map(({ id, title, gist }, story) => ({ id, text: title, detail: gist, story })),
    columns: grid.columns.map(({ label }) => ({ label })),
    lines: grid.rows.map(({ id: row, label, cells }) => ({
      label,
      cells: grid.columns.map(({ id: column }) => ({ id: cellId({ row, column }), text: cells[column] })),
    })),
  };
}

function sideOf<K extends 'row' | 'column'>(
  side: K,
  labels: readonly { readonly id: GridPlace[K]; readonly label: string }[],
  yours: GridPlace | null,
  key: GridPlace,
  why: readonly TracedFinding[],
  { story }: Scenario,
): PlacedSide {
  const labelOf = (at: GridPlace | null) => labels.find(({ id }) => id === at?.[side])?.label ?? '–';
  return {
    yours: labelOf(yours),
    key: labelOf(key),
    right: yours?.[side] === key[side],
    reasons: why.map(({ because, facts }) => ({ because, quote: quoteOf(story, facts) })),
  };
}

function placedCases<F>(item: GridItem<F>, answer: Answer): PlacedCases {
  const { note, rows, columns, regions } = item.theory.grid;
  const cells = cellsIn(answer);
  const cases = placed(item).map(({ scenario, placing: { whyRow, whyColumn, ...key } }) => {
    const yours = placeOf(item, cells[scenario.id]);
    return {
      title: scenario.title,
      yours,
      key,
      row: sideOf('row', rows, yours, key, whyRow, scenario),
      column: sideOf('column', columns, yours, key, whyColumn, scenario),
    };
  });
  return { map: { note, rows, columns, regions }, cases };
}

export const grid: Kind<GridSpec> = {
  id: 'grid',
  diagnoses: () => true,
  hint: 'Give every case a cell: what is done, and who has a hand in it.',
  scenarioIds: (spec) => spec.scenarios,
  lens: (item) => defaultLens(item.theory),

  errors(item) {
    return placed(item).flatMap(({ scenario: { id, facts }, placing }) => [
      ...(item.theory.subjects(facts).length > 1
        ? [error('several-activities', `${id} has several activities under judgement, and a case can stand in one cell only.`)]
        : []),
      ...misfits(item, facts, placing).map(({ lens, verdict }) =>
        error(
          'cell-misleads',
          `${id} stands in the cell ${cellId(placing)}, but ${lensName(lens)} says ${verdict} for a reason that the map does not show.`,
        ),
      ),
    ]);
  },

  warnings(item) {
    const used = new Set(Object.values(keyCells(item)));
    return used.size > 1 ? [] : [warning('one-cell', 'All cases stand in one cell, so there is nothing to tell apart.')];
  },

  stem: () => 'Where does each of these cases belong on the map?',
  sheet: sheetOf,
  key: (item) => ({ type: 'table', cells: keyCells(item) }),

  answerUnder(item, misconception) {
    const cells = item.scenarios.map(({ id, facts }) => [id, heldCell(item, misconception, facts)] as const);
    const known = cells.filter((entry): entry is readonly [string, string] => entry[1] !== null);
    return known.length === cells.length ? { type: 'table', cells: Object.fromEntries(known) } : null;
  },

  mark(item, answer) {
    const cases = placed(item).map(({ scenario, placing }) => worth(placeOf(item, cellsIn(answer)[scenario.id]), placing));
    const sum = cases.reduce((total, one) => total + one, 0);
    return sum === 0 ? wrong : { score: sum / cases.length, right: sum === cases.length };
  },

  /** Whoever's mistake puts a case just where it was put: one cell of twelve is hardly hit by chance. */
  suspects<F>(item: GridItem<F>, answer: Answer) {
    const [key, cells] = [keyCells(item), cellsIn(answer)];
    const astray = item.scenarios.filter(({ id }) => cells[id] !== key[id]);
    const isTheirs = (one: Misconception<F>) => astray.some(({ id, facts }) => heldCell(item, one, facts) === cells[id]);
    return item.theory.misconceptions.filter(isTheirs).map(({ id }) => id);
  },

  details(item, answer) {
    const review = placedCases(item, answer);
    const sheet = sheetOf(item);
    const parts = tableParts(sheet.rows, columnsOf(sheet), keyCells(item), answer, (row) => {
      const one = review.cases[item.scenarios.findIndex(({ id }) => id === row)];
      return one === undefined ? null : [...one.row.reasons, ...one.column.reasons].map(({ because }) => because).join(' ');
    });
    const half = review.cases.filter(({ row, column }) => row.right !== column.right).length;
    const more = review.cases.some(({ row, column }) => row.right && column.right) ? ' more' : '';
    const first = review.cases.findIndex(({ row, column }) => !row.right || !column.right);
    const placing = placed(item)[first]?.placing;
    const [why] = (review.cases[first]?.row.right ? placing?.whyColumn : placing?.whyRow) ?? [];
    return {
      headline: `On the map, ${tally(parts, 'cases')} in the right cell${half > 0 ? `, and ${half}${more} in the right row or column` : ''}.`,
      explanation: why ?? null,
      changes: false,
      parts,
      placed: review,
      points: [],
    };
  },
};
