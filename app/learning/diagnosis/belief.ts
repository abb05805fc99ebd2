/**
 * What the course believes that a learner believes: knowledge tracing (Corbett & Anderson 1995, User Modeling and User-Adapted Interaction
 * 4:253–278) with more states than "learned" and "not learned". A hidden Markov model: Bayes' rule after each answer, then a step for
 * what its feedback may have changed.
 */
import type { Answer } from '#app/quiz/item.ts';
import { type Evidence, likelihoodOf } from './evidence.ts';
import { floor, type Rates, rates } from './rates.ts';
import { correct, guessing, priorOf, type State, type Topic } from './states.ts';

export interface Belief {
  readonly topic: Topic;
  /** In the order of the topic's states; they add up to 1. */
  readonly probabilities: readonly number[];
}

/** Returns what is believed of somebody who has answered nothing. */
export function beliefBefore(topic: Topic, under: Rates = rates): Belief {
  return { topic, probabilities: priorOf(topic, under) };
}

/**
 * Returns what is believed after an answer. `feedback` tells whether the learner was then shown what is right, so that they may have
 * learned from it. An answer that does not fit the item changes nothing.
 */
export function beliefAfter(before: Belief, evidence: Evidence, answer: Answer, { feedback }: { readonly feedback: boolean }): Belief {
  const likelihood = likelihoodOf(evidence, answer);
  if (likelihood === null) return before;
  const weighed = before.probabilities.map((probability, state) => probability * (likelihood[state] ?? 0));
  return { topic: before.topic, probabilities: scaled(feedback ? moved(scaled(weighed), evidence, rates) : weighed) };
}

/** Makes probabilities add up to 1, none below the floor. */
function scaled(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const lifted = weights.map((weight) => Math.max(floor, weight / total));
  const all = lifted.reduce((sum, weight) => sum + weight, 0);
  return lifted.map((weight) => weight / all);
}

/** Moves probability as feedback on the item may move learners. */
export function moved(probabilities: readonly number[], evidence: Evidence, under: Rates): number[] {
  const after = [...probabilities];
  for (const { from, to, by, share } of movesOf(evidence)) {
    const amount = (probabilities[from] ?? 0) * under[by] * share;
    after[from] = (after[from] ?? 0) - amount;
    after[to] = (after[to] ?? 0) + amount;
  }
  return after;
}

/** One way in which feedback may change a mind: an entry of the transition matrix off its diagonal. */
export interface Move {
  /** Places among the states of the topic. */
  readonly from: number;
  readonly to: number;
  readonly by: 'learn' | 'settle' | 'forget';
  /** Of those who move from there, the share who move to this state, 0 to 1. */
  readonly share: number;
}

const moves = new WeakMap<Evidence, readonly Move[]>();

/** Returns the ways in which feedback on an item may change a mind. Made once per evidence. */
export function movesOf(evidence: Evidence): readonly Move[] {
  const found = moves.get(evidence);
  if (found !== undefined) return found;
  const { topic, contradicted } = evidence;
  const made = topic.states.flatMap((state, from): Move[] => {
    const move = (by: Move['by'], to: readonly string[]) => to.map((id) => ({ from, to: placeOf(topic, id), by, share: 1 / to.length }));
    if (state.id === correct) return move('forget', [guessing]);
    if (state.id === guessing) return move('settle', [correct]);
    return contradicted[from] === true ? move('learn', leftOver(state)) : [];
  });
  moves.set(evidence, made);
  return made;
}

/** What is left once one misconception is gone. */
const leftOver = ({ holds }: State): readonly string[] => (holds.length > 1 ? holds : [correct]);

const places = new WeakMap<Topic, ReadonlyMap<string, number>>();

function placeOf(topic: Topic, id: string): number {
  let found = places.get(topic);
  if (found === undefined) {
    found = new Map(topic.states.map((state, place) => [state.id, place]));
    places.set(topic, found);
  }
  return found.get(id) ?? 0;
}

/** Returns the most probable state and its probability; of equals the first. */
export function mostProbable({ topic, probabilities }: Belief): { readonly state: State; readonly probability: number } {
  let best = 0;
  for (const [place, probability] of probabilities.entries()) if (probability > (probabilities[best] ?? 0)) best = place;
  return { state: topic.states[best] ?? { id: guessing, holds: [], held: null }, probability: probabilities[best] ?? 0 };
}

/** Returns the probability that a misconception is held, alone or with another, 0 to 1. */
export function probabilityOf({ topic, probabilities }: Belief, misconception: string): number {
  return topic.states.reduce((sum, { holds }, place) => sum + (holds.includes(misconception) ? (probabilities[place] ?? 0) : 0), 0);
}
