/** The parts of an item that every kind needs to get at. */
import { defaultLens, findLens, judge } from '#app/definitions/judge.ts';
import type { Judgement, Lens } from '#app/definitions/theory.ts';
import type { Item, ItemSpecBase } from './item.ts';
import { oncePerItem } from './once.ts';
import type { Scenario } from './scenario.ts';

/** The one scenario of an item that has one. Throws where it has none, which `resolve` rules out. */
export function scenarioOf<F>(item: Item<F>): Scenario<F> {
  const [scenario] = item.scenarios;
  if (scenario === undefined) throw new Error(`Item ${item.spec.id} has no scenario`);
  return scenario;
}

/** The lens an item names, else the theory's default. An unknown name also gives the default; `resolve` reports it. */
export function namedLens<F>(item: Item<F, ItemSpecBase & { readonly lens?: string | undefined }>): Lens<F> {
  const { lens } = item.spec;
  return (lens === undefined ? undefined : findLens(item.theory, lens)) ?? defaultLens(item.theory);
}

/** The judgement of an item's scenario under the lens it names. */
export const judgementOf: <F>(item: Item<F, ItemSpecBase & { readonly lens?: string | undefined }>) => Judgement = oncePerItem((item) =>
  judge(item.theory, scenarioOf(item).facts, namedLens(item)),
);
