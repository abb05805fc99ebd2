/** What the simulated sessions come to. */
import type { BankItem } from '#app/learning/diagnosis/bank.ts';
import { type Belief, mostProbable } from '#app/learning/diagnosis/belief.ts';
import { rates } from '#app/learning/diagnosis/rates.ts';
import { priorOf, type State, type Topic } from '#app/learning/diagnosis/states.ts';
import { dice } from '../demo/simulated-learner.ts';
import type { Truth } from './learner.ts';
import { type Order, sit } from './sessions.ts';

export interface Setting {
  readonly slip: number;
  readonly seed: number;
}

export const truthOf = ({ id, holds }: State): Truth => (id === 'guessing' ? null : holds);

/** By number of answers (from 1), the share of runs, 0 to 1, in which the true state is the most probable one. */
export function foundBy(
  topic: Topic,
  bank: readonly BankItem[],
  state: State,
  { order, runs, answers, slip, seed }: Setting & { readonly order: Order; readonly runs: number; readonly answers: number },
): number[] {
  const hits: number[] = [];
  for (let run = 0; run < runs; run++) {
    const number = seed * 1_000_003 + run * 7919 + topic.states.indexOf(state) * 104_729;
    const path = sit(topic, bank, {
      order,
      truth: truthOf(state),
      slip,
      answers,
      seed: number % 2_147_483_647,
      roll: dice(number % 2_147_483_647),
    });
    for (const [index, belief] of path.entries()) hits[index] = (hits[index] ?? 0) + Number(mostProbable(belief).state === state);
  }
  return hits.map((count) => count / runs);
}

/** The first number of answers by which `share` of the runs have found the true state; null where none does. */
export function answersFor(found: readonly number[], share: number): number | null {
  const index = found.findIndex((one) => one >= share);
  return index < 0 ? null : index + 1;
}

export interface Reliability {
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  /** Mean probability of the most probable state, and the share of cases in which it is the true one. */
  readonly said: number;
  readonly true: number;
}

const edges = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.000001];

/**
 * Draws learners as the prior has them and holds probabilities against truth after the given numbers of answers: a reliability table of
 * the most probable state, and Brier's score over all states (Brier 1950, Monthly Weather Review 78:1–3; 0 is perfect, 2 the worst).
 */
export function calibration(
  topic: Topic,
  bank: readonly BankItem[],
  { runs, after, slip, seed }: Setting & { readonly runs: number; readonly after: readonly number[] },
) {
  const roll = dice(seed);
  const prior = priorOf(topic, rates);
  const seen: { said: number; right: boolean; brier: number; at: number }[] = [];
  for (let run = 0; run < runs; run++) {
    const state = draw(topic, prior, roll());
    const path = sit(topic, bank, { order: 'chosen', truth: truthOf(state), slip, answers: Math.max(...after), seed: run, roll });
    for (const at of after) {
      const belief = path[at - 1];
      if (belief) seen.push({ at, ...held(belief, state) });
    }
  }
  const table = edges.slice(1).flatMap((to, index): Reliability[] => {
    const from = edges[index] ?? 0;
    const own = seen.filter(({ said }) => said >= from && said < to);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    if (own.length === 0) return [];
    return [
      {
        from,
        to: Math.min(1, to),
        cases: own.length,
        said: mean(own.map(({ said }) => said)),
        true: mean(own.map(({ right }) => Number(right))),
      },
    ];
  });
  const brier = after.map((at) => {
    const own = seen.filter((one) => one.at === at);
    return { at, brier: own.reduce((sum, one) => sum + one.brier, 0) / own.length };
  });
  const before = 1 - prior.reduce((sum, one) => sum + one * one, 0);
  return { table, brier, before };
}

function held(belief: Belief, truth: State) {
  const { state, probability } = mostProbable(belief);
  const brier = belief.topic.states.reduce((sum, one, place) => sum + ((belief.probabilities[place] ?? 0) - Number(one === truth)) ** 2, 0);
  return { said: probability, right: state === truth, brier };
}

function draw({ states }: Topic, prior: readonly number[], at: number): State {
  let sum = 0;
  for (const [place, state] of states.entries()) {
    sum += prior[place] ?? 0;
    if (at < sum) return state;
  }
  return states[0] as State;
}

/** States that no question of the bank tells apart, two by two. */
export function alike(topic: Topic, bank: readonly BankItem[]): readonly (readonly [State, State])[] {
  const answers = topic.states.map((_, place) => bank.map(({ evidence }) => evidence.answeredAlike[place]).join('\n'));
  return topic.states.flatMap((one, index) =>
    topic.states
      .slice(index + 1)
      .flatMap((other, offset) => (answers[index] === answers[index + 1 + offset] ? [[one, other] as const] : [])),
  );
}
