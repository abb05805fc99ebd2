import type { Theory } from '#app/definitions/theory.ts';
import type { Scenario } from './scenario.ts';

/** True for a case that another reading judges otherwise, that has an unusual mark, or that published sources dispute. */
export function isDisputed<F>(scenario: Scenario<F>, theory: Theory<F>): boolean {
  const isContested = scenario.source.basis === 'published, disputed';
  return isContested || theory.readings(scenario.facts).length > 0 || theory.flags(scenario.facts).length > 0;
}
