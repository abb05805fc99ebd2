import { defaultLens, judge } from '#app/definitions/judge.ts';
import type { Lens, Reading, Theory } from '#app/definitions/theory.ts';
import { explaining } from './judging.ts';

/** How others read the case: the theory's other readings, and its default lens where another is asked about, if they differ from `lens`. */
export function readingsBeside<F>(theory: Theory<F>, facts: F, lens: Lens<F>): readonly Reading[] {
  const usual = defaultLens(theory);
  if (lens === usual) return theory.readings(facts);
  const asked = judge(theory, facts, lens);
  const judgement = judge(theory, facts, usual);
  const { id, label, heldBy } = usual;
  const because = explaining(judgement, '')?.because ?? '';
  const readings = [{ id, label, heldBy, verdict: judgement.verdict, because }, ...theory.readings(facts)];
  return readings.filter((reading) => reading.id !== lens.id && reading.verdict !== asked.verdict);
}
