/** From an answer to the form fields that would send it, and to words. */
import type { Answer } from './item.ts';
import { formatNumber, writeNumber } from './numbers.ts';
import { letter, presentedOptions, presentedRows, presentedSteps, textField } from './present.ts';
import type { Sheet } from './sheet.ts';
import { columnsOf } from './sheet.ts';

/**
 * The form that sends `answer` under `seed`: the inverse of reading it. Parts of the answer that the sheet no longer has
 * (the item was edited since) are left out.
 */
export function writeSheet(sheet: Sheet, seed: number, answer: Answer): URLSearchParams {
  const form = new URLSearchParams();
  if (sheet.type === 'choice' && answer.type === 'choice') {
    const place = presentedOptions(sheet, seed).findIndex((option) => option.id === answer.option);
    if (place >= 0) form.set('option', letter(place));
  } else if (sheet.type === 'checklist' && answer.type === 'checklist') {
    form.set('answered', '1');
    for (const [place, row] of sheet.rows.entries()) if (answer.met.includes(row.id)) form.append('met', String(place + 1));
  } else if (sheet.type === 'sentence' && answer.type === 'sentence') {
    form.set('sentence', String(answer.sentence));
  } else if ((sheet.type === 'table' || sheet.type === 'grid') && answer.type === 'table') {
    const columns = columnsOf(sheet);
    for (const [place, row] of presentedRows(sheet, seed).entries()) {
      const column = columns.findIndex((candidate) => candidate.id === answer.cells[row.id]);
      if (column >= 0) form.set(`row-${place + 1}`, letter(column));
    }
  } else if (sheet.type === 'order' && answer.type === 'order') {
    for (const [place, step] of presentedSteps(sheet, seed).entries()) {
      const position = answer.order.indexOf(step.id);
      if (position >= 0) form.set(`step-${place + 1}`, String(position + 1));
    }
  } else if (sheet.type === 'number' && answer.type === 'number') {
    form.set('value', writeNumber(answer.value));
  } else if (sheet.type === 'text' && answer.type === 'text') {
    form.set('text', answer.text);
  } else if (sheet.type === 'text' && answer.type === 'texts') {
    for (const { id } of sheet.lenses) form.set(textField(id), answer.texts[id] ?? '');
  }
  return form;
}

const gone = 'An answer that this question no longer offers';

/** An answer in words, for histories and instructors. */
export function describeSheet(sheet: Sheet, answer: Answer): string {
  if (sheet.type === 'choice' && answer.type === 'choice') {
    return sheet.options.find((option) => option.id === answer.option)?.text ?? gone;
  }
  if (sheet.type === 'checklist' && answer.type === 'checklist') {
    const met = sheet.rows.filter((row) => answer.met.includes(row.id)).map((row) => row.label);
    return met.length > 0 ? `Met: ${met.join('; ')}` : 'None is met';
  }
  if (sheet.type === 'sentence' && answer.type === 'sentence') {
    const sentence = sheet.sentences[answer.sentence];
    return sentence === undefined ? gone : `“${sentence}”`;
  }
  if ((sheet.type === 'table' || sheet.type === 'grid') && answer.type === 'table') {
    const columns = columnsOf(sheet);
    const cells = sheet.rows.map((row) => `${row.text}: ${columnLabel(columns, answer.cells[row.id])}`);
    return cells.join('; ');
  }
  if (sheet.type === 'order' && answer.type === 'order') {
    const texts = answer.order.map((id) => sheet.steps.find((step) => step.id === id)?.text ?? '?');
    return texts.map((text, index) => `${index + 1}. ${text}`).join('; ');
  }
  if (sheet.type === 'number' && answer.type === 'number') return `${formatNumber(answer.value)} ${sheet.unit}`.trim();
  if (sheet.type === 'text' && answer.type === 'text') return answer.text;
  if (sheet.type === 'text' && answer.type === 'texts') {
    return sheet.lenses.map(({ id, label }) => `Under the ${label}: ${answer.texts[id] ?? '–'}`).join('\n\n');
  }
  return gone;
}

/** The label of a column, or a dash where the answer has none. */
export function columnLabel(columns: readonly { readonly id: string; readonly label: string }[], id: string | undefined): string {
  return columns.find((column) => column.id === id)?.label ?? '–';
}
