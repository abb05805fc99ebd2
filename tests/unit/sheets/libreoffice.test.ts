import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvStream } from '#app/sheets/csv.ts';
import type { Sheet } from '#app/sheets/sheet.ts';
import { xlsxStream } from '#app/sheets/xlsx.ts';
import { bytesOf } from './bytes.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

const texts = ['Nguyễn "Ánh" 李 👩‍🔬', 'two\nlines; and, more', '=1+1', 'a;=2+2', '  blanks  ', 'x_x0041_ <b>&amp;', '00x'];
const sheet = (): Sheet => ({
  name: 'Answers',
  columns: [
    { title: 'Text', format: 'text' },
    { title: 'Number', format: 'number' },
    { title: 'Score', format: 'percent' },
    { title: 'At', format: 'instant' },
    { title: 'Done' },
  ],
  rows: texts.map((text, index) => [text, index - 2.5, index / 8, new Date(Date.UTC(2026, 1, 28, 23, 59, index)), index % 2 === 0]),
});
const shownTexts = texts.map((text) => text.replace(/(^|;)=/g, "$1'="));

/** The cells as LibreOffice reads the file and writes them again. */
function reread(bytes: Buffer, kind: 'csv' | 'xlsx', filter: readonly string[]): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  try {
    const file = join(folder, `table.${kind}`);
    writeFileSync(file, bytes);
    // Separated by commas, quoted by ", in UTF-8 (76), values as they are shown.
    const output = ['--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1', '--outdir', join(folder, 'out')];
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...filter, ...output, file], {
      stdio: 'pipe',
    });
    return parse(readFileSync(join(folder, 'out', 'table.csv')), { bom: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(!hasOffice)('LibreOffice (left out where soffice is not installed)', () => {
  it('opens a workbook with every value and format, and runs no formula', async () => {
    const [titles, ...rows] = reread(await bytesOf(xlsxStream([sheet()])), 'xlsx', []);
    expect(titles).toEqual(['Text', 'Number', 'Score', 'At', 'Done']);
    expect(rows.map(([text]) => text)).toEqual(shownTexts);
    expect(rows.map((row) => row.slice(1))).toEqual(
      texts.map((_, index) => [
        String(index - 2.5),
        `${(index * 12.5).toFixed(1)}%`,
        `2026-02-28 23:59:0${index}`,
        index % 2 === 0 ? 'TRUE' : 'FALSE',
      ]),
    );
  }, 120_000);

  it('opens a CSV file with every value, and runs no formula', async () => {
    const rows = reread(await bytesOf(csvStream(sheet())), 'csv', ['--infilter=CSV:44,34,76,1']).slice(1);
    expect(rows.map(([text]) => text)).toEqual(shownTexts);
    expect(rows.map((row) => Number(row[1]))).toEqual(texts.map((_, index) => index - 2.5));
    expect(rows.map((row) => Number(row[2]))).toEqual(texts.map((_, index) => index / 8));
    expect(rows.map((row) => row[4])).toEqual(texts.map((_, index) => (index % 2 === 0 ? 'TRUE' : 'FALSE')));
  }, 120_000);
});
