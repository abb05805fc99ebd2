/** Which cell of a line is the name and which the address. */
import { mailbox } from './mailbox.ts';

/** What a line says, as it was typed; null for what it does not say. */
export interface Typed {
  readonly name: string | null;
  readonly email: string | null;
}

/** Where name and address stand, by the titles; a name may stand in two columns. */
export interface Titles {
  readonly names: readonly number[];
  readonly email: number;
}

const wholeName = /^(?:(?:full|display)[ _-]?)?names?$/i;
const firstName = /^(?:(?:first|given)[ _-]?names?|forenames?)$/i;
const lastName = /^(?:(?:last|family)[ _-]?names?|surnames?)$/i;

/** True for the title of a column with email addresses. */
export function isEmailTitle(cell: string): boolean {
  return /^(?:(?:e-?)?mails?|e-?mail[ _-]?address(?:es)?)$/i.test(cell);
}

/** Returns where the columns stand if `cells` are titles; null where they are a person. */
export function readTitles(cells: readonly string[]): Titles | null {
  const email = cells.findIndex(isEmailTitle);
  if (email < 0 || cells.some((cell) => cell.includes('@'))) return null;
  const whole = cells.findIndex((cell) => wholeName.test(cell));
  const parts = [cells.findIndex((cell) => firstName.test(cell)), cells.findIndex((cell) => lastName.test(cell))];
  return { names: whole >= 0 ? [whole] : parts.filter((index) => index >= 0), email };
}

/** Returns name and address of a line under titles; other columns are passed over. */
export function underTitles(cells: readonly string[], { names, email }: Titles): Typed {
  const name = names.map((index) => cells[index] ?? '').join(' ');
  return inMailbox({ name, email: cells[email] ?? '' });
}

/** Returns name and address of a line without titles, the cell with an @ being the address; or what keeps it from being read. */
export function withoutTitles(cells: readonly string[]): Typed | { readonly problem: string } {
  const filled = cells.filter((cell) => cell !== '');
  const addresses = filled.filter((cell) => cell.includes('@'));
  const names = filled.filter((cell) => !cell.includes('@'));
  if (addresses.length > 1) return { problem: `Line has ${addresses.length} email addresses. Give each person a line.` };
  if (names.length > 1 && addresses.length > 0)
    return { problem: `Line has ${filled.length} columns. Only a name and an email address are expected.` };
  return inMailbox({ name: names[0] ?? '', email: addresses[0] ?? '' });
}

/** A cell such as `Ana Ruiz <ana@x.org>` gives the name too, unless another cell does. */
function inMailbox({ name, email }: { readonly name: string; readonly email: string }): Typed {
  const box = mailbox(email);
  return { name: name.trim() || box?.name || null, email: (box ? box.email.trim() : email) || null };
}
