/** What a certificate says, and the code by which anybody can check it. */
import { lineOfText } from './line-of-text.ts';

/** What a learner has shown, as it stood when the certificate was issued. Scores are shares from 0 to 1, null where none was marked. */
export interface Shown {
  /** Of the course. */
  readonly title: string;
  readonly lessons: readonly { readonly title: string; readonly score: number | null }[];
  /** Null for a course without one. */
  readonly capstone: { readonly title: string; readonly score: number | null } | null;
}

/** Letters and figures that are not taken for each other on paper: no 0, O, 1, I, L or U. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 18;
const group = 6;

/** Bytes from which a code can be made even if some of them fall outside the alphabet. */
export const codeBytes = 64;

/**
 * Returns a code such as `7KQ2MX-9PA4ZT-CWH3RE`: 18 of 30 signs, 88 bits, so that guessing one that exists is hopeless. Each sign is
 * equally likely: bytes beyond a multiple of 30 are passed over.
 * @param bytes random; at least `codeBytes` of them
 * @throws where too few of the bytes can be used, which for random ones does not happen in practice (under 1 in 10²⁰)
 */
export function makeCode(bytes: Uint8Array): string {
  const even = 256 - (256 % alphabet.length);
  const signs = [...bytes].filter((byte) => byte < even).slice(0, length);
  if (signs.length < length) throw new Error(`A code needs ${length} usable bytes and got ${signs.length}.`);
  return grouped(signs.map((byte) => alphabet[byte % alphabet.length]).join(''));
}

/** Returns the code as it is stored, from how somebody typed it: in any case, with or without hyphens and blanks. Null for what cannot be one. */
export function readCode(typed: string): string | null {
  const signs = typed.replace(/[\s\p{Pd}]+/gu, '').toUpperCase();
  return signs.length === length && [...signs].every((sign) => alphabet.includes(sign)) ? grouped(signs) : null;
}

function grouped(signs: string): string {
  return (signs.match(new RegExp(`.{${group}}`, 'g')) ?? []).join('-');
}

/** A name to print. */
export const printedName = lineOfText({ empty: 'Write the name that is to stand on the certificate.', longest: 80 });
