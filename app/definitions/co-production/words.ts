/** Plain English from authored labels, which are written in sentence case: "Tax office", "Patrol members". */
import { producerOf } from './parties.ts';
import type { Contribution, Facts, Gift } from './vocabulary.ts';

const irregularPlurals = new Set(['people', 'police', 'children', 'women', 'men', 'staff']);
const ownDeterminer = /^(my|his|her|their|its|our|your|some|every|each|all|both|several|many|most|any|no|those|mr|mrs|ms|dr)\b/i;
const pronoun = /^(every|any|some|no)(one|body)\b|^no one\b/i;

/** Words that begin what is told beyond the noun: "families below the spring". */
const beyond = [
  ...['of', 'with', 'without', 'in', 'inside', 'into', 'at', 'on', 'for', 'from', 'to', 'by', 'near', 'beside', 'behind', 'between'],
  ...['under', 'below', 'above', 'over', 'across', 'along', 'around', 'after', 'before', 'outside', 'within', 'who', 'whose', 'that'],
];
const afterHead = new RegExp(`\\s(?:${beyond.join('|')})\\s`);

/** The same text with a capital first letter. */
export function sentence(text: string): string {
  const start = text.search(/\p{L}/u);
  return start < 0 ? text : text.slice(0, start) + text.charAt(start).toUpperCase() + text.slice(start + 1);
}

/** A label in mid-sentence: "Tax office" → "the tax office". A capital further on marks a name, which keeps its capitals. */
export function the(label: string): string {
  const bare = label.trim().replace(/^(the|an?)\s+/i, '');
  const isName = /\s\p{Lu}/u.test(bare) || /^\P{Ll}*\p{Lu}\P{Ll}*(?:\s|$)/u.test(bare);
  const spoken = isName ? bare : bare.charAt(0).toLowerCase() + bare.slice(1);
  return ownDeterminer.test(bare) || pronoun.test(bare) ? spoken : `the ${spoken}`;
}

/** Does the label name several? Goes by its head noun: "Families below the spring" does, "Tenant panel" does not. */
export function isPlural(label: string): boolean {
  const head = (label.split(afterHead)[0] ?? label).trim().toLowerCase();
  const noun = head.slice(head.lastIndexOf(' ') + 1);
  return irregularPlurals.has(noun) || /\sand\s/.test(head) || (noun.endsWith('s') && !/(ss|us|is|ics|news)$/.test(noun));
}

/** The verb that agrees with the label. */
export function verb(label: string, singular: string, plural: string): string {
  return isPlural(label) ? plural : singular;
}

/** "a, b and c". */
export function list(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** What is done, as quoted in mid-sentence. */
export function deed({ what }: Contribution): string {
  return `“${what}”`;
}

const giftWords: Record<Gift, string> = {
  time: 'time',
  effort: 'effort',
  information: 'information',
  skill: 'skill',
  'in-kind': 'goods',
  tools: 'tools',
  money: 'money',
};

/** "time, effort and information". */
export function giftList(gives: readonly Gift[]): string {
  return list([...new Set(gives)].map((gift) => giftWords[gift]));
}

/** The public body's side in mid-sentence, where one takes part or at least is there. */
export function producerWords(facts: Facts): string {
  const producer = producerOf(facts);
  return producer === null ? 'any public body' : the(producer.label);
}

/** A figure with a true minus sign. */
export function figure(value: number): string {
  return String(value).replace('-', '−');
}

/** "parentTime" → "parent time". */
export function spaced(key: string): string {
  return key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
}
