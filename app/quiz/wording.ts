/** Small pieces of English that every kind of item shares. */
import type { Lens, Theory, Verdict } from '#app/definitions/theory.ts';

export const verdicts: readonly Verdict[] = ['yes', 'partly', 'no'];
export const verdictWord: Readonly<Record<Verdict, string>> = { yes: 'Yes', partly: 'Partly', no: 'No' };

/** The first letter as a capital. */
export function sentenceCase(text: string): string {
  const start = text.search(/\p{L}|\d/u);
  return start < 0 ? text : text.slice(0, start) + text.charAt(start).toUpperCase() + text.slice(start + 1);
}

/** The text without blanks and full stops at its end, so that it can stand inside a sentence. */
export function clause(text: string): string {
  return text.trim().replace(/[.\s]+$/, '');
}

/** "the narrow definition", whatever case and article the label has. */
export function lensName<F>(lens: Lens<F>): string {
  const bare = lens.label.trim().replace(/^the\s+/i, '');
  const noun = /definition|reading|sense|view/i.test(bare) ? bare : `${bare} definition`;
  return `the ${noun.charAt(0).toLowerCase()}${noun.slice(1)}`;
}

/** True where the text says which lens it asks about: any word of the lens's name other than "definition" and the like. */
export function namesLens<F>(text: string, lens: Lens<F>): boolean {
  const telling = `${lens.id} ${lens.label}`
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2 && !/^(the|definition|reading|sense|view)$/.test(word));
  return telling.some((word) => text.toLowerCase().includes(word));
}

/** "this is not co-production" */
export function verdictStatement<F>(theory: Theory<F>, verdict: Verdict): string {
  if (verdict === 'partly') return `this is ${theory.concept} only in part`;
  return verdict === 'yes' ? `this is ${theory.concept}` : `this is not ${theory.concept}`;
}

/** "no, this is not co-production" */
export function verdictClause<F>(theory: Theory<F>, verdict: Verdict): string {
  const statement = verdictStatement(theory, verdict);
  return verdict === 'partly' ? statement : `${verdict}, ${statement}`;
}

/** "Under the narrow definition: no, this is not co-production." */
export function verdictHeadline<F>(theory: Theory<F>, lens: Lens<F>, verdict: Verdict): string {
  return `Under ${lensName(lens)}: ${verdictClause(theory, verdict)}.`;
}
