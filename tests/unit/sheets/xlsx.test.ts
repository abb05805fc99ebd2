import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '#app/sheets/sheet.ts';
import { xlsxStream } from '#app/sheets/xlsx.ts';
import { bytesOf, hardRows, hardSheet } from './bytes.ts';

const read = async (sheets: readonly Sheet[]) => readExcelFile(await bytesOf(xlsxStream(sheets)), { trim: false });
const partsOf = async (sheets: readonly Sheet[]) =>
  Object.fromEntries(Object.entries(unzipSync(await bytesOf(xlsxStream(sheets)))).map(([path, bytes]) => [path, strFromU8(bytes)]));

describe('a workbook', () => {
  it('gives back every value with its type', async () => {
    const [sheet] = await read([hardSheet()]);
    expect(sheet?.sheet).toBe('Hard');
    // Days with a fraction are not exact, and read-excel-file cuts milliseconds where Excel rounds.
    const rounded = sheet?.data.map((row) => row.map((cell) => (cell instanceof Date ? new Date(Math.round(+cell / 10) * 10) : cell)));
    expect(rounded).toEqual([['Name', 'Answers', 'Score', 'At', 'Done'], ...hardRows]);
  });

  it('has its sheets in order under names that Excel takes', async () => {
    const long = `${'é'.repeat(30)}x`;
    const sheets = await read([hardSheet(long), hardSheet('a/b'), hardSheet('A b'), hardSheet('')]);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([long, 'a b', 'A b (2)', 'Sheet']);
  });

  it('holds the same harmless text as CSV, and no formula', async () => {
    const sheets: Sheet[] = [{ name: 'T', columns: [{ title: '=A1' }], rows: [['=1+1'], ['a\r\n@b'], ['\u0007 -1'], [-1], ['x_x0041_']] }];
    const [sheet] = await read(sheets);
    expect(sheet?.data.slice(0, 5)).toEqual([["'=A1"], ["'=1+1"], ["a\n'@b"], ["' -1"], [-1]]);
    const xml = (await partsOf(sheets))['xl/worksheets/sheet1.xml'];
    expect(xml).not.toContain('<f');
    expect(xml).toContain('>x_x005F_x0041_<');
  });

  it('has a bold row of titles that stays in sight, widths and formats', async () => {
    const parts = await partsOf([hardSheet()]);
    const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<col min="1" max="1" width="30" customWidth="1"/>');
    expect(xml).toContain('<c r="A1" s="1" t="inlineStr">');
    expect(xml).toContain('<c r="C2" s="3"><v>0.875</v></c>');
    expect(xml).toMatch(/<c r="D2" s="4"><v>46081\.99/);
    expect(parts['xl/styles.xml']).toContain('formatCode="0.0%"');
  });

  it('leaves empty what is no finite number, and writes an instant outside the calendar of Excel as text', async () => {
    const rows = [[Number.NaN], [Number.POSITIVE_INFINITY], [new Date('1850-05-01T00:00:00Z')], [new Date(Number.NaN)], ['end']];
    const [sheet] = await read([{ name: 'T', columns: [{ title: 'x' }], rows }]);
    expect(sheet?.data).toEqual([['x'], [null], [null], ['1850-05-01T00:00:00.000Z'], [null], ['end']]);
  });

  it('names columns beyond Z', async () => {
    const columns = Array.from({ length: 703 }, (_, index) => ({ title: String(index) }));
    const xml = (await partsOf([{ name: 'T', columns, rows: [] }]))['xl/worksheets/sheet1.xml'];
    for (const place of ['Z1', 'AA1', 'AZ1', 'BA1', 'ZZ1', 'AAA1']) expect(xml).toContain(`r="${place}"`);
  });

  it('is the same bytes for the same rows', async () => {
    expect(await bytesOf(xlsxStream([hardSheet()]))).toEqual(await bytesOf(xlsxStream([hardSheet()])));
  });

  it('goes on in another sheet where one is full', async () => {
    const rows = [['a'], ['b'], ['c'], ['d']];
    const columns = [{ title: 'x' }];
    const sheets = await readExcelFile(await bytesOf(xlsxStream([{ name: 'T', columns, rows }, hardSheet('U')], 3)), { trim: false });
    expect(sheets.map(({ sheet }) => sheet).slice(0, 3)).toEqual(['T', 'T (2)', 'U']);
    expect(sheets[0]?.data).toEqual([['x'], ['a'], ['b']]);
    expect(sheets[1]?.data).toEqual([['x'], ['c'], ['d']]);
    expect((await read([{ name: 'T', columns, rows: [] }])).map(({ data }) => data)).toEqual([[['x']]]);
  });

  it('needs a sheet, and not more columns than Excel can hold', async () => {
    expect(() => xlsxStream([])).toThrow(RangeError);
    const wide = { name: 'T', columns: Array.from({ length: 16_385 }, () => ({ title: 'x' })), rows: [] };
    await expect(bytesOf(xlsxStream([wide]))).rejects.toThrow('columns');
  });

  it('is written as it is read: rows are taken as the consumer asks', async () => {
    let taken = 0;
    let ended = false;
    function* rows() {
      try {
        for (;;) yield [taken++, Math.sin(taken)];
      } finally {
        ended = true;
      }
    }
    const reader = xlsxStream([{ name: 'T', columns: [{ title: 'n' }, { title: 'x' }], rows: rows() }]).getReader();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(taken).toBe(0);
    for (let bytes = 0; bytes < 50_000; ) bytes += (await reader.read()).value?.length ?? 0;
    const far = taken;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(taken).toBe(far);
    expect(taken).toBeLessThan(50_000);
    await reader.cancel();
    expect(ended).toBe(true);
  });
});
