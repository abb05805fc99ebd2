/** Builders of scenarios and items from the case fixtures. A story has one sentence per fact, so each can be pointed at. */
import { factsSchema } from '#app/definitions/co-production/facts.ts';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import type { Facts } from '#app/definitions/co-production/vocabulary.ts';
import type { Item } from '#app/quiz/item.ts';
import { resolve } from '#app/quiz/quiz.ts';
import type { Scenario, Sentence } from '#app/quiz/scenario.ts';
import { type ItemSpec, itemSpec } from '#app/quiz/spec.ts';
import fixtures from '../../fixtures/cases.json' with { type: 'json' };

export const caseIds = fixtures.cases.map(({ id }) => id);

/** The facts of a fixture case, parsed. Throws for an unknown id. */
export function factsOf(id: string): Facts {
  const found = fixtures.cases.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`No case ${id}`);
  return factsSchema.parse(found.facts);
}

/** A sentence whose words before the full stop establish the given facts. */
export function sentence(text: string, ...facts: readonly string[]): Sentence {
  return {
    segments: [
      { text, facts },
      { text: '. ', facts: [] },
    ],
  };
}

/** A scenario with a sentence that says nothing, then one for each contribution, value, alternative and motive, then one for the decision. */
export function scenarioFrom(id: string, facts: Facts = factsOf(id)): Scenario<Facts> {
  return {
    id,
    title: `Title of case ${caseIds.indexOf(id)}`,
    gist: `Gist of case ${caseIds.indexOf(id)}`,
    story: [
      [
        { segments: [{ text: 'This happened a while ago. ', facts: [] }] },
        sentence(`The purpose was to ${facts.service.purpose}`, 'service'),
        ...facts.parties.map((party) => sentence(`${party.label} took part`, party.id)),
        ...facts.contributions.map((contribution) => sentence(`Somebody ${contribution.what}`, contribution.id)),
      ],
      [
        ...facts.value.map((value, index) => sentence(`It brought ${value.what} to ${value.to}`, `value.${index + 1}`)),
        ...facts.alternatives.map((alternative, index) => sentence(`Otherwise: ${alternative.note}`, `alternative.${index + 1}`)),
        ...facts.motives.map((motive, index) => sentence(`A reason was ${motive.cue}`, `motive.${index + 1}`)),
        sentence('The figures were these', 'decision'),
      ],
    ],
    facts,
    source: { cite: 'a source', url: null, note: null, basis: 'team judgement' },
  };
}

export const scenarios: ReadonlyMap<string, Scenario<Facts>> = new Map(caseIds.map((id) => [id, scenarioFrom(id)]));

type Loose<S> = S extends ItemSpec ? Omit<S, 'id' | 'objective'> & { readonly id?: string } : never;

/** A parsed spec with the usual id and objective filled in. */
export function specOf(spec: Loose<ItemSpec>): ItemSpec {
  return itemSpec.parse({ id: 'an-item', objective: 'distinguish', ...spec });
}

/** A resolved item. Throws with its problems where it cannot be asked. */
export function itemOf(spec: Loose<ItemSpec>, bank: ReadonlyMap<string, Scenario<Facts>> = scenarios): Item<Facts, ItemSpec> {
  const resolved = resolve(specOf(spec), coProduction, bank);
  if ('problems' in resolved) throw new Error(resolved.problems.map(({ message }) => message).join('; '));
  return resolved.item;
}

/** The first quantity of a case. */
export function quantityIn(id: string): string {
  const [first] = coProduction.quantities(factsOf(id));
  if (first === undefined) throw new Error(`No quantity in ${id}`);
  return first.id;
}

/** One item of each kind on cases that suit it. */
export const oneOfEach: readonly Item<Facts, ItemSpec>[] = [
  itemOf({ id: 'a-verdict', kind: 'verdict', about: 'R6', scenario: 'tax-self-assessment' }),
  itemOf({ id: 'a-checklist', kind: 'criteria', about: 'R4', scenario: 'planning-workshops' }),
  itemOf({ id: 'a-sentence', kind: 'evidence', about: 'R3', scenario: 'fireworks-spectators' }),
  itemOf({
    id: 'a-sorting',
    kind: 'classify',
    about: 'R6',
    scenarios: ['recycling-sorting', 'voting', 'tax-self-assessment', 'private-gym'],
    by: 'narrow',
  }),
  itemOf({
    id: 'a-grid',
    kind: 'grid',
    about: 'R4',
    scenarios: ['planning-workshops', 'private-gym', 'contracted-garbage', 'recycling-sorting', 'fireworks-spectators'],
  }),
  itemOf({ id: 'an-order', kind: 'order', about: 'T1', scenario: 'tax-self-assessment' }),
  itemOf({ id: 'a-match', kind: 'match', about: 'M1', scenarios: ['tax-self-assessment', 'neighbourhood-watch'] }),
  itemOf({ id: 'a-number', kind: 'numeric', about: 'D2', scenario: 'recycling-sorting', quantity: quantityIn('recycling-sorting') }),
  itemOf({ id: 'a-change', kind: 'what-if', about: 'R6', scenario: 'recycling-sorting' }),
  itemOf({
    id: 'a-lens',
    kind: 'lens',
    about: 'R4',
    scenario: 'planning-workshops',
    speaker: 'a planner',
    quote: 'They shaped it with us.',
    claims: 'yes',
  }),
  itemOf({ id: 'a-text', kind: 'explain', about: 'R4', scenario: 'planning-workshops', prompt: 'Why do two experts disagree here?' }),
  itemOf({
    id: 'an-argument',
    kind: 'explain',
    about: 'R4',
    scenario: 'planning-workshops',
    lenses: ['narrow', 'broad'],
    prompt: 'Argue it under both definitions.',
  }),
];

/** Every item that can be asked of the fixture cases one at a time, over kinds, lenses and what they are about. */
export function everyItem(): readonly Item<Facts, ItemSpec>[] {
  const criteria = coProduction.lenses.flatMap((lens) => lens.criteria.map((criterion) => ({ lens: lens.id, about: criterion.id })));
  const specs = caseIds.flatMap((scenario): Loose<ItemSpec>[] => [
    ...criteria.flatMap(({ lens, about }): Loose<ItemSpec>[] => [
      { kind: 'verdict', scenario, lens, about },
      { kind: 'what-if', scenario, lens, about },
      { kind: 'evidence', scenario, about },
    ]),
    ...coProduction.lenses.map((lens): Loose<ItemSpec> => ({ kind: 'criteria', scenario, lens: lens.id, about: 'R1' })),
    ...coProduction.questions.map(({ id }): Loose<ItemSpec> => ({ kind: 'evidence', scenario, about: id })),
    ...(['yes', 'partly', 'no'] as const).map(
      (claims): Loose<ItemSpec> => ({
        kind: 'lens',
        scenario,
        about: 'R4',
        speaker: 'a neighbour',
        quote: 'So it is.',
        claims,
      }),
    ),
    { kind: 'order', scenario, about: 'T1' },
    { kind: 'match', scenarios: [scenario], about: 'M1' },
    { kind: 'explain', scenario, about: 'R4', prompt: 'Why?' },
    ...coProduction
      .quantities(factsOf(scenario))
      .map(({ id }): Loose<ItemSpec> => ({ kind: 'numeric', scenario, about: 'D2', quantity: id })),
  ]);
  return specs.flatMap((spec, index) => {
    const resolved = resolve(specOf({ ...spec, id: `item-${index}` }), coProduction, scenarios);
    return 'item' in resolved ? [resolved.item] : [];
  });
}
