import type { Change } from '../theory.ts';
import { changesOfCase, decoys } from './changes-of-case.ts';
import { changesOfContribution } from './changes-of-contribution.ts';
import { changesOfParty } from './changes-of-party.ts';
import { focusContributions, partyOf } from './parties.ts';
import type { Facts } from './vocabulary.ts';

/**
 * Single fact changes in plain words, each completing both "Suppose …" and "It would change if …". Those that change a
 * verdict come with some that never do (timing, motives, other ways to do it). All give valid facts; ids are unique.
 */
export function changes(facts: Facts): readonly Change<Facts>[] {
  const judged = focusContributions(facts);
  const parties = [...new Set(judged.map(({ by }) => by))].map((id) => partyOf(facts, id));
  return [
    ...judged.flatMap((contribution) => changesOfContribution(facts, contribution)),
    ...parties.flatMap((party) => changesOfParty(facts, party)),
    ...changesOfCase(facts),
    ...decoys(facts),
  ];
}
