import type { Criterion, Lens } from '../theory.ts';
import { givesByActing, twoWayExchange } from './criteria-giving.ts';
import { outsideParty, publicBody } from './criteria-parties.ts';
import { noLegalDuty, someBenefit, worthSomething, worthToAll } from './criteria-value.ts';
import { joined, shareOfWork, somePhase, turnedIntoOutput } from './criteria-work.ts';
import type { Facts } from './vocabulary.ts';

/** Readings of the narrow definition that scholars hold beside the default one. */
export interface Switches {
  /** Value must be enjoyed jointly; the explainer's clause can be read so. */
  readonly publicRequired?: boolean;
  /** What the law commands does not count. */
  readonly strict?: boolean;
}

export const switchIds = ['public-required', 'strict'] as const;
export type SwitchId = (typeof switchIds)[number];

/** R1 to R7 in the order in which they are asked. */
export const narrowCriteria: readonly Criterion<Facts>[] = [
  publicBody,
  outsideParty,
  givesByActing({ passive: true, moneyOnly: true }),
  shareOfWork,
  turnedIntoOutput,
  joined,
  worthSomething,
];

/** The explainer's own definition, and the default. */
export const narrow: Lens<Facts> = {
  id: 'narrow',
  label: 'narrow definition',
  heldBy: 'the explainer (ANZSOG 2017) and, close to it, Alford (2009)',
  criteria: narrowCriteria,
};

/** The umbrella sense: every phase of a service that state and lay actors share. */
export const broad: Lens<Facts> = {
  id: 'broad',
  label: 'broad definition',
  heldBy: 'those who use it as an umbrella term, such as Nabatchi, Sancino and Sicilia (2017)',
  criteria: [publicBody, outsideParty, twoWayExchange, somePhase, joined, someBenefit],
};

/** The narrow lens with one criterion left out or replaced. Throws on an id it does not have. */
export function narrowWith(id: string, ...replacement: readonly Criterion<Facts>[]): readonly Criterion<Facts>[] {
  const index = narrowCriteria.findIndex((criterion) => criterion.id === id);
  if (index < 0) throw new Error(`The narrow lens has no criterion ${id}`);
  return narrowCriteria.toSpliced(index, 1, ...replacement);
}

/** The narrow lens under one of its switches. */
export const switched: Readonly<Record<SwitchId, Lens<Facts>>> = {
  'public-required': {
    id: 'public-required',
    label: 'narrow definition that asks for public value',
    heldBy: 'those who read the explainer’s clause on value as asking for value that all share',
    criteria: narrowWith('R7', worthToAll),
  },
  strict: {
    id: 'strict',
    label: 'strict definition that leaves out legal duty',
    heldBy: 'those who ask for free choice, such as Brudney and England (1983)',
    criteria: [...narrowCriteria, noLegalDuty],
  },
};

/** The narrow lens with the given switches on; both may be. */
export function narrowUnder({ publicRequired = false, strict = false }: Switches): Lens<Facts> {
  if (!publicRequired && !strict) return narrow;
  if (!strict) return switched['public-required'];
  if (!publicRequired) return switched.strict;
  return {
    ...switched.strict,
    id: 'public-required+strict',
    label: 'strict definition that also asks for public value',
    criteria: [...switched['public-required'].criteria, noLegalDuty],
  };
}
