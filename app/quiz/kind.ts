/** What a kind of item has to say for itself. Everything else (forms, grades, feedback) is built from this. */
import type { Finding, Lens, Misconception } from '#app/definitions/theory.ts';
import type { Answer, AuthoringProblem, Feedback, Grade, Item, ItemSpecBase } from './item.ts';
import type { Sheet } from './sheet.ts';

/** Which part of the definitions explains an item: a finding of a lens, or the answer to a question. */
export interface Explanation {
  readonly criterion: string;
  readonly label: string;
  readonly outcome: Finding['outcome'] | null;
  readonly because: string;
  readonly facts: Finding['facts'];
}

export interface Mark {
  /** From 0 to 1; null where a machine must not mark. */
  readonly score: number | null;
  readonly right: boolean | null;
}

export interface Details {
  /** One sentence that says what follows from the facts, and names the lens where one was used. */
  readonly headline: string;
  readonly explanation: Explanation | null;
  /** Whether "It would change if …" makes sense here. */
  readonly changes: boolean;
  readonly parts: Feedback['parts'];
  readonly placed?: Feedback['placed'];
  readonly points: Feedback['points'];
}

/** Methods get items whose scenarios were found; `S` is the kind's own spec. */
export interface Kind<S extends ItemSpecBase = ItemSpecBase> {
  readonly id: S['kind'];
  /** False where no misconception has a say, such as on the order of steps. */
  diagnoses<F>(item: Item<F, S>): boolean;
  /** Ids of the scenarios that the spec names, in its order. */
  scenarioIds(spec: S): readonly string[];
  /** The lens that the item is graded under. */
  lens<F>(item: Item<F, S>): Lens<F>;
  /** Reasons why the item cannot be asked. The other methods are only called where there are none. */
  errors<F>(item: Item<F, S>): readonly AuthoringProblem[];
  /** Reasons to look at the item again. */
  warnings<F>(item: Item<F, S>): readonly AuthoringProblem[];
  /** The question, where the author wrote none. */
  stem<F>(item: Item<F, S>): string;
  /** How to answer, in one short sentence. */
  readonly hint: string;
  sheet<F>(item: Item<F, S>): Sheet;
  /** The best answer; null where there is no such thing. */
  key<F>(item: Item<F, S>): Answer | null;
  /** What a holder of the misconception answers; null where it cannot be told. */
  answerUnder<F>(item: Item<F, S>, misconception: Misconception<F>): Answer | null;
  mark<F>(item: Item<F, S>, answer: Answer): Mark;
  /** Misconceptions behind a wrong answer, where that is more than "those whose holder answers exactly this". */
  suspects?<F>(item: Item<F, S>, answer: Answer): Grade['misconceptions'];
  details<F>(item: Item<F, S>, answer: Answer): Details;
}

export const wrong: Mark = { score: 0, right: false };
export const right: Mark = { score: 1, right: true };

/** A mark for `correct` of `all` parts; right only when all are. `all` is at least 1. */
export function share(correct: number, all: number): Mark {
  return { score: correct / all, right: correct === all };
}

/** An error of an authored item. */
export function error(rule: string, message: string): AuthoringProblem {
  return { severity: 'error', rule, message };
}

/** Something to look at again in an authored item. */
export function warning(rule: string, message: string): AuthoringProblem {
  return { severity: 'warning', rule, message };
}
