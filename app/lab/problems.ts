/** Why facts cannot be judged yet, in words for somebody who turns them, each with the control to mend. */
import { coProduction } from '#app/definitions/co-production/theory.ts';
import type { Facts } from '#app/definitions/co-production/vocabulary.ts';

export interface LabProblem {
  /** Name of the control; null where it is the case as a whole. */
  readonly control: string | null;
  /** Where it is: "what Residents do". */
  readonly place: string;
  readonly text: string;
}

export type Judged = { readonly facts: Facts } | { readonly problems: readonly LabProblem[] };

const fieldWords: Readonly<Record<string, string>> = {
  label: 'the name',
  purpose: 'the purpose of the service',
  output: 'the output of the service',
  what: 'what is done',
  to: 'who it is for',
  note: 'the note',
  cue: 'the words that show it',
  name: 'the name of the area',
  gives: 'what is given',
  steps: 'the steps',
  voice: 'how far the say goes',
};

const listWords: Readonly<Record<string, string>> = {
  parties: 'Party',
  contributions: 'Contribution',
  value: 'Value',
  alternatives: 'Other way',
  motives: 'Motive',
  areas: 'Area',
};

/** "Contribution 2, what is given". */
function placeOf(path: readonly PropertyKey[]): string {
  const parts = path.map(String);
  const field = fieldWords[parts.findLast((part) => part in fieldWords) ?? ''];
  const at = parts.findIndex((part, place) => part in listWords && /^\d+$/.test(parts[place + 1] ?? ''));
  if (at < 0) return field ? field.charAt(0).toUpperCase() + field.slice(1) : 'The case';
  const item = `${listWords[parts[at] ?? '']} ${Number(parts[at + 1]) + 1}`;
  return field ? `${item}, ${field}` : item;
}

/** The theory's messages speak to authors of files; these are for those whose meaning differs on a page. */
function inPlainWords(path: readonly PropertyKey[], message: string): string {
  const last = String(path.at(-1) ?? '');
  if (path[0] === 'focus') return 'Nothing is judged yet. Tick at least one contribution as judged, or add one.';
  if (path[0] === 'contributions' && path.length === 1) return 'Nobody does anything yet. Add a contribution.';
  if (path[0] === 'parties' && path.length === 1) return 'Nobody is there yet. Add a party.';
  if (last === 'gives') return 'Whoever is forced gives nothing. Untick all that is given, or choose another degree of duty.';
  if (last === 'steps') return 'The last step lies before the first. Turn the two around.';
  if (last === 'note') return 'Say why this way cannot bring about the output.';
  if (path.includes('areas') && last === 'name' && !message.includes('empty'))
    return 'Two areas have the same name. Give each a name of its own.';
  if (message.includes('empty')) return 'This is empty. Write a few words.';
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

function controlOf(path: readonly PropertyKey[]): string | null {
  if (path[0] === 'focus') return 'contributions.0.judged';
  if (path.length < 2) return null;
  return path.at(-1) === 'steps' ? `${path.join('.')}.0` : path.join('.');
}

/** Returns the facts as their own schema has them, or what keeps them from being judged. Never throws. */
export function judgedFacts(facts: Facts): Judged {
  const parsed = coProduction.facts.safeParse(facts);
  if (parsed.success) return { facts: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    control: path[0] === 'focus' && facts.contributions.length === 0 ? null : controlOf(path),
    place: placeOf(path),
    text: inPlainWords(path, message),
  }));
  // Where several facts fall short in the same way at the same place, it is said once.
  const key = ({ place, text }: LabProblem) => `${place} ${text}`;
  return { problems: problems.filter((one, index) => problems.findIndex((other) => key(other) === key(one)) === index) };
}
