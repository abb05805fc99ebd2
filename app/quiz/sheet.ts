/**
 * The answer sheet of an item in canonical ids: what can be answered at all. Presenting, reading a form, writing one
 * and describing an answer need only this, whatever the kind. Secret: ids carry meaning here.
 */
import type { Answer } from './item.ts';

export interface Choice {
  readonly id: string;
  readonly text: string;
  /** What choosing it claims, where the id does not tell: the same in every version of the definitions. */
  readonly claim?: string;
}

export type Sheet =
  | { readonly type: 'choice'; readonly options: readonly Choice[] }
  | { readonly type: 'checklist'; readonly rows: readonly { readonly id: string; readonly label: string; readonly question: string }[] }
  | { readonly type: 'sentence'; readonly sentences: readonly string[] }
  | { readonly type: 'table'; readonly rows: readonly SheetRow[]; readonly columns: readonly SheetColumn[] }
  /** Each row is given a cell; `lines` are the rows of the map, a cell for each of its columns. */
  | {
      readonly type: 'grid';
      readonly rows: readonly SheetRow[];
      readonly columns: readonly { readonly label: string }[];
      readonly lines: readonly { readonly label: string; readonly cells: readonly { readonly id: string; readonly text: string }[] }[];
    }
  | { readonly type: 'order'; readonly steps: readonly { readonly id: string; readonly text: string; readonly at: number }[] }
  | { readonly type: 'number'; readonly unit: string; readonly given: readonly { readonly label: string; readonly amount: string }[] }
  /** Without lenses one text; with them one under each. */
  | {
      readonly type: 'text';
      readonly maxLength: number;
      readonly lenses: readonly { readonly id: string; readonly label: string }[];
    };

export interface SheetRow {
  readonly id: string;
  readonly text: string;
  readonly detail: string | null;
  readonly story: number | null;
}

export interface SheetColumn {
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
}

/** A part of a union by its `type`. */
export type SheetOf<T extends Sheet['type']> = Extract<Sheet, { type: T }>;
export type AnswerOf<T extends Answer['type']> = Extract<Answer, { type: T }>;

/** What a row can be given, in order: the columns of a table, or the cells of a map line by line. */
export function columnsOf(sheet: SheetOf<'table' | 'grid'>): readonly { readonly id: string; readonly label: string }[] {
  if (sheet.type === 'table') return sheet.columns;
  return sheet.lines.flatMap(({ label, cells }) =>
    cells.map(({ id }, place) => ({ id, label: `${label}, ${(sheet.columns[place]?.label ?? '').toLowerCase()}` })),
  );
}

/** True where the steps stand in an order of the story; steps at the same time may stand either way. */
export function inOrder(steps: readonly { readonly at: number }[]): boolean {
  return steps.every((step, index) => index === 0 || (steps[index - 1]?.at ?? step.at) <= step.at);
}
