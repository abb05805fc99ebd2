/** The learner's side of an item: what is shown before the answer, and the way to and from a form. */
import { plainStory } from './evidence.ts';
import type { Answer, Item, ItemForLearner } from './item.ts';
import { kinds } from './kinds/index.ts';
import { oncePerItem } from './once.ts';
import { present } from './present.ts';
import type { Form, Reading } from './read.ts';
import { readSheet } from './read.ts';
import type { Sheet } from './sheet.ts';
import { seedFor } from './shuffle.ts';
import { describeSheet, writeSheet } from './write.ts';

/** What can be answered at all, in canonical ids. Secret: ids carry meaning here. */
export const sheetOf: <F>(item: Item<F>) => Sheet = oncePerItem((item) => kinds[item.spec.kind].sheet(item));

/** Ids of the scenarios that an item is about, in its order. */
export function scenarioIds<F>(item: Item<F>): readonly string[] {
  return item.scenarios.map((scenario) => scenario.id);
}

/** Everything the browser may know of an item before the answer. The order is fixed by `seed`, an integer kept with the attempt. */
export function forLearner<F>(item: Item<F>, seed: number): ItemForLearner {
  const { spec } = item;
  const kind = kinds[spec.kind];
  return {
    kind: spec.kind,
    stem: spec.stem ?? kind.stem(item),
    hint: kind.hint,
    stories: item.scenarios.map(plainStory),
    body: present(sheetOf(item), seedFor(seed, spec.id)),
  };
}

/**
 * The answer that a form gives to the item as presented under `seed`, in canonical ids; or, where something is missing or
 * does not fit, what to do, in words for the learner. Never throws.
 */
export function readAnswer<F>(item: Item<F>, seed: number, form: Form): Reading {
  return readSheet(sheetOf(item), seedFor(seed, item.spec.id), form);
}

/** The form fields that give `answer` to the item as presented under `seed`: the inverse of `readAnswer`. */
export function toForm<F>(item: Item<F>, seed: number, answer: Answer): URLSearchParams {
  return writeSheet(sheetOf(item), seedFor(seed, item.spec.id), answer);
}

/** An answer in words, for histories and instructors. Secret until answered: it can quote options. */
export function describe<F>(item: Item<F>, answer: Answer): string {
  return describeSheet(sheetOf(item), answer);
}
