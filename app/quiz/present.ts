/** The public view of an answer sheet: shuffled by the seed, ids replaced by letters and numbers that mean nothing. */
import type { BodyRow, ItemBody } from './item.ts';
import type { Sheet, SheetOf } from './sheet.ts';
import { columnsOf, inOrder } from './sheet.ts';
import { shuffle, shuffleAway } from './shuffle.ts';

/** `a` to `z` for the place of an option or column. */
export function letter(place: number): string {
  return String.fromCharCode(97 + place);
}

/** Name of the form field for the text under a lens. */
export function textField(lens: string): string {
  return `text-${lens}`;
}

/** Options in presented order; the presented id of each is the letter of its place. */
export function presentedOptions(sheet: SheetOf<'choice'>, seed: number) {
  return shuffle(sheet.options, seed);
}

/** Rows in presented order; the presented id of each is its place, counted from 1. Columns keep their order. */
export function presentedRows(sheet: SheetOf<'table' | 'grid'>, seed: number) {
  return shuffle(sheet.rows, seed);
}

/** Steps in presented order, which is never already right; the presented id of each is its place, counted from 1. */
export function presentedSteps(sheet: SheetOf<'order'>, seed: number) {
  return shuffleAway(sheet.steps, seed, inOrder);
}

function bodyRows(sheet: SheetOf<'table' | 'grid'>, seed: number): readonly BodyRow[] {
  return presentedRows(sheet, seed).map(({ text, detail, story }, place) => ({ id: String(place + 1), text, detail, story }));
}

/**
 * What the browser may see of a sheet. Checklist rows keep the order of the definition, since it is the order of
 * asking; everything else that could tell by its place is shuffled.
 */
export function present(sheet: Sheet, seed: number): ItemBody {
  switch (sheet.type) {
    case 'choice':
      return { type: 'choice', options: presentedOptions(sheet, seed).map(({ text }, place) => ({ id: letter(place), text })) };
    case 'checklist':
      return {
        type: 'checklist',
        rows: sheet.rows.map(({ label, question }, place) => ({ id: String(place + 1), label, question })),
      };
    case 'sentence':
      return { type: 'sentence' };
    case 'table':
      return {
        type: 'table',
        rows: bodyRows(sheet, seed),
        columns: sheet.columns.map(({ label, hint }, place) => ({ id: letter(place), label, hint })),
      };
    case 'grid': {
      const places = columnsOf(sheet).map(({ id }) => id);
      const lines = sheet.lines.map(({ label, cells }) => ({
        label,
        cells: cells.map(({ id, text }) => ({ id: letter(places.indexOf(id)), text })),
      }));
      return { type: 'grid', rows: bodyRows(sheet, seed), columns: sheet.columns, lines };
    }
    case 'order':
      return { type: 'order', steps: presentedSteps(sheet, seed).map(({ text }, place) => ({ id: String(place + 1), text })) };
    case 'number':
      return { type: 'number', unit: sheet.unit, given: shuffle(sheet.given, seed) };
    case 'text':
      return {
        type: 'text',
        maxLength: sheet.maxLength,
        fields:
          sheet.lenses.length === 0
            ? [{ id: 'text', label: 'Your answer' }]
            : sheet.lenses.map(({ id, label }) => ({ id: textField(id), label: `Under the ${label}` })),
      };
  }
}
