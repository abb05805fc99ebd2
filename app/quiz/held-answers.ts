/** What somebody who holds a misconception may answer, where `answerUnder` knows one answer at most. */
import type { Misconception } from '#app/definitions/theory.ts';
import { changeOptions } from './change-options.ts';
import { keyOf } from './grade.ts';
import type { Answer, Item } from './item.ts';
import { heldVerdict } from './judging.ts';
import { classify, heldColumns } from './kinds/classify.ts';
import { heldPlaces } from './kinds/grid.ts';
import { kinds } from './kinds/index.ts';
import type { ClassifySpec, GridSpec, ItemSpec, VerdictSpec, WhatIfSpec } from './spec.ts';
import { namedLens, scenarioOf } from './subject.ts';
import { verdictOptions } from './verdict-options.ts';

export interface HeldAnswers {
  /** Each of them suits the holder equally well; empty where none does or it cannot be told. */
  readonly answers: readonly Answer[];
  /** Right verdicts for a reason that only the misconception accepts: a holder may choose one of these instead. */
  readonly lucky: readonly Answer[];
}

/**
 * Returns what a holder of `held` may answer. `ids` are its names in the theory: several where it is made of several. Where the
 * misconception does not bear on what is asked, its holder answers as the definition does.
 */
export function heldAnswers<F>(item: Item<F, ItemSpec>, held: Misconception<F>, ids: readonly string[]): HeldAnswers {
  if (isVerdict(item)) return heldOptions(item, held, ids);
  if (isWhatIf(item)) return heldChanges(item, ids);
  if (isClassify(item)) return heldTables(item, held);
  if (isGrid(item)) return { answers: [heldPlaces(item, held)], lucky: [] };
  const answer = kinds[item.spec.kind].answerUnder(item, held) ?? keyOf(item);
  return { answers: answer === null ? [] : [answer], lucky: [] };
}

const isVerdict = <F>(item: Item<F, ItemSpec>): item is Item<F, VerdictSpec> => item.spec.kind === 'verdict';
const isWhatIf = <F>(item: Item<F, ItemSpec>): item is Item<F, WhatIfSpec> => item.spec.kind === 'what-if';
const isClassify = <F>(item: Item<F, ItemSpec>): item is Item<F, ClassifySpec> => item.spec.kind === 'classify';
const isGrid = <F>(item: Item<F, ItemSpec>): item is Item<F, GridSpec> => item.spec.kind === 'grid';
const choose = ({ id }: { readonly id: string }): Answer => ({ type: 'choice', option: id });

/** The options that quote the misconception, else all with the holder's verdict. */
function heldOptions<F>(item: Item<F, VerdictSpec>, held: Misconception<F>, ids: readonly string[]): HeldAnswers {
  const options = verdictOptions(item);
  const verdict = heldVerdict(item.theory, held, scenarioOf(item).facts, namedLens(item));
  const suiting = options.filter((option) => option.verdict === verdict);
  const own = suiting.filter(({ misconceptions }) => misconceptions.some((id) => ids.includes(id)));
  const [key] = options;
  if (key?.verdict === verdict) return { answers: [choose(key)], lucky: own.map(choose) };
  return { answers: (own.length > 0 ? own : suiting).map(choose), lucky: [] };
}

/** The changes that would turn the verdict for the holder. */
function heldChanges<F>(item: Item<F, WhatIfSpec>, ids: readonly string[]): HeldAnswers {
  const turning = changeOptions(item).filter(({ flipsUnder }) => ids.some((id) => flipsUnder.includes(id)));
  return { answers: turning.map(choose), lucky: [] };
}

/** The table as a holder fills it in; a case of which the misconception cannot tell stands once in each column. */
function heldTables<F>(item: Item<F, ClassifySpec>, held: Misconception<F>): HeldAnswers {
  const columns = Object.entries(heldColumns(item, held));
  const sheet = classify.sheet(item);
  const isOpen = columns.some(([, column]) => column === null);
  const spare = isOpen && sheet.type === 'table' ? sheet.columns.map(({ id }) => id) : [''];
  const filled = (other: string): Answer => ({
    type: 'table',
    cells: Object.fromEntries(columns.map(([id, column]) => [id, column ?? other])),
  });
  return { answers: spare.map(filled), lucky: [] };
}
