/**
 * The rates of the diagnosis from answers, by expectation and maximisation over each learner's sequence of answers to one topic (Baum–Welch:
 * Rabiner 1989, Proceedings of the IEEE 77:257–286). Corbett & Anderson 1995 (User Modeling and User-Adapted Interaction 4:253–278) fit slip,
 * guess, learning and prior to answers for two states; here there are as many states as there are beliefs, and rates are shared by all topics.
 * The floor that keeps every belief possible (rates.ts) is left out, since it would break the likelihood that is being raised.
 */
import type { Answer } from '#app/quiz/item.ts';
import { shuffle } from '#app/quiz/shuffle.ts';
import { evidenceOf } from './evidence.ts';
import { type Counts, expectedCounts, type Observation, type Sequence } from './expected-counts.ts';
import type { AnyItem } from './parts.ts';
import type { Rates } from './rates.ts';
import { beginnersIn, guessesIn, ratesFrom } from './rates-from-counts.ts';

export interface Given {
  readonly learner: string;
  /** Undefined where the course has it no more. */
  readonly item: AnyItem | undefined;
  readonly answer: Answer;
  /** Whether the learner was shown at once what is right. */
  readonly feedback: boolean;
}

export interface Sequences {
  readonly sequences: readonly Sequence[];
  /** Answers that tell nothing: to items that are gone, that no machine marks, or that have no such answer any more. */
  readonly leftOut: number;
}

/** Returns answers, which must be oldest first for each learner, as sequences by learner and topic. */
export function sequencesOf(log: Iterable<Given>): Sequences {
  const found = new Map<string, { readonly first: Observation; readonly learner: string; readonly rest: Observation[] }>();
  let leftOut = 0;
  for (const { learner, item, answer, feedback } of log) {
    const evidence = item === undefined ? null : evidenceOf(item);
    const names = evidence?.read(answer) ?? [];
    if (evidence === null || names.every((name) => name === null)) {
      leftOut++;
      continue;
    }
    const observation = { evidence, names, feedback };
    const key = JSON.stringify([learner, evidence.topic.id]);
    const begun = found.get(key);
    if (begun) begun.rest.push(observation);
    else found.set(key, { first: observation, learner, rest: [] });
  }
  const sequences = [...found.values()].map(({ first, learner, rest }) => ({
    learner,
    topic: first.evidence.topic,
    observations: [first, ...rest],
  }));
  return { sequences, leftOut };
}

export interface Split {
  readonly training: readonly Sequence[];
  readonly heldOut: readonly Sequence[];
}

/** Returns the sequences in two parts by learner: a fifth, chosen by the seed, is held out. The order of the sequences does not matter. */
export function splitByLearner(sequences: readonly Sequence[], seed: number): Split {
  const learners = shuffle([...new Set(sequences.map(({ learner }) => learner))].sort(), seed);
  const out = new Set(learners.slice(0, Math.ceil(learners.length / 5)));
  const [heldOut, training] = [true, false].map((isOut) => sequences.filter(({ learner }) => out.has(learner) === isOut));
  return { training: training ?? [], heldOut: heldOut ?? [] };
}

export interface Estimate {
  readonly rates: Rates;
  /** Bits per answer under the first rates and after each step. They never rise. */
  readonly bits: readonly number[];
  /** How many cases each rate rests on: expected numbers. */
  readonly cases: Readonly<Record<keyof Rates, number>>;
}

/** Steps end once one saves less than this, in bits per answer, or after this many. */
const [worthAStep, mostSteps] = [1e-5, 200];

/** Returns the rates under which the answers are likeliest, as far as can be reached from the rates given. */
export function estimate(sequences: readonly Sequence[], from: Rates): Estimate {
  let rates = from;
  let counts = expectedCounts(sequences, rates);
  const bits = [counts.bits / counts.answers];
  for (let step = 0; step < mostSteps; step++) {
    rates = ratesFrom(counts, rates);
    counts = expectedCounts(sequences, rates);
    bits.push(counts.bits / counts.answers);
    if ((bits.at(-2) ?? 0) - (bits.at(-1) ?? 0) < worthAStep) break;
  }
  return { rates: { ...rates, prior: addingUp(rates.prior) }, bits, cases: casesIn(counts) };
}

function addingUp({ correct, single, pair, guessing }: Rates['prior']): Rates['prior'] {
  const all = correct + single + pair + guessing;
  return { correct: correct / all, single: single / all, pair: pair / all, guessing: guessing / all };
}

function casesIn(counts: Counts): Estimate['cases'] {
  const { slip, partSlip, learn, settle, forget } = counts.rates;
  return {
    slip: slip.of,
    partSlip: partSlip.of,
    guess: guessesIn(counts),
    learn: learn.of,
    settle: settle.of,
    forget: forget.of,
    prior: beginnersIn(counts),
  };
}
