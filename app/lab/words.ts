/** The vocabulary of facts in the words of the lab's controls. Each list has every value, in the order of the vocabulary. */
import { toolWords } from '#app/definitions/co-production/questions.ts';
import type * as vocabulary from '#app/definitions/co-production/vocabulary.ts';
import { sentence, spaced } from '#app/definitions/co-production/words.ts';

export { spaced };

export interface Choice {
  readonly value: string;
  readonly label: string;
}

const choices = <T extends string>(labels: Readonly<Record<T, string>>): readonly Choice[] =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

export const labelOf = (list: readonly Choice[], value: string): string => list.find((choice) => choice.value === value)?.label ?? value;

export const kinds = choices<vocabulary.Kind>({
  government: 'Government',
  'funded-provider': 'Provider funded by government',
  individual: 'Individuals',
  household: 'Households',
  'community-group': 'Community group',
  nonprofit: 'Non-profit organisation',
  firm: 'Firm',
});

export const roles = choices<vocabulary.Role>({
  'regular-producer': 'Producer: the service is its job',
  client: 'Client of the service',
  regulatee: 'Regulated by the service',
  citizen: 'Citizen',
  volunteer: 'Volunteer',
  employee: 'Employee of the producer',
  conscript: 'Conscript',
  contractor: 'Contractor',
  'partner-agency': 'Another public agency',
});

export const pays = choices<vocabulary.Pay>({
  none: 'None',
  expenses: 'Expenses',
  allowance: 'Allowance',
  wage: 'Wage',
  contract: 'Contract price',
});

export const activities = choices<vocabulary.Activity>({
  deciding: 'Deciding',
  designing: 'Planning or designing',
  delivering: 'Doing the work',
  assessing: 'Evaluating',
  consuming: 'Using the service',
  paying: 'Paying',
  campaigning: 'Campaigning or voting',
});

export const objects = choices<'service' | 'case'>({ service: 'The service as a whole', case: 'The single case that is its output' });
export const forms = choices<vocabulary.Contribution['form']>({ active: 'Acts', restraint: 'Only holds back', passive: 'Lets it happen' });

export const gifts = choices<vocabulary.Gift>({
  time: 'Time',
  effort: 'Effort',
  information: 'Information',
  skill: 'Skill',
  'in-kind': 'Goods',
  tools: 'Tools',
  money: 'Money',
});

export const voices = choices<vocabulary.Voice>({ informed: 'Only told', heard: 'Heard', shared: 'Shares in it', sole: 'Alone' });

export const compulsions = choices<vocabulary.Compulsion>({
  none: 'Of their own free will',
  incentive: 'For an incentive',
  condition: 'As a condition of something',
  'legal-duty': 'Required by law',
  force: 'By physical force',
});

export const links = choices<vocabulary.Contribution['link']>({
  conjoint: 'Joined to it',
  prompted: 'Prompted by it, done apart',
  unconnected: 'Nothing to do with it',
});

export const tools = choices<vocabulary.Tool>({
  'own-staff': sentence(toolWords['own-staff']),
  contractor: sentence(toolWords.contractor),
  technology: sentence(toolWords.technology),
  regulation: sentence(toolWords.regulation),
});

export const achievements = choices<vocabulary.Alternative['achieves']>({
  'as-well': 'Just as well',
  worse: 'Less well',
  no: 'Not at all',
});
export const consumptions = choices<vocabulary.Value['consumption']>({ individual: 'Individuals', joint: 'Everybody together' });
export const signs = choices<vocabulary.Value['sign']>({ positive: 'A gain', negative: 'A harm' });

export const motiveTypes = choices<vocabulary.MotiveType>({
  extrinsic: 'Extrinsic',
  intrinsic: 'Intrinsic',
  normative: 'Normative',
  prosocial: 'Prosocial',
});
export const weights = choices<'1' | '2' | '3'>({ '1': 'Slight', '2': 'Middling', '3': 'Strong' });
