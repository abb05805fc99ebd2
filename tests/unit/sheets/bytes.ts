/** All bytes of a stream, and a table that holds what is hard to write. */
import type { Cell } from '#app/sheets/cell.ts';
import type { Column, Sheet } from '#app/sheets/sheet.ts';

export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.from(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

const columns: readonly Column[] = [
  { title: 'Name', format: 'text', width: 30 },
  { title: 'Answers', format: 'number' },
  { title: 'Score', format: 'percent' },
  { title: 'At', format: 'instant' },
  { title: 'Done' },
];

const at = new Date('2026-02-28T23:59:58.000Z');

/** Values that both kinds of file give back unchanged. */
export const hardRows: readonly (readonly Cell[])[] = [
  ['Nguyễn Thị Ánh', 12, 0.875, at, true],
  ['محمد رضا, "the elder"', -3.25, 0, new Date('1999-12-31T00:00:00.000Z'), false],
  ['two\nlines; and, more', 1e21, 1, at, null],
  ['李小龍 𝒜 👩‍🔬 <b>&amp;</b>', 0.1, 1 / 3, at, true],
  [null, null, null, null, null],
  ['00123', 1e-7, 0.5, at, false],
];

export function hardSheet(name = 'Hard'): Sheet {
  return { name, columns, rows: hardRows };
}
