/** A table as comma-separated values. */
import { stringify } from 'csv-stringify/sync';
import { byteStream, chunkLength } from './byte-stream.ts';
import { type Cell, cellText, instantText } from './cell.ts';
import { cellsOf, type Sheet } from './sheet.ts';

/** The media type of the file (RFC 4180, section 3); its first line holds titles. */
export const csvType = 'text/csv; charset=utf-8; header=present';

/** Without the mark Excel reads UTF-8 as the local code page. */
const byteOrderMark = '\ufeff';

/**
 * Returns the sheet as CSV by RFC 4180 (commas, CRLF), in UTF-8 with a byte order mark, titles first. Text is quoted throughout and made
 * harmless; instants are ISO 8601 in UTC, percents numbers from 0 to 1, truth values TRUE and FALSE; a number that is not finite is
 * empty. Rows are read as the consumer takes them, some 32,000 characters at a time, and never gathered.
 * The stream fails with a RangeError at a row with more cells than the sheet has columns.
 */
export function csvStream(sheet: Sheet): ReadableStream<Uint8Array> {
  return byteStream(csvChunks(sheet));
}

async function* csvChunks(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = byteOrderMark + line(sheet.columns.map(({ title }) => title));
  for await (const row of sheet.rows) {
    text += line(cellsOf(sheet, row));
    if (text.length < chunkLength) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

function line(cells: readonly Cell[]): string {
  return stringify([cells.map(field)], { record_delimiter: '\r\n', quoted_string: true });
}

function field(cell: Cell): string | number | null {
  if (typeof cell === 'string') return cellText(cell);
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell && instantText(cell);
}
