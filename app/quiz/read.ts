/** From a submitted form to an answer in canonical ids. A learner's slip gives a message, never an exception. */
import type { Answer } from './item.ts';
import { parseNumber } from './numbers.ts';
import { letter, presentedOptions, presentedRows, presentedSteps, textField } from './present.ts';
import type { Sheet, SheetOf } from './sheet.ts';
import { columnsOf } from './sheet.ts';

export type Form = URLSearchParams | FormData;
export type Reading = { readonly answer: Answer } | { readonly problem: string };

const lost = 'That answer does not belong to this question. Please choose again.';

/** One text field without surrounding blanks; null where it is missing or is a file. */
function field(form: Form, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : null;
}

/** The answer in `form` to `sheet` as presented under `seed`, or what is missing, in kind words. */
export function readSheet(sheet: Sheet, seed: number, form: Form): Reading {
  switch (sheet.type) {
    case 'choice':
      return readChoice(sheet, seed, form);
    case 'checklist':
      return readChecklist(sheet, form);
    case 'sentence':
      return readSentence(sheet, form);
    case 'table':
    case 'grid':
      return readTable(sheet, seed, form);
    case 'order':
      return readOrder(sheet, seed, form);
    case 'number':
      return readNumber(form);
    case 'text':
      return readText(sheet, form);
  }
}

function readChoice(sheet: SheetOf<'choice'>, seed: number, form: Form): Reading {
  const chosen = field(form, 'option');
  if (!chosen) return { problem: 'Choose one of the answers first.' };
  const option = presentedOptions(sheet, seed).find((_, place) => letter(place) === chosen);
  return option ? { answer: { type: 'choice', option: option.id } } : { problem: lost };
}

function readChecklist(sheet: SheetOf<'checklist'>, form: Form): Reading {
  const ticked = new Set(form.getAll('met'));
  if (ticked.size === 0 && field(form, 'answered') !== '1') {
    return { problem: 'Tick every criterion that is met. If none is, send the list as it is.' };
  }
  const met = sheet.rows.filter((_, place) => ticked.has(String(place + 1))).map((row) => row.id);
  return met.length === ticked.size ? { answer: { type: 'checklist', met } } : { problem: lost };
}

function readSentence(sheet: SheetOf<'sentence'>, form: Form): Reading {
  const chosen = field(form, 'sentence');
  if (!chosen) return { problem: 'Choose one sentence of the story first.' };
  if (!/^\d{1,4}$/.test(chosen) || Number(chosen) >= sheet.sentences.length) return { problem: lost };
  return { answer: { type: 'sentence', sentence: Number(chosen) } };
}

function readTable(sheet: SheetOf<'table' | 'grid'>, seed: number, form: Form): Reading {
  const cells: Record<string, string> = {};
  const columns = columnsOf(sheet);
  let open = 0;
  for (const [place, row] of presentedRows(sheet, seed).entries()) {
    const chosen = field(form, `row-${place + 1}`);
    const column = columns.find((_, index) => letter(index) === chosen);
    if (column) cells[row.id] = column.id;
    else if (chosen) return { problem: lost };
    else open++;
  }
  if (open === 0) return { answer: { type: 'table', cells } };
  if (sheet.type === 'grid')
    return { problem: open === 1 ? 'One case is still open. Give it a cell too.' : `${open} cases are still open. Give each a cell.` };
  return { problem: open === 1 ? 'One row is still open. Give it an answer too.' : `${open} rows are still open. Give each an answer.` };
}

function readOrder(sheet: SheetOf<'order'>, seed: number, form: Form): Reading {
  const steps = presentedSteps(sheet, seed);
  const order: string[] = [];
  const used = new Set<number>();
  for (const [place, step] of steps.entries()) {
    const position = field(form, `step-${place + 1}`);
    if (!position) return { problem: 'Give every step a place first.' };
    if (!/^\d{1,3}$/.test(position) || Number(position) < 1 || Number(position) > steps.length) return { problem: lost };
    if (used.has(Number(position))) return { problem: `Two steps have place ${position}. Give each step a place of its own.` };
    used.add(Number(position));
    order[Number(position) - 1] = step.id;
  }
  return { answer: { type: 'order', order } };
}

function readNumber(form: Form): Reading {
  const typed = field(form, 'value');
  if (!typed) return { problem: 'Write a number first.' };
  const value = parseNumber(typed);
  if (value === null) return { problem: 'That could not be read as a number. Write it in figures, for instance 35 or −4.5.' };
  return { answer: { type: 'number', value } };
}

function readText({ lenses, maxLength }: SheetOf<'text'>, form: Form): Reading {
  // Browsers send line ends as CR LF, which would count twice against the limit that the page shows.
  const textIn = (name: string) => field(form, name)?.replaceAll('\r\n', '\n') ?? '';
  const tooLong = (text: string, what: string) =>
    `${what} is ${text.length - maxLength} characters too long. Please shorten it to ${maxLength}.`;
  if (lenses.length === 0) {
    const text = textIn('text');
    if (text === '') return { problem: 'Write a sentence or two first.' };
    return text.length > maxLength ? { problem: tooLong(text, 'That') } : { answer: { type: 'text', text } };
  }
  const texts = lenses.map(({ id, label }) => ({ id, label, text: textIn(textField(id)) }));
  if (texts.every(({ text }) => text === '')) return { problem: 'Write a sentence or two under each definition first.' };
  const open = texts.find(({ text }) => text === '');
  if (open) return { problem: `Write a sentence or two under the ${open.label} too.` };
  const long = texts.find(({ text }) => text.length > maxLength);
  if (long) return { problem: tooLong(long.text, `What you wrote under the ${long.label}`) };
  return { answer: { type: 'texts', texts: Object.fromEntries(texts.map(({ id, text }) => [id, text])) } };
}
