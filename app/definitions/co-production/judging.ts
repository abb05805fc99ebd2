import type { Judging } from '../judge.ts';
import { broad, narrow } from './lenses.ts';
import { contributionOf, partyOf } from './parties.ts';
import { line } from './telling.ts';
import type { Facts } from './vocabulary.ts';

/** What is judged, and by what: each contribution in focus ("Taxpayer: works out and enters the figures"), the narrow lens first. */
export const judging: Judging<Facts> = {
  id: 'co-production',
  lenses: [narrow, broad],
  subjects: (facts) =>
    facts.focus.map((id) => {
      const contribution = contributionOf(facts, id);
      return { id, label: line(partyOf(facts, contribution.by), contribution) };
    }),
};
