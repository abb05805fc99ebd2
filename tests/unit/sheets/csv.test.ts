import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#app/sheets/cell.ts';
import { csvStream } from '#app/sheets/csv.ts';
import type { Sheet } from '#app/sheets/sheet.ts';
import { bytesOf, hardRows, hardSheet } from './bytes.ts';

const textOf = async (sheet: Sheet) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(csvStream(sheet)));

function expected(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

describe('a CSV file', () => {
  it('gives back every value', async () => {
    const [titles, ...rows] = parse(await textOf(hardSheet()), { bom: true, record_delimiter: '\r\n' });
    expect(titles).toEqual(['Name', 'Answers', 'Score', 'At', 'Done']);
    expect(rows).toEqual(hardRows.map((row) => row.map(expected)));
  });

  it('has a byte order mark, CRLF, quoted text and bare numbers', async () => {
    const sheet: Sheet = { name: 'T', columns: [{ title: 'a' }, { title: 'b' }, { title: 'c' }], rows: [['x "y"', -1.5, null], []] };
    expect(await textOf(sheet)).toBe('\ufeff"a","b","c"\r\n"x ""y""",-1.5,\r\n,,\r\n');
  });

  it('holds no formula, in titles neither; negative numbers stay numbers', async () => {
    const sheet: Sheet = {
      name: 'T',
      columns: [{ title: '=A1' }, { title: 'n' }],
      rows: [
        ['+1', -1],
        ['-2', Number.NaN],
      ],
    };
    expect(await textOf(sheet)).toBe('\ufeff"\'=A1","n"\r\n"\'+1",-1\r\n"\'-2",\r\n');
  });

  it('of no rows has the titles', async () =>
    expect(await textOf({ name: 'T', columns: [{ title: 'a' }], rows: [] })).toBe('\ufeff"a"\r\n'));

  it('fails at a row that is too long', async () => {
    await expect(textOf({ name: 'T', columns: [{ title: 'a' }], rows: [[1, 2]] })).rejects.toThrow(RangeError);
  });
});

describe('a CSV stream', () => {
  const columns = [{ title: 'n' }, { title: 'text' }];

  it('reads no row before it is asked, and not far ahead of the consumer', async () => {
    let taken = 0;
    let ended = false;
    async function* rows() {
      try {
        for (;;) yield [taken++, 'x'.repeat(100)];
      } finally {
        ended = true;
      }
    }
    const stream = csvStream({ name: 'T', columns, rows: rows() });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(taken).toBe(0);
    const reader = stream.getReader();
    for (let chunks = 1; chunks <= 5; chunks++) {
      await reader.read();
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(taken).toBeLessThan(chunks * 400);
    }
    await reader.cancel();
    expect(ended).toBe(true);
  });

  it('leaves others their turn even where rows are there at once', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await bytesOf(csvStream({ name: 'T', columns, rows: Array.from({ length: 20_000 }, (_, index) => [index, 'x'.repeat(100)]) }));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it('hands on what the rows fail with', async () => {
    async function* rows(): AsyncGenerator<Cell[]> {
      yield [1, 'a'];
      throw new Error('the database is gone');
    }
    await expect(bytesOf(csvStream({ name: 'T', columns, rows: rows() }))).rejects.toThrow('the database is gone');
  });
});
