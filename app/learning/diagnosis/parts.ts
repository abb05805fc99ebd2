/** How an answer is read: as parts, each with a name for what was answered there. A choice has one part, a table one per row. */
import type { Answer, Item } from '#app/quiz/item.ts';
import { grade, heldAnswers, keyOf, sheetOf } from '#app/quiz/quiz.ts';
import { columnsOf, type SheetOf } from '#app/quiz/sheet.ts';
import type { ItemSpec } from '#app/quiz/spec.ts';
import { numberByGuess } from './rates.ts';
import type { State } from './states.ts';

export type AnyItem = Item<unknown, ItemSpec>;

/** Probabilities by name of an answer; they add up to 1. */
export type Shares = Readonly<Record<string, number>>;

export interface Parts {
  /** By part, what somebody answers who answers at random. */
  readonly chance: readonly Shares[];
  /** By part, the name of what was answered; null where the answer does not fit the item. */
  readonly read: (answer: Answer) => readonly (string | null)[];
}

/** Returns the parts of an item; null where a machine must not say what is right. `states` are those that answer it. */
export function partsOf(item: AnyItem, states: readonly State[]): Parts | null {
  const sheet = sheetOf(item);
  switch (sheet.type) {
    case 'choice':
      return choiceParts(sheet);
    case 'sentence':
      return sentenceParts(item, sheet);
    case 'checklist':
      return checklistParts(item, sheet);
    case 'table':
    case 'grid':
      return tableParts(sheet);
    case 'order':
      return orderParts(item, sheet);
    case 'number':
      return numberParts(item, states);
    case 'text':
      return null;
  }
}

const isRight = (item: AnyItem, answer: Answer) => grade(item, answer).right === true;
const evenly = (names: readonly string[]): Shares => Object.fromEntries(names.map((name) => [name, 1 / names.length]));

function choiceParts({ options }: SheetOf<'choice'>): Parts {
  const ids = options.map(({ id }) => id);
  return { chance: [evenly(ids)], read: (answer) => [answer.type === 'choice' && ids.includes(answer.option) ? answer.option : null] };
}

/** Several sentences can settle it: they are one answer, which chance hits that much more often. */
function sentenceParts(item: AnyItem, { sentences }: SheetOf<'sentence'>): Parts {
  const names = sentences.map((_, sentence) => (isRight(item, { type: 'sentence', sentence }) ? 'right' : String(sentence)));
  const chance: Record<string, number> = {};
  for (const name of names) chance[name] = (chance[name] ?? 0) + 1 / names.length;
  return { chance: [chance], read: (answer) => [answer.type === 'sentence' ? (names[answer.sentence] ?? null) : null] };
}

/** A criterion at the edge may be ticked or left, so it tells nothing and is no part. */
function checklistParts(item: AnyItem, sheet: SheetOf<'checklist'>): Parts {
  const key = keyOf(item);
  const met = key?.type === 'checklist' ? key.met : [];
  const turned = (id: string) => (met.includes(id) ? met.filter((other) => other !== id) : [...met, id]);
  const rows = sheet.rows.map(({ id }) => id).filter((id) => !isRight(item, { type: 'checklist', met: turned(id) }));
  return {
    chance: rows.map(() => evenly(['met', 'not'])),
    read: (answer) => rows.map((id) => (answer.type === 'checklist' ? (answer.met.includes(id) ? 'met' : 'not') : null)),
  };
}

function tableParts(sheet: SheetOf<'table' | 'grid'>): Parts {
  const { rows } = sheet;
  const ids = columnsOf(sheet).map(({ id }) => id);
  const cell = (answer: Answer, row: string) => (answer.type === 'table' ? (answer.cells[row] ?? '') : '');
  return {
    chance: rows.map(() => evenly(ids)),
    read: (answer) => rows.map(({ id }) => (ids.includes(cell(answer, id)) ? cell(answer, id) : null)),
  };
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** Steps at the same time may stand either way, so chance hits the order of the story that much more often. */
function orderParts(item: AnyItem, { steps }: SheetOf<'order'>): Parts {
  const ties = [...Map.groupBy(steps, ({ at }) => at).values()].map((same) => factorial(same.length));
  const right = ties.reduce((product, ways) => product * ways, 1) / factorial(steps.length);
  return {
    chance: [{ right, wrong: 1 - right }],
    read: (answer) => [answer.type === 'order' ? (isRight(item, answer) ? 'right' : 'wrong') : null],
  };
}

/** The right number, those that misconceptions lead to, and any other. */
function numberParts(item: AnyItem, states: readonly State[]): Parts {
  const name = (answer: Answer) => (isRight(item, answer) ? 'right' : grade(item, answer).misconceptions.join('+') || 'other');
  const mistaken = states.flatMap(({ held, holds }) => (held === null ? [] : heldAnswers(item, held, holds).answers.map(name)));
  const likely = new Set(['right', ...mistaken].filter((one) => one !== 'other'));
  const chance = Object.fromEntries([...likely].map((one) => [one, numberByGuess]));
  return {
    chance: [{ ...chance, other: 1 - likely.size * numberByGuess }],
    read: (answer) => [answer.type === 'number' ? name(answer) : null],
  };
}
