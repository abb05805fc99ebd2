/** A table before it is a file. */
import type { Cell } from './cell.ts';

/** How the values of a column are shown: `percent` takes shares from 0 to 1, `instant` takes dates, shown in UTC. */
export type Format = 'text' | 'number' | 'percent' | 'instant';

export interface Column {
  readonly title: string;
  /** In characters; without it a width that fits the title or an instant. CSV has none. */
  readonly width?: number;
  readonly format?: Format;
}

export interface Sheet {
  /** Made fit for Excel by `sheetName` when it is written. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Read once, while the file is being sent. A row may be shorter than the columns; what is missing is empty. */
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

/** Excel's limit for the name of a sheet, in UTF-16 units. */
const longestName = 31;

/**
 * Returns a name that Excel takes for a sheet and that is not among `taken`, whatever its case. Excel allows 1 to 31 characters, none of
 * `[ ] : * ? / \`, no apostrophe at either end, and not "History"
 * (https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9).
 * Signs that are not allowed become blanks; a name that is taken gets a number: "Answers (2)".
 */
export function sheetName(wanted: string, taken: Iterable<string> = []): string {
  const used = new Set(['history', ...[...taken].map((name) => name.toLowerCase())]);
  const clean = wanted
    .toWellFormed()
    .replace(/[[\]:*?/\\\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]+/gu, ' ')
    .replace(/ {2,}/g, ' ');
  const base = cut(clean, longestName) || 'Sheet';
  if (!used.has(base.toLowerCase())) return base;
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const name = cut(base, longestName - suffix.length) + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** At most `length` UTF-16 units without half a character, and without blanks or apostrophes at the ends. */
function cut(text: string, length: number): string {
  return text
    .replace(/^[\s']+/, '')
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s']+$/, '');
}

/**
 * Returns the cells of a row, as many as the sheet has columns.
 * @throws RangeError where the row has more, which would shift what stands under a title
 */
export function cellsOf(sheet: Sheet, row: readonly Cell[]): readonly Cell[] {
  if (row.length > sheet.columns.length) {
    throw new RangeError(`A row of "${sheet.name}" has ${row.length} cells for ${sheet.columns.length} columns.`);
  }
  return sheet.columns.map((_, index) => row[index] ?? null);
}
