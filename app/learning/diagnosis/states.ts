/** What a learner may believe: of the definition itself, and of each question asked after it. */
import { holdingBoth } from '#app/definitions/holding-both.ts';
import type { Misconception, Theory } from '#app/definitions/theory.ts';
import type { Rates } from './rates.ts';

/** The belief about what falls under the definition; every other topic has the id of a question. */
export const verdictTopic = 'verdict';

export const correct = 'correct';
export const guessing = 'guessing';

/** One thing to believe about a topic. */
export interface State {
  /** `correct`, `guessing`, the id of a misconception, or two ids joined by `+`. */
  readonly id: string;
  /** Ids of the misconceptions held: none, one or two. */
  readonly holds: readonly string[];
  /** As a misconception that answers items; null for `correct` and `guessing`. */
  readonly held: Misconception<unknown> | null;
}

export interface Topic {
  readonly id: string;
  readonly label: string;
  /** `correct` first, `guessing` last. */
  readonly states: readonly State[];
}

const known = new WeakMap<object, readonly Topic[]>();

/**
 * Returns the topics of a theory: the verdict, over which the misconceptions with a lens compete, alone and in pairs; then each question,
 * over which those that answer it do. Two answers to one question cannot both be held, so questions have no pairs.
 */
export function topicsOf(theory: Theory<unknown>): readonly Topic[] {
  const found = known.get(theory);
  if (found) return found;
  const { misconceptions, questions } = theory;
  const lenses = misconceptions.filter(({ lens }) => lens !== undefined);
  const pairs = lenses.flatMap((one, index) => lenses.slice(index + 1).flatMap((other) => pairOf(theory, one, other)));
  const topics = [
    { id: verdictTopic, label: `What falls under ${theory.concept}`, states: among([...lenses.map(single), ...pairs]) },
    ...questions.map(({ id, label }) => ({
      id,
      label,
      states: among(misconceptions.filter(({ question }) => question?.id === id).map(single)),
    })),
  ];
  known.set(theory, topics);
  return topics;
}

const plain = (id: string): State => ({ id, holds: [], held: null });
const among = (states: readonly State[]): readonly State[] => [plain(correct), ...states, plain(guessing)];
const single = (held: Misconception<unknown>): State => ({ id: held.id, holds: [held.id], held });

function pairOf(theory: Theory<unknown>, one: Misconception<unknown>, other: Misconception<unknown>): State[] {
  const held = holdingBoth(theory, one, other);
  return held === null ? [] : [{ id: held.id, holds: [one.id, other.id], held }];
}

/** Returns the group of states that share one weight of the prior. */
export function groupOf({ id, holds }: State): keyof Rates['prior'] {
  if (holds.length === 0) return id === correct ? 'correct' : 'guessing';
  return holds.length === 1 ? 'single' : 'pair';
}

/** Returns the probability of each state before the first answer; they add up to 1. */
export function priorOf({ states }: Topic, { prior }: Pick<Rates, 'prior'>): number[] {
  const groups = states.map(groupOf);
  const weights = groups.map((name) => prior[name] / groups.filter((other) => other === name).length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
