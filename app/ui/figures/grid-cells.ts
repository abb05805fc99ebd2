/** The cells of the figure of activities by parties: a reconstruction of an idea, so the words are ours. */
import type { GridPlace } from '#app/definitions/theory.ts';

export const gridColumns: readonly { readonly id: GridPlace['column']; readonly label: string }[] = [
  { id: 'government', label: 'Government alone' },
  { id: 'both', label: 'Both together' },
  { id: 'outside', label: 'Outside party alone' },
];

interface GridRow {
  readonly id: GridPlace['row'];
  readonly label: string;
  readonly cells: Readonly<Record<GridPlace['column'], string>>;
}

export const gridRows: readonly GridRow[] = [
  {
    id: 'deciding',
    label: 'Deciding what to do',
    cells: { government: 'official decision', both: 'joint decision', outside: 'private decision' },
  },
  { id: 'designing', label: 'Planning and design', cells: { government: 'official design', both: 'co-design', outside: 'private design' } },
  { id: 'doing', label: 'Doing the work', cells: { government: 'in-house production', both: 'co-production', outside: 'self-help' } },
  { id: 'evaluating', label: 'Evaluating', cells: { government: 'internal review', both: 'joint review', outside: 'independent review' } },
];

/** A case in its cell. */
export interface GridCase extends GridPlace {
  readonly label: string;
}

/** What is marked: a cell by its name ("co-production"), `middle column` for the broad definition, or nothing. */
export type GridMark = string | null;

/** Whether the mark covers a cell. */
export function isMarked(mark: GridMark, row: GridRow, column: GridPlace['column']): boolean {
  return mark === row.cells[column] || (mark === 'middle column' && column === 'both');
}
