/** The usual values of facts that an author leaves out, as docs/authoring.md promises them. */
import { isStateParty } from './parties.ts';
import type { Contribution, Facts, Kind, Party, Pay, Role } from './vocabulary.ts';

/** `T` as authored: the named fields may be missing. */
type Authored<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]?: T[P] | undefined };

const isPublic = (kind: Kind): boolean => kind === 'government' || kind === 'funded-provider';

const usualPay: Record<Role, Pay> = {
  'regular-producer': 'wage',
  client: 'none',
  regulatee: 'none',
  citizen: 'none',
  volunteer: 'none',
  employee: 'wage',
  conscript: 'wage',
  contractor: 'contract',
  'partner-agency': 'contract',
};

function usualScale(kind: Kind): Party['scale'] {
  if (isPublic(kind)) return 'n/a';
  return kind === 'community-group' ? 'group' : 'individual';
}

/** A party with its usual role (by kind), pay (by role) and scale (by kind). */
export function fillParty(party: Authored<Party, 'role' | 'pay' | 'scale'>): Party {
  const role = party.role ?? (isPublic(party.kind) ? 'regular-producer' : 'citizen');
  return { ...party, role, pay: party.pay ?? usualPay[role], scale: party.scale ?? usualScale(party.kind) };
}

/** A contribution whose decision, if it is one and nothing else is said, is about the service. */
export function fillContribution(contribution: Authored<Contribution, 'object'>): Contribution {
  const { object = contribution.activity === 'deciding' ? 'service' : null } = contribution;
  return { ...contribution, object };
}

/** Plain work: done freely, joined to the other side's and used for the output. What changes and the lab begin a contribution with. */
export function plainWork(given: Pick<Contribution, 'id' | 'by' | 'what' | 'steps'>): Contribution {
  return {
    ...given,
    activity: 'delivering',
    object: null,
    form: 'active',
    gives: ['time', 'effort'],
    voice: null,
    compulsion: 'none',
    link: 'conjoint',
    feedsOutput: true,
  };
}

/** Facts that judge, unless a focus is given, every contribution of a party other than a state party. */
export function fillFacts(facts: Authored<Facts, 'focus'>): Facts {
  const state = new Set(facts.parties.filter(isStateParty).map((party) => party.id));
  return { ...facts, focus: facts.focus ?? facts.contributions.filter(({ by }) => !state.has(by)).map(({ id }) => id) };
}
