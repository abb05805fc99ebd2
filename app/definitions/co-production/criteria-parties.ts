/** R1 and R2: who takes part. Both lenses share them. */
import { criterion, field, type Reason, type Subject } from './criterion.ts';
import { hasOutsideRole, isStateParty, isUnhired, partyOf, producerOf, stateContributions } from './parties.ts';
import type { Facts, Party, Role } from './vocabulary.ts';
import { deed, isPlural, list, producerWords, sentence, the, verb } from './words.ts';

function publicBodyTakesPart({ facts }: Subject): boolean {
  return facts.service.publicService && facts.contributions.some(({ by }) => isStateParty(partyOf(facts, by)));
}

function whyPublicBody({ facts }: Subject): Reason {
  const given = stateContributions(facts);
  const producer = producerOf(facts);
  const { purpose, publicService } = facts.service;
  if (!publicService) {
    const who = producer === null ? 'those who take part' : the(producer.label);
    return {
      because: `This is no public service: to ${purpose} is the business of ${who}, not the job of a public body.`,
      facts: ['service'],
    };
  }
  if (given.length === 0 || producer === null) {
    const others = list([...new Set(facts.contributions.map(({ by }) => the(partyOf(facts, by).label)))]);
    return {
      because: `No public body puts anything in: all that is given comes from ${others}.`,
      facts: ['service', ...facts.contributions.map(({ id }) => id)],
    };
  }
  const own = given.filter(({ by }) => by === producer.id).map(deed);
  const is = verb(producer.label, 'is', 'are');
  const puts = verb(producer.label, 'puts', 'put');
  return {
    because: `${sentence(the(producer.label))} ${is} there to ${purpose}, and ${puts} something in: ${list(own)}.`,
    facts: [...given.map(({ id }) => id), 'service'],
  };
}

/** A public body has a job to do here and puts something into it. */
export const publicBody = criterion({
  id: 'R1',
  label: 'A public body takes part',
  question: 'Does a public body have a job to do here, and put something into it?',
  statement: 'A public body has a job to do here and puts something into it.',
  source: 'Co-production does not need to be simultaneous',
  decide: (subject) => (publicBodyTakesPart(subject) ? 'pass' : 'fail'),
  explain: whyPublicBody,
});

/** "takes part as a client, from outside the clinic", or its like for the role and number of the party. */
function capacity(facts: Facts, party: Party): string {
  const producer = producerOf(facts);
  const other = producer === null || producer.id === party.id ? null : the(producer.label);
  if (party.role === 'regulatee') {
    const is = verb(party.label, 'is', 'are');
    return other === null
      ? `${is} under regulation`
      : `${is} regulated by ${other} but ${verb(party.label, 'does', 'do')} not belong to it`;
  }
  const role = isPlural(party.label) ? `${party.role}s` : `a ${party.role}`;
  return `${verb(party.label, 'takes', 'take')} part as ${role}${other === null ? '' : `, from outside ${other}`}`;
}

/** "gets expenses back but no wage, so is not hired for the work, and …"; plainly "…, and is not hired for the work" without pay. */
function outsideWords(facts: Facts, party: Party): string {
  const who = sentence(the(party.label));
  const is = verb(party.label, 'is', 'are');
  const gets = verb(party.label, 'gets', 'get');
  const part = capacity(facts, party);
  if (party.pay === 'expenses') return `${who} ${gets} expenses back but no wage, so ${is} not hired for the work, and ${part}.`;
  if (party.pay === 'allowance') return `${who} ${gets} an allowance but no wage, so ${is} not hired for the work, and ${part}.`;
  return `${who} ${part}, and ${is} not hired for the work.`;
}

function insideWords(facts: Facts, party: Party): string {
  const who = sentence(the(party.label));
  const is = verb(party.label, 'is', 'are');
  const inside: Partial<Record<Role, string>> = {
    'regular-producer': `${who} ${is} the regular producer here, whose job the service is.`,
    employee: `${who} ${is} hired for the work, so it is done from inside the producing organisation.`,
    conscript: `${who} ${verb(party.label, 'serves', 'serve')} inside ${producerWords(facts)} and under its command, so the organisation does its own work.`,
    contractor: `${who} ${verb(party.label, 'does', 'do')} this under contract: the work is bought, not shared.`,
    'partner-agency': `${who} ${verb(party.label, 'acts', 'act')} as another agency in its own office: that is work between agencies.`,
  };
  const paid = party.pay === 'contract' ? 'paid under a contract' : 'paid a wage';
  return inside[party.role] ?? `${who} ${is} ${paid} for this, so the work is hired and not given.`;
}

function whyOutside({ facts, party }: Subject): Reason {
  const role = field(party, 'role');
  const pay = field(party, 'pay');
  if (!hasOutsideRole(party)) return { because: insideWords(facts, party), facts: [role] };
  if (!isUnhired(party)) return { because: insideWords(facts, party), facts: [pay, role] };
  return { because: outsideWords(facts, party), facts: [pay, role] };
}

/** The other contributor stands outside the producing organisation and is not hired for the work. */
export const outsideParty = criterion({
  id: 'R2',
  label: 'Outside and not hired',
  question: 'Does the other contributor stand outside the producing organisation, not hired for the work?',
  statement: 'The other contributor stands outside the producing organisation and is not hired for the work.',
  source: 'Introduction; Sometimes it’s unavoidable',
  decide: ({ party }) => (hasOutsideRole(party) && isUnhired(party) ? 'pass' : 'fail'),
  explain: whyOutside,
});
