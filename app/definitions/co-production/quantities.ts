import type { Quantity } from '../theory.ts';
import { net, round } from './decision.ts';
import { toolWords } from './questions.ts';
import type { Area, Facts, Option } from './vocabulary.ts';
import { figure, spaced, the } from './words.ts';

type Part = Quantity['parts'][number];

/** "parentTime" → "parent time"; a key that says cost already does not say it twice. */
export function costWords(name: string): string {
  return spaced(name).replace(/ costs?$/, '');
}

/** The figures of one way to do it. The labels say what is a benefit and what is a cost; which way each counts is for the learner. */
function partsOf({ cash, otherCosts = {}, benefits }: Option): Part[] {
  return [
    ...Object.entries(benefits).map(([name, value]) => ({ label: `benefit from ${spaced(name)}`, value })),
    { label: 'cost in cash', value: round(-cash) },
    ...Object.entries(otherCosts).map(([name, value]) => ({
      label: `cost in ${costWords(name)}`,
      value: round(-value),
    })),
  ];
}

/** "40 + 30 − 35 − 10 = 25". */
function sumInFigures(parts: readonly Part[], total: number): string {
  const terms = parts.map(({ value }, index) => `${value < 0 ? '− ' : index === 0 ? '' : '+ '}${figure(Math.abs(value))}`);
  return `${terms.join(' ')} = ${figure(total)}`;
}

function difference(area: Area, unit: string): Quantity {
  const { name, coproduction, alternative } = area;
  const tool = toolWords[alternative.tool];
  const [own, other] = [partsOf(coproduction), partsOf(alternative)];
  const [gain, otherGain] = [net(coproduction), net(alternative)];
  const value = round(gain - otherGain);
  const taken = otherGain < 0 ? `(${figure(otherGain)})` : figure(otherGain);
  return {
    id: `difference:${name}`,
    ask: `By how much is the net benefit of co-production higher than that of the alternative (${tool}) in ${the(name)}?`,
    value,
    unit,
    // In a difference the figures of the alternative count the other way round.
    parts: [
      ...own.map((part) => ({ ...part, label: `with co-production, ${part.label}` })),
      ...other.map((part) => ({ label: `with ${tool}, ${part.label}`, value: round(-part.value) })),
    ],
    working: `With co-production: ${sumInFigures(own, gain)}. With ${tool}: ${sumInFigures(other, otherGain)}. The difference: ${figure(gain)} − ${taken} = ${figure(value)}`,
    facts: ['decision'],
  };
}

function quantitiesOf(area: Area, unit: string): Quantity[] {
  const { name, coproduction, alternative } = area;
  return [
    {
      id: `net:${name}:coproduction`,
      ask: `What is the net benefit of co-production in ${the(name)}?`,
      value: net(coproduction),
      unit,
      parts: partsOf(coproduction),
      facts: ['decision'],
    },
    {
      id: `net:${name}:alternative`,
      ask: `What is the net benefit of the alternative (${toolWords[alternative.tool]}) in ${the(name)}?`,
      value: net(alternative),
      unit,
      parts: partsOf(alternative),
      facts: ['decision'],
    },
    difference(area, unit),
  ];
}

/** Net benefits and their difference for each area of the decision, in its unit; none without a decision. */
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
