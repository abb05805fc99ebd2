/**
 * Learners for whom the truth is known. They answer by what the theory says a holder answers, slip, and guess. On purpose nothing here is
 * shared with the likelihoods of app/learning/diagnosis: how a holder settles on one of several fitting options, how a slip falls and
 * what a guess looks like are written anew.
 */
import type { CourseItem } from '#app/course/course.ts';
import { holdingBoth } from '#app/definitions/holding-both.ts';
import { verdictOf } from '#app/definitions/judge.ts';
import type { Misconception, Verdict } from '#app/definitions/theory.ts';
import type { Answer } from '#app/quiz/item.ts';
import { answerUnder, keyOf, sheetOf } from '#app/quiz/quiz.ts';
import { columnsOf, type Sheet } from '#app/quiz/sheet.ts';

export type Roll = () => number;

/** Ids of what is held: none for somebody who goes by the definition; null for somebody who guesses. */
export type Truth = readonly string[] | null;

const pick = <T>(from: readonly T[], roll: Roll): T => from[Math.floor(roll() * from.length)] as T;

/** Returns an answer at random. */
export function guess(item: CourseItem, roll: Roll): Answer {
  const sheet = sheetOf(item);
  switch (sheet.type) {
    case 'choice':
      return { type: 'choice', option: pick(sheet.options, roll).id };
    case 'sentence':
      return { type: 'sentence', sentence: Math.floor(roll() * sheet.sentences.length) };
    case 'checklist':
      return { type: 'checklist', met: sheet.rows.filter(() => roll() < 0.5).map(({ id }) => id) };
    case 'table':
    case 'grid':
      return { type: 'table', cells: Object.fromEntries(sheet.rows.map(({ id }) => [id, pick(columnsOf(sheet), roll).id])) };
    case 'order':
      return {
        type: 'order',
        order: sheet.steps
          .map(({ id }) => ({ id, at: roll() }))
          .sort((a, b) => a.at - b.at)
          .map(({ id }) => id),
      };
    case 'number':
      return { type: 'number', value: combine(sheet, roll) };
    case 'text':
      return { type: 'text', text: 'a guess' };
  }
}

/** Adds and takes away the given figures as the dice say. */
function combine({ given }: Extract<Sheet, { type: 'number' }>, roll: Roll): number {
  const figures = given.map(({ amount }) => Number(amount.replace(/[^\d.]/g, '')));
  return figures.reduce((sum, figure) => sum + (roll() < 0.5 ? figure : roll() < 0.5 ? -figure : 0), 0);
}

/** Returns the answer of somebody who holds `truth` and slips in `slip` of all answers, in a table row by row. */
export function respond(item: CourseItem, truth: Truth, slip: number, roll: Roll): Answer {
  if (truth === null) return guess(item, roll);
  const key = keyOf(item);
  if (key === null) return guess(item, roll);
  return slipped(item, truth.length === 0 ? key : intended(item, truth, key, roll), slip, roll);
}

/** Any other answer than the one meant, part by part. */
function slipped(item: CourseItem, meant: Answer, slip: number, roll: Roll): Answer {
  const sheet = sheetOf(item);
  const slips = () => roll() < slip;
  if (meant.type === 'checklist' && sheet.type === 'checklist')
    return { type: 'checklist', met: sheet.rows.map(({ id }) => id).filter((id) => meant.met.includes(id) !== slips()) };
  if (meant.type === 'table' && (sheet.type === 'table' || sheet.type === 'grid')) {
    const cell = ([row, column]: [string, string]) =>
      [
        row,
        slips()
          ? pick(
              columnsOf(sheet).filter(({ id }) => id !== column),
              roll,
            ).id
          : column,
      ] as const;
    return { type: 'table', cells: Object.fromEntries(Object.entries(meant.cells).map(cell)) };
  }
  if (!slips()) return meant;
  for (let attempt = 0; attempt < 50; attempt++) {
    const other = guess(item, roll);
    if (JSON.stringify(other) !== JSON.stringify(meant)) return other;
  }
  return meant;
}

function heldBy(item: CourseItem, truth: readonly string[]): Misconception<unknown> | null {
  const [one, other] = truth.map((id) => item.theory.misconceptions.find((misconception) => misconception.id === id));
  if (one === undefined) return null;
  return other === undefined ? one : holdingBoth(item.theory, one, other);
}

/** What somebody means to answer who holds these. */
function intended(item: CourseItem, truth: readonly string[], key: Answer, roll: Roll): Answer {
  const { spec, theory, scenarios } = item;
  const held = heldBy(item, truth);
  const under = truth.map((id) => answerUnder(item, id));
  const [facts] = scenarios.map((scenario) => scenario.facts);
  if (spec.kind === 'verdict' && held?.lens !== undefined) {
    const isUsual = verdictOf(theory, facts, held.lens) === verdictOf(theory, facts);
    return isUsual ? key : byVerdict(item, verdictOf(theory, facts, held.lens), under, roll);
  }
  if (spec.kind === 'what-if')
    return pick(under.filter((answer) => answer !== null).concat(under.every((one) => one === null) ? [guess(item, roll)] : []), roll);
  if (spec.kind === 'classify' && held?.lens !== undefined && key.type === 'table') {
    const lens = held.lens;
    const sheet = sheetOf(item);
    const columns = sheet.type === 'table' ? sheet.columns.map(({ id }) => id) : [];
    const isNearest = spec.by === 'nearest';
    const cell = (scenario: (typeof scenarios)[number]): string => {
      const own = key.cells[scenario.id] ?? '';
      const [usual, mine] = [verdictOf(theory, scenario.facts), verdictOf(theory, scenario.facts, lens)];
      if (usual === mine) return own;
      if (!isNearest) return mine;
      // A case that the holder takes for what it is not: the concept itself, or something beside it, they cannot say which.
      return mine === 'no'
        ? pick(
            columns.filter((id) => id !== 'concept'),
            roll,
          )
        : 'concept';
    };
    return { type: 'table', cells: Object.fromEntries(scenarios.map((scenario) => [scenario.id, cell(scenario)])) };
  }
  const wrong = under.filter((answer) => answer !== null && JSON.stringify(answer) !== JSON.stringify(key));
  const [first, second] = wrong;
  if (first?.type === 'checklist' && second?.type === 'checklist' && key.type === 'checklist') {
    // Wrong wherever one of the two is.
    const turned = (id: string, answer: Answer) => answer.type === 'checklist' && answer.met.includes(id) !== key.met.includes(id);
    const rows = [...new Set([...first.met, ...second.met, ...key.met])];
    return { type: 'checklist', met: rows.filter((id) => key.met.includes(id) !== (turned(id, first) || turned(id, second))) };
  }
  return wrong.length === 0 ? key : (pick(wrong, roll) ?? key);
}

/** Reads the options as a person does: one that says what they think, else any with their verdict, else none suits and they guess. */
function byVerdict(item: CourseItem, verdict: Verdict, under: readonly (Answer | null)[], roll: Roll): Answer {
  const sheet = sheetOf(item);
  const options = sheet.type === 'choice' ? sheet.options.filter(({ text }) => text.toLowerCase().startsWith(verdict)) : [];
  const own = under.filter((answer) => answer?.type === 'choice' && options.some(({ id }) => id === answer.option));
  if (own.length > 0) return pick(own, roll) as Answer;
  return options.length > 0 ? { type: 'choice', option: pick(options, roll).id } : guess(item, roll);
}
