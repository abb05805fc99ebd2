/** Pure edits of facts, each of which leaves valid facts valid. */

import { hasOutsideRole, isSay } from './parties.ts';
import type { Contribution, Facts, Party, Value } from './vocabulary.ts';

export type Edit = (facts: Facts) => Facts;

/** Sets fields of one contribution. */
export function editContribution(id: string, patch: Partial<Contribution>): Edit {
  return (facts) => ({
    ...facts,
    contributions: facts.contributions.map((contribution) => (contribution.id === id ? { ...contribution, ...patch } : contribution)),
  });
}

/** Sets fields of one party; where that puts it outside, a say of its own that has no voice gets a share in the decision. */
export function editParty(id: string, patch: Partial<Party>): Edit {
  return (facts) => {
    const parties = facts.parties.map((party) => (party.id === id ? { ...party, ...patch } : party));
    const outside = parties.some((party) => party.id === id && hasOutsideRole(party));
    const needsVoice = (contribution: Contribution) =>
      outside && contribution.by === id && contribution.voice === null && isSay(contribution);
    const contributions = facts.contributions.some(needsVoice)
      ? facts.contributions.map((contribution) => (needsVoice(contribution) ? { ...contribution, voice: 'shared' as const } : contribution))
      : facts.contributions;
    return { ...facts, parties, contributions };
  };
}

/** Sets fields of the value at an index, or of all. */
export function editValue(index: number | 'all', patch: Partial<Value>): Edit {
  return (facts) => ({
    ...facts,
    value: facts.value.map((value, at) => (index === 'all' || index === at ? { ...value, ...patch } : value)),
  });
}

/** Leaves these contributions out. */
export function dropContributions(ids: readonly string[]): Edit {
  return (facts) => ({ ...facts, contributions: facts.contributions.filter(({ id }) => !ids.includes(id)) });
}
