/**
 * Tables as an Excel workbook. It is written here and not by a library because those that could be used build every sheet in memory:
 * write-excel-file 4.1 took 11 s and 1.3 GB for 200,000 rows of 15 columns, in one piece that leaves no turn to other requests. What is
 * needed of the format is small.
 */
import { Zip, ZipDeflate } from 'fflate';
import { byteStream } from './byte-stream.ts';
import { runs } from './runs.ts';
import { type Sheet, sheetName } from './sheet.ts';
import { partsAfter, partsBefore, sheetPath } from './xlsx-parts.ts';
import { mostRows, sheetXml } from './xlsx-rows.ts';

/** The media type of the file. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The earliest time that a ZIP file can hold, in local time as ZIP has it: the same rows give the same bytes. */
const writtenAt = new Date(1980, 0, 1);

/**
 * Returns a workbook with the sheets in their order, under names that Excel takes (`sheetName`). The titles are bold and stay in sight;
 * percents and instants are numbers with a format, instants in UTC to the millisecond; instants outside 1900-03-01 to 9999-12-31, which
 * Excel does not know, are ISO 8601 text. Text is the same as in CSV. A number that is not finite is empty.
 * Rows are read as the consumer takes them, sheet after sheet, and never gathered. Where Excel can hold no more rows in a sheet they go on
 * in another, with the titles again.
 * The stream fails with a RangeError where a sheet has more columns than Excel can hold or a row has more cells than its sheet has columns.
 * @param rowsInSheet at most, with the titles
 * @throws RangeError without a sheet, which Excel does not open
 */
export function xlsxStream(sheets: readonly Sheet[], rowsInSheet = mostRows): ReadableStream<Uint8Array> {
  if (sheets.length === 0) throw new RangeError('A workbook needs at least one sheet.');
  return byteStream(zipped(parts(sheets, rowsInSheet)));
}

async function* zipped(files: AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for await (const [path, pieces] of files) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = writtenAt;
    zip.add(file);
    for await (const piece of pieces) {
      file.push(encoder.encode(piece));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* ready;
}

type Part = readonly [path: string, pieces: Iterable<string> | AsyncIterable<string>];

/** Which sheets there are shows only when all rows are read, so what names them stands at the end. */
async function* parts(sheets: readonly Sheet[], rowsInSheet: number): AsyncGenerator<Part> {
  const names: string[] = [];
  for (const [path, xml] of partsBefore()) yield [path, [xml]];
  for (const sheet of sheets)
    for await (const rows of runs(sheet.rows, rowsInSheet - 1)) {
      names.push(sheetName(sheet.name, names));
      yield [sheetPath(names.length), sheetXml({ ...sheet, rows }, names.length === 1)];
    }
  for (const [path, xml] of partsAfter(names)) yield [path, [xml]];
}
