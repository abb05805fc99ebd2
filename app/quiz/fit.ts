/** Whether an answer in canonical ids is one that the item can be given. Answers from outside come without a form that sees to it. */
import type { Answer, Item } from './item.ts';
import { sheetOf } from './learner.ts';
import { columnsOf } from './sheet.ts';

const answerTypes = {
  choice: 'choice',
  sentence: 'sentence',
  checklist: 'checklist',
  table: 'table',
  grid: 'table',
  order: 'order',
  number: 'number',
  text: 'text',
} as const;

/** Returns what is wrong with the answer, in a few words for whoever wrote it; null where it fits. */
export function misfit<F>(item: Item<F>, answer: Answer): string | null {
  const sheet = sheetOf(item);
  const isTexts = answer.type === 'texts' && sheet.type === 'text';
  if (answerTypes[sheet.type] !== answer.type && !isTexts) return `the item takes an answer of type "${answerTypes[sheet.type]}"`;
  const unknown = (given: readonly string[], known: readonly string[]) => {
    const stranger = given.find((id) => !known.includes(id));
    return stranger === undefined ? null : `there is no "${stranger}" here, only ${known.join(', ')}`;
  };
  if (sheet.type === 'choice' && answer.type === 'choice') return unknown([answer.option], ids(sheet.options));
  if (sheet.type === 'checklist' && answer.type === 'checklist') return unknown(answer.met, ids(sheet.rows));
  if (sheet.type === 'sentence' && answer.type === 'sentence') {
    const isThere = Number.isInteger(answer.sentence) && answer.sentence >= 0 && answer.sentence < sheet.sentences.length;
    return isThere ? null : `the story has sentences 0 to ${sheet.sentences.length - 1}`;
  }
  if ((sheet.type === 'table' || sheet.type === 'grid') && answer.type === 'table') {
    const open = ids(sheet.rows).find((id) => answer.cells[id] === undefined);
    if (open !== undefined) return `the row "${open}" is missing`;
    return unknown(Object.keys(answer.cells), ids(sheet.rows)) ?? unknown(Object.values(answer.cells), ids(columnsOf(sheet)));
  }
  if (sheet.type === 'order' && answer.type === 'order') {
    const isEach = new Set(answer.order).size === sheet.steps.length && answer.order.length === sheet.steps.length;
    return unknown(answer.order, ids(sheet.steps)) ?? (isEach ? null : 'each step must stand there once');
  }
  return null;
}

const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
