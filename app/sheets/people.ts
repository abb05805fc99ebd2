/** A pasted or uploaded list of people. */
import { readEmail } from '#app/access/email-address.ts';
import { mailbox } from './mailbox.ts';
import { isEmailTitle, readTitles, type Titles, type Typed, underTitles, withoutTitles } from './people-columns.ts';
import { cellsOfLine, type Separator, separatorOf } from './separated.ts';

/** A line of the list: somebody who can be added where `problem` is null, else what to mend. */
export interface PersonLine {
  /** Of the text, from 1. */
  readonly line: number;
  /** Trimmed, single-spaced and in Unicode's form NFKC; null where the line has none that can be used. */
  readonly name: string | null;
  /** Trimmed and in lower case; null where the line has none that is one. */
  readonly email: string | null;
  /** In plain words, for whoever pasted the list. */
  readonly problem: string | null;
}

export interface PeopleOptions {
  /** Addresses in lower case of people who are there already; a line with one of them gets a problem. */
  readonly known: ReadonlySet<string>;
}

const mostBytes = 1_000_000;
const mostLines = 5_000;
const longestLine = 1_000;
const longestName = 100;

/** Controls, line ends, and marks that turn the direction of writing, which could make a name read as another. Joiners belong to some scripts. */
const hidden = /(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/u;

/**
 * Returns a line for every person in `text`: CSV with name and email in either order, separated by commas, semicolons or tabs, quoted or
 * not, with or without titles; or `Ana Ruiz <ana@x.org>`; or addresses alone. Under titles, other columns are passed over. Blank lines and
 * titles are left out. Where the text is over 1 MB (10⁶ bytes of UTF-8) or 5,000 lines that are not blank, the result is one line with that
 * problem and nobody. A quoted cell ends on its line. Never throws.
 */
export function readPeople(text: string, { known }: PeopleOptions): { readonly lines: readonly PersonLine[] } {
  if (text.length > mostBytes || new TextEncoder().encode(text).length > mostBytes) {
    return { lines: [nobody(1, 'The list is larger than 1 MB. Please send it in parts.')] };
  }
  const all = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const filled = all.map((content, index) => ({ line: index + 1, content })).filter(({ content }) => !/^[\s,;"]*$/.test(content));
  const beyond = filled[mostLines];
  if (beyond) return { lines: [nobody(beyond.line, 'The list has more than 5,000 lines. Please send it in parts.')] };
  const short = filled.filter(({ content }) => content.length <= longestLine).map(({ content }) => content);
  const separator = separatorOf(short, isEmailTitle);
  const titles = readTitles(cellsOfLine(filled[0]?.content ?? '', separator) ?? []);
  const people = titles ? filled.slice(1) : filled;
  const first = new Map<string, number>();
  return { lines: people.map(({ line, content }) => checked(line, typedIn(line, content, separator, titles), known, first)) };
}

function typedIn(line: number, content: string, separator: Separator, titles: Titles | null): Typed | { readonly problem: string } {
  if (content.length > longestLine) return { problem: 'Line is longer than 1,000 characters.' };
  // Before any cutting: the name of a mailbox may hold a comma.
  const box = titles ? null : mailbox(content);
  if (box && !/[@;\t]|,$/.test(box.name)) return { name: box.name || null, email: box.email.trim() || null };
  const cells = cellsOfLine(content, separator);
  if (!cells) return { problem: `Line ${line} opens a quotation mark and does not close it.` };
  return titles ? underTitles(cells, titles) : withoutTitles(cells);
}

/** The line as it is reported; `first` maps the addresses so far to their lines and is added to. */
function checked(
  line: number,
  typed: Typed | { readonly problem: string },
  known: ReadonlySet<string>,
  first: Map<string, number>,
): PersonLine {
  if ('problem' in typed) return nobody(line, typed.problem);
  const email = typed.email === null ? null : readEmail(typed.email);
  const spaced = typed.name?.normalize('NFKC').replace(/ +/g, ' ').trim() || null;
  const nameProblem = problemOfName(spaced);
  const name = nameProblem === null ? spaced : null;
  if (typed.email === null) return { line, name, email, problem: 'Line has no email address.' };
  if (email === null) return { line, name, email, problem: `That is not an email address: "${quoted(typed.email)}".` };
  const earlier = first.get(email);
  if (earlier !== undefined) return { line, name, email, problem: `The same address as line ${earlier}.` };
  first.set(email, line);
  return { line, name, email, problem: nameProblem ?? (known.has(email) ? 'Somebody with this address is there already.' : null) };
}

function problemOfName(name: string | null): string | null {
  if (name === null) return null;
  if (hidden.test(name)) return 'The name has characters that cannot be seen, such as a control character. Please type it again.';
  return [...name].length > longestName ? 'The name is longer than 100 characters.' : null;
}

function nobody(line: number, problem: string): PersonLine {
  return { line, name: null, email: null, problem };
}

/** What was typed, short and without characters that could disturb the message. */
function quoted(typed: string): string {
  const shown = [...typed.replace(new RegExp(hidden, 'gu'), '\ufffd')];
  return shown.length > 80 ? `${shown.slice(0, 79).join('')}…` : shown.join('');
}
