/** Where a case stands in the figure of activities by parties: a reconstruction of the idea, not a table from the source. */
import type { GridPlace } from '../theory.ts';
import { focusContributions, hasOutsideRole, isUnhired, isWork, partyOf, stateContributions } from './parties.ts';
import type { Contribution, Facts } from './vocabulary.ts';

function rowOf(contribution: Contribution | undefined): GridPlace['row'] {
  if (!contribution || isWork(contribution)) return 'doing';
  if (contribution.activity === 'deciding' || contribution.activity === 'campaigning') return 'deciding';
  if (contribution.activity === 'designing') return 'designing';
  return contribution.activity === 'assessing' ? 'evaluating' : 'doing';
}

/** Returns the cell of the first contribution in focus: what kind of activity it is, and who has a hand in it. */
export function gridPlace(facts: Facts): GridPlace {
  const [first] = focusContributions(facts);
  const party = first && partyOf(facts, first.by);
  // Whoever is hired works for the government side, and who only lets things happen has no hand in them.
  const isOutside = party !== undefined && hasOutsideRole(party) && isUnhired(party);
  const outside = isOutside && first?.form !== 'passive' && first?.link !== 'unconnected';
  const government = stateContributions(facts).length > 0;
  return { row: rowOf(first), column: government ? (outside ? 'both' : 'government') : 'outside' };
}
