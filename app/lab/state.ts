/** What stands in the lab: a case that may not be whole yet, and how it is looked at. */
import { plainWork } from '#app/definitions/co-production/defaults.ts';
import { broad, narrowUnder } from '#app/definitions/co-production/lenses.ts';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import type { Facts } from '#app/definitions/co-production/vocabulary.ts';
import type { Lens } from '#app/definitions/theory.ts';

/** The definitions to choose from, in the order in which they are offered. The first is the default. */
export const labLenses: readonly Lens<Facts>[] = [
  narrowUnder({}),
  broad,
  narrowUnder({ strict: true }),
  narrowUnder({ publicRequired: true }),
  narrowUnder({ publicRequired: true, strict: true }),
];

export interface LabState {
  /** Facts in the right shape that may contradict themselves or lack words: what somebody is in the midst of changing. */
  readonly facts: Facts;
  /** One of `labLenses`. */
  readonly lens: Lens<Facts>;
  /** Id of the misconception whose holder is asked; null where nobody is. */
  readonly held: string | null;
}

/** How much a case in the lab may hold: what fits a page and an address. */
export const most = { parties: 12, contributions: 16, value: 12, alternatives: 8, motives: 12, areas: 6, figures: 12, text: 400 } as const;

/** Returns the lens of that id, or the default. */
export function lensOf(id: string | null): Lens<Facts> {
  return labLenses.find((lens) => lens.id === id) ?? (labLenses[0] as Lens<Facts>);
}

/** Returns the id where a misconception has it, else null. */
export function heldOf(id: string | null): string | null {
  return coProduction.misconceptions.find((misconception) => misconception.id === id)?.id ?? null;
}

/** A case to begin from: everything usual, and no value yet, so that there is something to find out. */
export const blank: Facts = {
  service: { purpose: 'provide a service', output: 'the service', publicService: true },
  parties: [
    { id: 'p1', label: 'Public body', kind: 'government', role: 'regular-producer', pay: 'wage', scale: 'n/a' },
    { id: 'p2', label: 'Residents', kind: 'individual', role: 'citizen', pay: 'none', scale: 'group' },
  ],
  contributions: [contribution('c1', 'p1', 'does its share of the work'), contribution('c2', 'p2', 'do part of the work')],
  focus: ['c2'],
  value: [],
  alternatives: [],
  motives: [],
  decision: null,
};

/** A contribution with the usual values. */
export function contribution(id: string, by: string, what: string): Facts['contributions'][number] {
  return plainWork({ id, by, what, steps: [1, 1] });
}
