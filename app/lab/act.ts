/** What the buttons of the lab do. A button's value names its act: `add:parties`, `remove:value.0`, `apply:c1.form=passive`. */

import { coProduction } from '#app/definitions/co-production/theory.ts';
import type { Facts } from '#app/definitions/co-production/vocabulary.ts';
import { explore } from '#app/definitions/explore.ts';
import type { Flip } from '#app/definitions/theory.ts';
import { contribution, type LabState, most } from './state.ts';

type Act = (facts: Facts) => Facts;

/** The first of p1, p2, … that nothing is called yet. */
function freeId({ parties, contributions }: Facts, letter: string): string {
  const taken = new Set([...parties, ...contributions].map(({ id }) => id));
  let number = 1;
  while (taken.has(`${letter}${number}`)) number++;
  return `${letter}${number}`;
}

const figures = { cash: 10, otherCosts: { 'Contributors’ time': 0 }, benefits: { 'Good results': 10 } };
const newArea = (name: string) => ({ name, coproduction: figures, alternative: { tool: 'own-staff' as const, ...figures } });

const adding: Readonly<Record<string, Act>> = {
  parties: (facts) => ({
    ...facts,
    parties: [
      ...facts.parties,
      { id: freeId(facts, 'p'), label: 'Somebody else', kind: 'individual', role: 'citizen', pay: 'none', scale: 'individual' },
    ],
  }),
  contributions: (facts) => {
    const id = freeId(facts, 'c');
    const by = facts.parties.at(-1)?.id;
    if (by === undefined) return facts;
    return {
      ...facts,
      contributions: [...facts.contributions, contribution(id, by, 'does something for it')],
      focus: [...facts.focus, id],
    };
  },
  value: (facts) => ({
    ...facts,
    value: [...facts.value, { consumption: 'joint', to: 'the community', sign: 'positive', what: 'a better service' }],
  }),
  alternatives: (facts) => ({ ...facts, alternatives: [...facts.alternatives, { tool: 'own-staff', achieves: 'as-well', note: '' }] }),
  motives: (facts) => {
    const by = facts.contributions.find(({ id }) => facts.focus.includes(id))?.by ?? facts.parties[0]?.id;
    return by === undefined
      ? facts
      : { ...facts, motives: [...facts.motives, { by, type: 'normative', weight: 2, cue: 'it is only right' }] };
  },
  decision: (facts) => ({ ...facts, decision: facts.decision ?? { unit: 'thousand a year', areas: [newArea('Everywhere')] } }),
  areas: (facts) => {
    const { decision } = facts;
    if (!decision) return facts;
    return { ...facts, decision: { ...decision, areas: [...decision.areas, newArea(`Area ${decision.areas.length + 1}`)] } };
  },
};

const sizes: Readonly<Record<string, (facts: Facts) => number>> = {
  parties: ({ parties }) => parties.length,
  contributions: ({ contributions }) => contributions.length,
  value: ({ value }) => value.length,
  alternatives: ({ alternatives }) => alternatives.length,
  motives: ({ motives }) => motives.length,
  areas: ({ decision }) => decision?.areas.length ?? most.areas,
};

/** True where one more of these fits. */
export function mayAdd(facts: Facts, list: keyof typeof most): boolean {
  return (sizes[list]?.(facts) ?? 0) < most[list];
}

/** Whoever leaves takes along what they put in and why. */
function withoutParty(facts: Facts, index: number): Facts {
  const gone = facts.parties[index]?.id;
  const kept = facts.contributions.filter(({ by }) => by !== gone);
  return {
    ...facts,
    parties: facts.parties.toSpliced(index, 1),
    contributions: kept,
    focus: facts.focus.filter((id) => kept.some((one) => one.id === id)),
    motives: facts.motives.filter(({ by }) => by !== gone),
  };
}

const removing: Readonly<Record<string, (facts: Facts, index: number) => Facts>> = {
  parties: withoutParty,
  contributions: (facts, index) => ({
    ...facts,
    contributions: facts.contributions.toSpliced(index, 1),
    focus: facts.focus.filter((id) => id !== facts.contributions[index]?.id),
  }),
  value: (facts, index) => ({ ...facts, value: facts.value.toSpliced(index, 1) }),
  alternatives: (facts, index) => ({ ...facts, alternatives: facts.alternatives.toSpliced(index, 1) }),
  motives: (facts, index) => ({ ...facts, motives: facts.motives.toSpliced(index, 1) }),
  areas: (facts, index) => {
    const areas = facts.decision?.areas.toSpliced(index, 1) ?? [];
    return { ...facts, decision: facts.decision && areas.length > 0 ? { ...facts.decision, areas } : null };
  },
};

/** The value of the button that applies a flip. */
export const applying = ({ changes }: Flip<Facts>) => `apply:${changes.map(({ id }) => id).join('|')}`;

/** Returns the state after the act that a button names. An act that names nothing here changes nothing. */
export function act(state: LabState, name: string): LabState {
  const { facts, lens } = state;
  const [verb, ...rest] = name.split(':');
  const what = rest.join(':');
  if (verb === 'add') {
    const add = adding[what];
    return add && (what === 'decision' || mayAdd(facts, what as keyof typeof most)) ? { ...state, facts: add(facts) } : state;
  }
  if (verb === 'remove') {
    const [list = '', place = ''] = what.split('.');
    const remove = removing[list];
    return remove && /^\d+$/.test(place) ? { ...state, facts: remove(facts, Number(place)) } : state;
  }
  if (verb === 'apply') {
    const judged = coProduction.facts.safeParse(facts);
    if (!judged.success) return state;
    const flip = explore(coProduction, judged.data, lens).find((candidate) => applying(candidate) === name);
    return flip ? { ...state, facts: flip.changes.reduce((changed, change) => change.apply(changed), judged.data) } : state;
  }
  return state;
}
