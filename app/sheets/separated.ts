/** Lines of separated values in whatever form they were pasted. */
import { parse } from 'csv-parse/sync';
import { readEmail } from '#app/access/email-address.ts';
import { mailbox, unquoted } from './mailbox.ts';

export type Separator = ',' | ';' | '\t';

/** In order of trust: a tab is hardly ever part of a name, a comma often is. */
const separators: readonly Separator[] = ['\t', ';', ','];

/**
 * Returns the cells of one line, trimmed; quotation marks within a cell are part of it. Null where a cell opens a quotation mark and the
 * line ends before it is closed.
 */
export function cellsOfLine(line: string, separator: Separator): readonly string[] | null {
  try {
    const [cells = []] = parse(line, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      ltrim: true,
    });
    return cells.map(unquoted);
  } catch {
    return null;
  }
}

/**
 * Returns the separator that sets off an email address, or the title of a column with them, in most of the lines; the comma where none
 * does.
 */
export function separatorOf(lines: readonly string[], isTitle: (cell: string) => boolean): Separator {
  let best: Separator = ',';
  let most = 0;
  for (const separator of separators) {
    const count = lines.filter((line) => {
      if (!line.includes(separator)) return false;
      return cellsOfLine(line, separator)?.some((cell) => isTitle(cell) || readEmail(mailbox(cell)?.email ?? cell) !== null);
    }).length;
    if (count > most) {
      best = separator;
      most = count;
    }
  }
  return best;
}
