import type { Change } from '../theory.ts';
import { editParty } from './edits.ts';
import { hasOutsideRole, producerOf } from './parties.ts';
import type { Facts, Party } from './vocabulary.ts';
import { isPlural, producerWords, the } from './words.ts';

type Patch = Partial<Pick<Party, 'role' | 'pay'>>;

function change(party: Party, name: string, text: string, patch: Patch): Change<Facts> {
  return {
    id: `${party.id}.${name}`,
    text,
    facts: Object.keys(patch).map((key) => `${party.id}.${key}`),
    apply: editParty(party.id, patch),
  };
}

/** What could be otherwise about who a party is: inside or outside, and what pay it gets for this. */
export function changesOfParty(facts: Facts, party: Party): Change<Facts>[] {
  const who = the(party.label);
  const producer = producerOf(facts);
  const other = producer === null || producer.id === party.id ? 'the service' : producerWords(facts);
  const found: Change<Facts>[] = [];
  if (hasOutsideRole(party)) {
    const isOrganisation = party.kind === 'firm' || party.kind === 'nonprofit';
    const staff = isPlural(party.label) ? 'employees' : 'an employee';
    if (!isOrganisation) found.push(change(party, 'role=employee', `${who} were ${staff} of ${other}`, { role: 'employee' }));
    found.push(change(party, 'role=contractor', `${who} did this as a contractor for ${other}`, { role: 'contractor' }));
  } else {
    const free = isPlural(party.label) ? 'volunteers' : 'a volunteer';
    found.push(change(party, 'role=volunteer', `${who} were ${free} from outside, without pay`, { role: 'volunteer', pay: 'none' }));
  }
  if (party.pay !== 'wage') found.push(change(party, 'pay=wage', `${who} were paid a wage for this`, { pay: 'wage' }));
  if (party.pay !== 'expenses')
    found.push(change(party, 'pay=expenses', `${who} got back the expenses and nothing more`, { pay: 'expenses' }));
  if (party.pay !== 'none') found.push(change(party, 'pay=none', `${who} were paid nothing for this`, { pay: 'none' }));
  return found;
}
