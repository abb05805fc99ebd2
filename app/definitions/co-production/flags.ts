import { verdictOf } from '../judge.ts';
import { judging } from './judging.ts';
import { narrow, type SwitchId, switched, switchIds } from './lenses.ts';
import { focusContributions, partyOf } from './parties.ts';
import { valueType } from './verdicts.ts';
import type { Contribution, Facts, Party } from './vocabulary.ts';

interface Flag {
  readonly id: string;
  readonly label: string;
}

interface ContributionFlag extends Flag {
  readonly holds: (contribution: Contribution, party: Party) => boolean;
}

const contributionFlags: readonly ContributionFlag[] = [
  {
    id: 'prompted-not-conjoint',
    label: 'Prompted by the public body, but done apart from it',
    holds: ({ link }) => link === 'prompted',
  },
  { id: 'restraint-only', label: 'Only holding back: counts in part', holds: ({ form }) => form === 'restraint' },
  {
    id: 'compelled',
    label: 'Required by law or made a condition: some scholars leave that out',
    holds: ({ compulsion }) => compulsion === 'legal-duty' || compulsion === 'condition',
  },
  { id: 'allowance', label: 'An allowance is paid, which is no wage', holds: (_, { pay }) => pay === 'allowance' },
  {
    id: 'organisation-as-contributor',
    label: 'The one who contributes is an organisation under regulation',
    holds: (_, { kind, role }) => role === 'regulatee' && (kind === 'firm' || kind === 'nonprofit'),
  },
  {
    id: 'deciding-is-the-work',
    label: 'Deciding the case is itself the work',
    holds: ({ activity, object }) => activity === 'deciding' && object === 'case',
  },
  { id: 'one-way-voice', label: 'A say that runs one way', holds: ({ voice }) => voice === 'informed' || voice === 'heard' },
];

/** Marks of a disputed or unusual case, each once, in a fixed order. */
export function flags(facts: Facts): readonly Flag[] {
  const judged = focusContributions(facts).map((contribution) => ({ contribution, party: partyOf(facts, contribution.by) }));
  const found = contributionFlags
    .filter(({ holds }) => judged.some(({ contribution, party }) => holds(contribution, party)))
    .map(({ id, label }) => ({ id, label }));
  const privateOnly = valueType(facts) === 'private';
  return privateOnly ? [...found, { id: 'private-value-only', label: 'Of value to individuals only' }] : found;
}

/** The switches that would change the narrow verdict. */
export function sensitiveTo(facts: Facts): readonly SwitchId[] {
  const verdict = verdictOf(judging, facts, narrow);
  return switchIds.filter((id) => verdictOf(judging, facts, switched[id]) !== verdict);
}
