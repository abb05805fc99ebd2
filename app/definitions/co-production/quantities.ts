import type { Quantity } from '../theory.ts';
import { net, round } from './decision.ts';
import { toolWords } from './questions.ts';
import type { Area, Facts, Option } from './vocabulary.ts';
import { spaced } from './words.ts';

type Part = Quantity['parts'][number];

function partsOf({ cash, otherCosts = {}, benefits }: Option): Part[] {
  return [
    ...Object.entries(benefits).map(([name, value]) => ({ label: `benefit: ${spaced(name)}`, value })),
    { label: 'cash cost', value: round(-cash) },
    ...Object.entries(otherCosts).map(([name, value]) => ({ label: `other cost: ${spaced(name)}`, value: round(-value) })),
  ];
}

/** Entered from the other side: in a difference the alternative's figures count the other way round. */
const against = (parts: readonly Part[], way: string): Part[] =>
  parts.map(({ label, value }) => ({ label: `${way}, ${label}`, value: round(-value) }));
const from = (parts: readonly Part[], way: string): Part[] => parts.map(({ label, value }) => ({ label: `${way}, ${label}`, value }));

function quantitiesOf({ name, coproduction, alternative }: Area, unit: string): Quantity[] {
  const tool = toolWords[alternative.tool];
  const shared = { unit, facts: ['decision'] };
  return [
    {
      ...shared,
      id: `net:${name}:coproduction`,
      ask: `What is the net value of co-production in ${name}?`,
      value: net(coproduction),
      parts: partsOf(coproduction),
    },
    {
      ...shared,
      id: `net:${name}:alternative`,
      ask: `What is the net value of the alternative (${tool}) in ${name}?`,
      value: net(alternative),
      parts: partsOf(alternative),
    },
    {
      ...shared,
      id: `difference:${name}`,
      ask: `By how much does the net value of co-production exceed that of the alternative (${tool}) in ${name}?`,
      value: round(net(coproduction) - net(alternative)),
      parts: [...from(partsOf(coproduction), 'co-production'), ...against(partsOf(alternative), tool)],
    },
  ];
}

/** Net values and their difference for each area of the decision, in its unit; none without a decision. */
export function quantities({ decision }: Facts): readonly Quantity[] {
  return decision === null ? [] : decision.areas.flatMap((area) => quantitiesOf(area, decision.unit));
}

/** The same quantity when each option is scored in another way; undefined where the case has no such quantity. */
export function quantityBy(facts: Facts, id: string, score: (option: Option, jointly: boolean) => number): number | undefined {
  for (const { name, coproduction, alternative } of facts.decision?.areas ?? []) {
    if (id === `net:${name}:coproduction`) return round(score(coproduction, true));
    if (id === `net:${name}:alternative`) return round(score(alternative, false));
    if (id === `difference:${name}`) return round(score(coproduction, true) - score(alternative, false));
  }
  return undefined;
}
