import { outcomeOf, verdictOf } from '../judge.ts';
import { isMoneyOnly } from './criteria-giving.ts';
import { judging } from './judging.ts';
import { narrow } from './lenses.ts';
import { contributionOf, partyOf } from './parties.ts';
import type { Contribution, Facts } from './vocabulary.ts';

const labels = {
  'private-market': 'a private market',
  'self-help': 'self-help',
  'contracting-out': 'contracting out',
  'inter-agency': 'work between agencies',
  'in-house': 'in-house production',
  'coerced-object': 'being worked upon by force',
  funding: 'funding',
  consumption: 'consumption',
  politics: 'politics',
  voice: 'voice (having a say)',
  'no-value': 'activity without value',
  unconnected: 'unconnected effort',
} as const;

export type NearestId = keyof typeof labels;

function neighbour(facts: Facts, contribution: Contribution, failed: string): NearestId {
  const { role } = partyOf(facts, contribution.by);
  switch (failed) {
    case 'R1':
      return facts.parties.some((party) => party.kind === 'firm' && party.role === 'regular-producer') ? 'private-market' : 'self-help';
    case 'R2':
      if (role === 'contractor') return 'contracting-out';
      return role === 'partner-agency' ? 'inter-agency' : 'in-house';
    case 'R3':
      if (contribution.compulsion === 'force') return 'coerced-object';
      return isMoneyOnly(contribution) ? 'funding' : 'consumption';
    case 'R4':
      return contribution.activity === 'campaigning' ? 'politics' : 'voice';
    case 'R7':
      return 'no-value';
    default:
      return 'unconnected';
  }
}

/** For a narrow no: the neighbouring concept that the case falls under, by the first failed criterion; else null. */
export function nearest(facts: Facts): { readonly id: NearestId; readonly label: string } | null {
  if (verdictOf(judging, facts, narrow) !== 'no') return null;
  for (const subject of facts.focus) {
    const failed = narrow.criteria.find((criterion) => outcomeOf(criterion, facts, subject) === 'fail');
    if (failed !== undefined) {
      const id = neighbour(facts, contributionOf(facts, subject), failed.id);
      return { id, label: labels[id] };
    }
  }
  return null;
}
