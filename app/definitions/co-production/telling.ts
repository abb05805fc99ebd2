/** Says what somebody does, from a contribution written as "works out and enters the figures". */
import type { Contribution, Party } from './vocabulary.ts';
import { deed, isPlural, sentence, the } from './words.ts';

/** Verbs at the very beginning, joined by nothing but commas and "and": "tests, logs and doses". */
const leadingVerbs = /^[a-z]+s(?=[\s,]|$)(?:(?:,? and |, )[a-z]+s(?=[\s,]|$))*/;

/** A further verb with its object: "and presses his chest". */
const verbWithObject = /( and| or| then) ([a-z]+s)(?= (?:the|an?|his|her|their|its|them|it|each|every)\b)/g;

/** A further word that may be a verb or a noun: "and lays pipes", "and tins". */
const unclear = /(?:,| and| or| then) [a-z]+s\b/;

/**
 * A plain verb as it goes with several: "listen to the plan", "plant and water". A second word in -s speaks against it
 * ("money leaves the account"), and so does a name of something given ("time and effort").
 */
const plainVerb = /^(?!(?:time|money|effort|information|skill|goods|tools|advice|help)\b)[a-z]+(?:$|,| (?:his|its)\b| (?![a-z]+s\b))/;

/** "watches" → "watch", "carries" → "carry", "is" → "are". */
export function pluralVerb(verb: string): string {
  if (verb === 'is') return 'are';
  if (verb === 'has') return 'have';
  if (/[^aeiou]ies$/.test(verb) && verb.length > 4) return `${verb.slice(0, -3)}y`;
  return /(ch|sh|ss|x|zz|o)es$/.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1);
}

/** "visits, listens, shows" → "visits, listens and shows". */
function joinLast(verbs: string): string {
  return verbs.includes(' and ') ? verbs : verbs.replace(/, ([a-z]+)$/, ' and $1');
}

function ofSeveral(what: string, verbs: string): string | null {
  const rest = what.slice(verbs.length);
  if (unclear.test(rest.replace(verbWithObject, ''))) return null;
  const later = rest.replace(verbWithObject, (_, and: string, verb: string) => `${and} ${pluralVerb(verb)}`);
  return `${joinLast(verbs).replace(/[a-z]+s\b/g, pluralVerb)}${later}`;
}

/** What is done, in the number of those who do it: "dig feeder trenches"; null where `what` is not plainly a verb phrase. */
export function doing({ label }: Party, { what }: Contribution): string | null {
  const several = isPlural(label);
  const verbs = leadingVerbs.exec(what)?.[0];
  if (verbs === undefined || verbs.endsWith('ss')) return several && plainVerb.test(what) ? what : null;
  const rest = what.slice(verbs.length);
  if (/^(?:[^\s,]| of\b)/.test(rest)) return null;
  return several ? ofSeveral(what, verbs) : `${joinLast(verbs)}${rest}`;
}

/** "the block residents dig feeder trenches"; null where `what` is not plainly a verb phrase, so that it has to be quoted. */
export function clause(party: Party, contribution: Contribution): string | null {
  const done = doing(party, contribution);
  return done === null ? null : `${the(party.label)} ${done}`;
}

/** A contribution as a line of its own: "Tax office: builds the online form". */
export function line(party: Party, contribution: Contribution): string {
  return `${party.label}: ${doing(party, contribution) ?? contribution.what}`;
}

/** The beginning of a sentence that goes on ": that is …". */
export function told(party: Party, contribution: Contribution): string {
  return sentence(clause(party, contribution) ?? deed(contribution));
}
