/** One value of a table, and what a spreadsheet must not make of it. */

/** Instants are dates; shares are numbers from 0 to 1; null is an empty cell. */
export type Cell = string | number | Date | boolean | null;

/** Excel holds no longer text in a cell (UTF-16 units) and calls a file with one broken. */
const longestText = 32_767;

/** What makes a formula: = + - @ with their full-width and small forms, which spreadsheets in East Asian languages take for the same. */
const trigger = '[=+\\-@＝＋－＠﹦﹢﹣﹫]';
/** Blanks and characters that cannot be seen, other than those at which a cell could be cut. */
const unseen = '(?:(?![\\t\\r\\n])[\\s\\p{C}])*';
const formula = new RegExp(`(^|[;\\t\\r\\n])(${unseen}${trigger})`, 'gu');
const leadingControl = /^[\t\r\n\0]/;

/** What XML 1.0 cannot hold (section 2.2), so that both files carry the same text. Lone surrogates become U+FFFD before. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const notInXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/**
 * Returns `text` with an apostrophe before everything that a spreadsheet would run as a formula, as OWASP advises ("CSV Injection",
 * https://owasp.org/www-community/attacks/CSV_Injection): text that starts with = + - @, a full-width form of them, a tab, a line end or
 * NUL, also after blanks. OWASP warns of separators too: where the list separator is a semicolon, Excel cuts a comma-separated line at
 * semicolons, and at line ends within quotes. So the apostrophe is also put after a semicolon, tab or line end within the text.
 *
 * The same is done for XLSX. Its text cells are not run, but they are once somebody saves the sheet as CSV, and a reader of either file
 * gets the same text. Undone by removing the apostrophes that stand before one of these signs. Harmless text is returned as it is.
 */
export function harmless(text: string): string {
  const guarded = text.replace(formula, "$1'$2");
  return leadingControl.test(guarded) ? `'${guarded}` : guarded;
}

/**
 * Returns the text that both kinds of file show for `text`: harmless, with line ends as line feeds, without characters that XML cannot
 * hold, and at most 32,767 UTF-16 units long; longer text ends in "…".
 */
export function cellText(text: string): string {
  const shown = harmless(text.toWellFormed().replace(/\r\n?/g, '\n').replace(notInXml, ''));
  return shown.length > longestText ? `${shown.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, '')}…` : shown;
}

/** Returns the instant as ISO 8601 in UTC, harmless too (years beyond 9999 start with a plus sign); null for an invalid date. */
export function instantText(instant: Date): string | null {
  return Number.isNaN(instant.getTime()) ? null : harmless(instant.toISOString());
}
