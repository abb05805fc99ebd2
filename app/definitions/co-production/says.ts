/**
 * Each finding as a learner would put it: a clause without the particulars of the case, of the form and length of what
 * misconceptions say. Options use it, so that the derived one does not stand out. "They" are the outside party.
 */
import type { Outcome } from '../theory.ts';
import { hasOutsideRole, isWork, stateContributions } from './parties.ts';
import type { Contribution, Facts, Party } from './vocabulary.ts';

interface Case {
  readonly facts: Facts;
  readonly party: Party;
  readonly contribution: Contribution;
}

function publicBody({ facts }: Case): string {
  if (!facts.service.publicService) return 'this is private business and not the job of a public body';
  if (stateContributions(facts).length === 0) return 'everything comes from them, and no public body puts anything in';
  return 'a public body has a job to do here and does its share';
}

function outside({ party }: Case): string {
  if (party.role === 'partner-agency') return 'they are another public body, so this is between agencies';
  if (party.role === 'contractor' || party.pay === 'contract') return 'they do it under contract, as paid work';
  if (party.role === 'conscript' || party.role === 'regular-producer') return 'they belong to the organisation that does the work';
  if (!hasOutsideRole(party) || party.pay === 'wage') return 'they are hired and paid to do this work';
  return 'they stand outside, and nobody hires them for the work';
}

function giving({ contribution: { compulsion, form, gives } }: Case, outcome: Outcome): string {
  if (outcome === 'edge') return 'they only hold something back, which is giving in part';
  if (outcome === 'pass') return 'they give something of their own by acting';
  if (compulsion === 'force') return 'it is done to them by force, and they give nothing';
  if (gives.length > 0 && gives.every((gift) => gift === 'money')) return 'they give money and nothing beside it';
  if (form === 'passive') return 'they let it happen and give nothing by acting';
  return 'they put in no time, no effort and no knowledge';
}

function work({ contribution: { activity, object } }: Case): string {
  if (activity === 'deciding' && object === 'case') return 'they decide cases, and that is the work itself here';
  if (activity === 'delivering') return 'they do a share of the work itself';
  if (activity === 'consuming') return 'they use what others have made and do none of the work';
  if (activity === 'paying') return 'they pay for the work and do none of it';
  if (activity === 'campaigning') return 'they take part in politics, not in the work of a service';
  return 'they have a say about the work and do none of it';
}

function output({ contribution }: Case): string {
  return contribution.feedsOutput
    ? 'what they put in becomes part of the result'
    : 'what they put in goes into nothing, and the result is made without it';
}

function joined({ contribution: { link } }: Case): string {
  if (link === 'unconnected') return 'the two sides act apart, and neither counts on the other';
  return link === 'prompted' ? 'the public body set them going, and that joins the two sides' : 'each side builds on what the other gives';
}

function exchange(subject: Case, outcome: Outcome): string {
  const { voice } = subject.contribution;
  if (voice === null || isWork(subject.contribution)) return giving(subject, outcome);
  if (voice === 'informed') return 'they are only told, and nothing comes back from them';
  if (voice === 'heard') return 'they are heard, but nobody has to answer them';
  return outcome === 'pass' ? 'both sides give and take on an equal footing' : giving(subject, outcome);
}

function phase(subject: Case, outcome: Outcome): string {
  if (outcome === 'pass') return 'what they do belongs to one phase of the service';
  return subject.contribution.feedsOutput ? 'what they do belongs to no phase of this service' : output(subject);
}

function worth(_: Case, outcome: Outcome): string {
  return outcome === 'pass' ? 'some good comes of it, for them or for everyone' : 'it does no good, neither to them nor to anyone else';
}

const words: Readonly<Record<string, (subject: Case, outcome: Outcome) => string>> = {
  R1: publicBody,
  R2: outside,
  R3: giving,
  R4: work,
  R5: output,
  R6: joined,
  R7: worth,
  B3: exchange,
  B4: phase,
  B5: worth,
};

/** The finding on the criterion of that id as a clause in a learner's words; empty for criteria that no option quotes. */
export function saying(criterion: string, subject: Case, outcome: Outcome): { says?: string } {
  const says = words[criterion]?.(subject, outcome);
  return says === undefined ? {} : { says };
}
