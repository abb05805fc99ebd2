import type { Derivation } from '#app/definitions/co-production/derive.ts';
import type { Facts } from '#app/definitions/co-production/facts.ts';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import published from '../../fixtures/cases.json' with { type: 'json' };
import { extraCases } from '../../fixtures/extra-cases.ts';

export interface PublishedCase {
  readonly id: string;
  readonly authored: unknown;
  readonly facts: Facts;
  readonly expected: Derivation;
}

/** The shared cases with the eight fields that they must derive. */
export const publishedCases: readonly PublishedCase[] = published.cases.map(({ id, facts, expected }) => ({
  id,
  authored: facts,
  facts: coProduction.facts.parse(facts),
  // The fixture holds plain strings; the tests compare them with what is derived.
  expected: expected as Derivation,
}));

/** The shared cases and a few written for what those leave out. */
export const allCases: readonly { readonly id: string; readonly facts: Facts }[] = [
  ...publishedCases,
  ...Object.entries(extraCases).map(([id, facts]) => ({ id, facts: coProduction.facts.parse(facts) })),
];

/** Facts of one case by id. Throws where there is none. */
export function factsOf(id: string): Facts {
  const found = allCases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No case ${id}`);
  return found.facts;
}
