/** Codes by which a class joins a cohort: short enough for a whiteboard. */

/** Letters and figures that are not taken for each other when written by hand: no 0, O, 1, I, L, U. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/**
 * Returns a code such as `7KQ2-MX9P` from the first signs of `secret`, text with at least eight signs of the alphabet. Thirty to the
 * power of eight makes 39 bits: with a hundred tries a quarter of an hour from one address a guess takes thousands of years.
 */
export function joinCodeFrom(secret: string): string {
  const signs = [...secret.toUpperCase()].filter((sign) => alphabet.includes(sign)).slice(0, length);
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`;
}

/** Returns the code as it is stored, from how somebody typed it: in any case, with or without hyphen and blanks. Null for what cannot be one. */
export function readJoinCode(typed: string): string | null {
  const signs = typed.replace(/[\s\p{Pd}]+/gu, '').toUpperCase();
  return signs.length === length && [...signs].every((sign) => alphabet.includes(sign)) ? joinCodeFrom(signs) : null;
}
