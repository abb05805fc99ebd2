import { derive } from './co-production/derive.ts';
import { coProduction } from './co-production/theory.ts';
import type { Theory } from './theory.ts';

/** A theory as the rest of the platform sees it, which does not know the type of its facts. */
export interface TaughtTheory {
  readonly theory: Theory<unknown>;
  /** What the judge command prints of a case. Takes facts that the theory's own schema has parsed. */
  readonly derive: (facts: unknown) => object;
}

function taught<F>(theory: Theory<F>, summary: (facts: F) => object): TaughtTheory {
  // Safe to forget the type: facts reach a theory only through its own schema, which gives them it back.
  return { theory: theory as unknown as Theory<unknown>, derive: summary as (facts: unknown) => object };
}

/** Every theory a course can name, by id. */
export const theories: ReadonlyMap<string, TaughtTheory> = new Map([[coProduction.id, taught(coProduction, derive)]]);

/** The theory of that id, or undefined. */
export function findTheory(id: string): Theory<unknown> | undefined {
  return theories.get(id)?.theory;
}
