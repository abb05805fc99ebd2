/** What an instructor may rule about a question of an assignment: derived, never typed. */

import type { Derived } from './derived.ts';
import { gradeAgain } from './derived.ts';
import type { Answer, Grade, Item } from './item.ts';
import { kinds } from './kinds/index.ts';

/** `reading`: one fact of a case is read another way, so that key and marks follow anew. `void`: the question counts for nobody. */
export type Ruling =
  | {
      readonly type: 'reading' /** Id of the case. */;
      readonly scenario: string /** Id of one of the theory's changes. */;
      readonly change: string;
    }
  | { readonly type: 'void' };

/** What a regrade rests on: today's definitions, or a ruling on one item that an accepted dispute led to. */
export type RegradeBasis =
  | { readonly type: 'definitions'; readonly version: string }
  | { readonly type: 'ruling'; readonly dispute: string; readonly item: string; readonly ruling: Ruling };

/** A mark as it counts. `voided` where the place counts for nobody; then score and right are null. */
export interface Mark {
  readonly score: number | null;
  readonly right: boolean | null;
  readonly misconceptions: readonly string[];
  readonly voided: boolean;
}

export const voidMark: Mark = { score: null, right: null, misconceptions: [], voided: true };

/** Returns the item with one fact of a case read another way; null where the case offers no such change, or it can then not be asked. */
export function readOtherwise<F>(item: Item<F>, { scenario, change }: Extract<Ruling, { type: 'reading' }>): Item<F> | null {
  const found = item.scenarios.find(({ id }) => id === scenario);
  const chosen = found && item.theory.changes(found.facts).find(({ id }) => id === change);
  if (!found || !chosen) return null;
  const facts = chosen.apply(found.facts);
  const read = { ...item, scenarios: item.scenarios.map((each) => (each === found ? { ...each, facts } : each)) };
  return kinds[item.spec.kind].errors(read).length === 0 ? read : null;
}

/** Returns the mark of an answer to an item as it is read now; null where that cannot be told. `then` is what followed when it was given. */
export function markAgain<F>(item: Item<F>, then: Derived, answer: Answer): Mark | null {
  const graded: Grade | null = gradeAgain(item, then, answer);
  return graded && { ...graded, voided: false };
}
