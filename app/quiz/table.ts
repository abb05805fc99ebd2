/** What kinds with rows and columns share: a cell per row, a share of the rows right. */
import type { Answer, Feedback } from './item.ts';
import type { Mark } from './kind.ts';
import { share, wrong } from './kind.ts';
import type { SheetColumn, SheetRow } from './sheet.ts';
import { columnLabel } from './write.ts';

export type Cells = Readonly<Record<string, string>>;

/** Marks a table by its rows. */
export function markTable(key: Cells, answer: Answer): Mark {
  if (answer.type !== 'table') return wrong;
  const rows = Object.entries(key);
  return share(rows.filter(([row, column]) => answer.cells[row] === column).length, rows.length);
}

/** One part per row: what was answered, what follows from the facts, and why. */
export function tableParts(
  rows: readonly SheetRow[],
  columns: readonly Pick<SheetColumn, 'id' | 'label'>[],
  key: Cells,
  answer: Answer,
  because: (row: string) => string | null,
): Feedback['parts'] {
  const cells = answer.type === 'table' ? answer.cells : {};
  return rows.map((row) => ({
    text: row.text,
    yours: columnLabel(columns, cells[row.id]),
    key: columnLabel(columns, key[row.id]),
    right: cells[row.id] === key[row.id],
    because: because(row.id),
  }));
}

/** "4 of 5 cases are", "1 of 5 cases is": how many parts are right. */
export function tally(parts: Feedback['parts'], noun: string): string {
  const right = parts.filter((part) => part.right).length;
  return `${right} of ${parts.length} ${noun} ${right === 1 ? 'is' : 'are'}`;
}
