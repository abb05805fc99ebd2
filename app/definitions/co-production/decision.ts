/** D2 to D4: should this service use co-production here? Figures are compared in the unit of the decision. */

import { necessity } from './verdicts.ts';
import type { Area, Facts, Option } from './vocabulary.ts';

export type Winner = 'use' | 'do-not-use' | 'tie';
export type Use = Winner | 'tailor' | 'how-not-whether' | 'not-asked' | 'n/a';

/** Figures are added as decimals; a difference below a billionth is an artefact of the machine's binary ones. */
export function round(figure: number): number {
  // Adding nought turns a negative nought into a plain one.
  return Math.round(figure * 1e9) / 1e9 + 0;
}

const sum = (amounts: Readonly<Record<string, number>> = {}): number => Object.values(amounts).reduce((total, amount) => total + amount, 0);

/** Benefits − cash − other costs. */
export function net({ benefits, cash, otherCosts }: Option): number {
  return round(sum(benefits) - cash - sum(otherCosts));
}

/** Which way of doing it scores higher in one area, by whatever measure. */
export function winner({ coproduction, alternative }: Area, score: (option: Option, jointly: boolean) => number): Winner {
  const lead = round(score(coproduction, true) - score(alternative, false));
  if (lead === 0) return 'tie';
  return lead > 0 ? 'use' : 'do-not-use';
}

/** One answer for all areas where they agree, else tailor. Throws where there is no area: checked facts always have one. */
export function across(winners: readonly Winner[]): Winner | 'tailor' {
  const [first] = winners;
  if (first === undefined) throw new Error('A decision needs at least one area');
  return winners.every((each) => each === first) ? first : 'tailor';
}

/** The areas to compare, or why there is nothing to compare. */
export function comparison(facts: Facts): readonly Area[] | 'how-not-whether' | 'not-asked' | 'n/a' {
  const needed = necessity(facts);
  if (needed === 'n/a') return 'n/a';
  if (needed === 'unavoidable') return 'how-not-whether';
  return facts.decision?.areas ?? 'not-asked';
}

/** D2 by any measure; misconceptions bring their own. */
export function decideUseBy(facts: Facts, score: (option: Option, jointly: boolean) => number): Use {
  const areas = comparison(facts);
  return typeof areas === 'string' ? areas : across(areas.map((area) => winner(area, score)));
}

/** D2: use, do not use, tie or tailor by net benefit; or why that is not the question. */
export function decideUse(facts: Facts): Use {
  return decideUseBy(facts, net);
}

/** The cheaper, the better. */
export const byCash = ({ cash }: Option): number => -cash;

/** D4: the winner by cash alone differs in some area; null where nothing is compared. */
export function cashMisleads(facts: Facts): boolean | null {
  const areas = comparison(facts);
  return typeof areas === 'string' ? null : areas.some((area) => winner(area, net) !== winner(area, byCash));
}
