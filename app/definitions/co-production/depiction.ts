/** What a course can have drawn of a case: its steps over time, who gains, why people give, and a decision on its scales. */
import type { DepictedBalance, DepictedPan, Depiction } from '../theory.ts';
import { byCash, net, winner } from './decision.ts';
import { isStateParty, partyOf } from './parties.ts';
import { costWords } from './quantities.ts';
import { toolWords } from './questions.ts';
import { doing } from './telling.ts';
import type { Area, Facts, Option } from './vocabulary.ts';
import { figure, sentence, spaced, the } from './words.ts';

function pan(label: string, option: Option): DepictedPan {
  const entries = (amounts: Readonly<Record<string, number>>, words: (key: string) => string) =>
    Object.entries(amounts).map(([key, value]) => ({ label: words(key), value }));
  return {
    label,
    benefits: entries(option.benefits, spaced),
    costs: [{ label: 'cash', value: option.cash }, ...entries(option.otherCosts ?? {}, costWords)],
    net: net(option),
  };
}

function says({ coproduction, alternative, ...area }: Area): string {
  const ways = { use: 'co-production', 'do-not-use': toolWords[alternative.tool] };
  const options = { name: area.name, coproduction, alternative };
  const better = winner(options, net);
  const cheaper = winner(options, byCash);
  const gap = figure(Math.abs(net(coproduction) - net(alternative)));
  const verdict = better === 'tie' ? 'Both are worth the same.' : `${sentence(ways[better])} is worth ${gap} more.`;
  if (better === cheaper) return verdict;
  return `${verdict} By cash alone, ${cheaper === 'tie' ? 'the two would look the same' : `${ways[cheaper]} would look better`}.`;
}

function balance(area: Area, unit: string): DepictedBalance {
  return {
    area: sentence(area.name),
    unit,
    left: pan('Co-production', area.coproduction),
    right: pan(sentence(toolWords[area.alternative.tool]), area.alternative),
    says: says(area),
  };
}

export const depiction: Depiction<Facts> = {
  sides: { inside: 'The public body', outside: 'People outside it' },
  steps: (facts) =>
    facts.contributions
      .map((contribution) => {
        const party = partyOf(facts, contribution.by);
        const [from, to] = contribution.steps;
        const side = isStateParty(party) ? ('inside' as const) : ('outside' as const);
        return { id: contribution.id, side, who: sentence(party.label), what: doing(party, contribution) ?? contribution.what, from, to };
      })
      .toSorted((one, other) => one.from - other.from),
  worth: (facts) =>
    facts.value.flatMap(({ consumption, sign, to, what }, index) =>
      sign === 'positive'
        ? [
            {
              id: `value.${index + 1}`,
              consumption: consumption === 'individual' ? ('private' as const) : ('public' as const),
              to: sentence(the(to)),
              what,
            },
          ]
        : [],
    ),
  reasons: (facts) =>
    facts.motives.map(({ by, type, weight, cue }, index) => ({
      id: `motive.${index + 1}`,
      who: sentence(partyOf(facts, by).label),
      category: type,
      weight,
      cue,
    })),
  balances: ({ decision }) => (decision === null ? [] : decision.areas.map((area) => balance(area, decision.unit))),
};
