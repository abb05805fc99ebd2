/** What counts as an email address. */

/**
 * The rule of browsers (HTML Standard, section 4.10.5.1.5) with at least one dot in the domain and the lengths of RFC 5321, section
 * 4.5.3.1. Letters beyond ASCII are refused: they can pass for others, and few mail servers take them.
 */
const pattern =
  /^(?=.{3,254}$)[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Blanks and unseen characters, which come along when an address is copied from a page. */
const edges = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** Returns the address trimmed and in lower case, the form in which addresses are compared; null for what is none. */
export function readEmail(typed: string): string | null {
  const email = typed
    .replace(edges, '')
    .replace(/^mailto:/i, '')
    .toLowerCase();
  return pattern.test(email) ? email : null;
}
