/** Who is who, and who gives what: look-ups that the criteria share. */
import type { Contribution, Facts, Party, Pay, Role } from './vocabulary.ts';

const outsideRoles: readonly Role[] = ['client', 'regulatee', 'citizen', 'volunteer'];
const unhired: readonly Pay[] = ['none', 'expenses', 'allowance'];

/** A public body, or a provider that it funds, whose job the service is. */
export function isStateParty(party: Party): boolean {
  return party.role === 'regular-producer' && (party.kind === 'government' || party.kind === 'funded-provider');
}

/** Has the role of somebody outside the producing organisation, whatever the pay. */
export function hasOutsideRole(party: Party): boolean {
  return outsideRoles.includes(party.role);
}

/** Is paid at most expenses or an allowance. */
export function isUnhired(party: Party): boolean {
  return unhired.includes(party.pay);
}

/** A say about the service: it takes place between people, so it has a voice. */
export function isSay({ activity }: Contribution): boolean {
  return activity === 'deciding' || activity === 'designing' || activity === 'assessing';
}

/** A share of the work: delivering, or deciding cases where the decision is itself the output. */
export function isWork({ activity, object }: Contribution): boolean {
  return activity === 'delivering' || (activity === 'deciding' && object === 'case');
}

/** The party of that id. Throws where there is none: checked facts always have it. */
export function partyOf(facts: Facts, id: string): Party {
  const party = facts.parties.find((candidate) => candidate.id === id);
  if (party === undefined) throw new Error(`No party ${id}`);
  return party;
}

/** The contribution of that id. Throws where there is none: checked facts always have it. */
export function contributionOf(facts: Facts, id: string): Contribution {
  const contribution = facts.contributions.find((candidate) => candidate.id === id);
  if (contribution === undefined) throw new Error(`No contribution ${id}`);
  return contribution;
}

/** The contributions under judgement, in the order of the focus. */
export function focusContributions(facts: Facts): Contribution[] {
  return facts.focus.map((id) => contributionOf(facts, id));
}

/** Contributions by state parties, in the order of the facts. */
export function stateContributions(facts: Facts): Contribution[] {
  return facts.contributions.filter(({ by }) => isStateParty(partyOf(facts, by)));
}

/** The other side of the case: the state party that puts something in, else any regular producer, else null. */
export function producerOf(facts: Facts): Party | null {
  const [given] = stateContributions(facts);
  if (given !== undefined) return partyOf(facts, given.by);
  return facts.parties.find(isStateParty) ?? facts.parties.find(({ role }) => role === 'regular-producer') ?? null;
}

/** Do two contributions share a step? */
export function overlap(one: Contribution, other: Contribution): boolean {
  return one.steps[0] <= other.steps[1] && other.steps[0] <= one.steps[1];
}
