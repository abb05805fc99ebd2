/**
 * The expectation step of the estimation: how often, as far as the answers tell, learners slipped, guessed, learned and began in each
 * state. Forward and backward over each sequence of answers, scaled (Rabiner 1989, Proceedings of the IEEE 77:257–286, sections III and V).
 */
import { type Move, moved, movesOf } from './belief.ts';
import { type Evidence, evidenceWith, othersThan, type Part, slipOf } from './evidence.ts';
import type { Rates } from './rates.ts';
import { priorOf, type Topic } from './states.ts';

export interface Observation {
  readonly evidence: Evidence;
  /** What was answered, part by part, as `evidence.read` names it. */
  readonly names: readonly (string | null)[];
  /** Whether the learner was then shown what is right. */
  readonly feedback: boolean;
}

/** One learner's answers about one topic, oldest first. */
export interface Sequence {
  readonly learner: string;
  readonly topic: Topic;
  readonly observations: readonly Observation[];
}

/** Expected numbers: how often something could have happened, and how often it did. */
export interface Tally {
  times: number;
  of: number;
}

export interface Counts {
  /** Answers, and what they cost in bits: minus the binary logarithm of the chance of each, given those before. */
  answers: number;
  bits: number;
  readonly rates: Readonly<Record<'slip' | 'partSlip' | Move['by'], Tally>>;
  /** Guesses and hits by how often chance alone hits. */
  readonly guesses: Map<number, Tally>;
  /** By topic, how many learners began in each of its states. */
  readonly began: Map<Topic, number[]>;
}

const tally = (): Tally => ({ times: 0, of: 0 });

/** Returns the expected counts of all sequences under some rates. */
export function expectedCounts(sequences: readonly Sequence[], under: Rates): Counts {
  const counts: Counts = {
    answers: 0,
    bits: 0,
    rates: { slip: tally(), partSlip: tally(), learn: tally(), settle: tally(), forget: tally() },
    guesses: new Map(),
    began: new Map(),
  };
  const chancesOf = chancesUnder(under);
  for (const sequence of sequences) count(counts, sequence, under, chancesOf);
  return counts;
}

/** Returns the mean cost of an answer in bits; 0 would be an answer that was sure to come. */
export function bitsPerAnswer(sequences: readonly Sequence[], under: Rates): number {
  const chancesOf = chancesUnder(under);
  let [answers, bits] = [0, 0];
  for (const sequence of sequences) {
    answers += sequence.observations.length;
    for (const { scale } of forward(sequence, under, chancesOf)) bits -= Math.log2(scale);
  }
  return bits / answers;
}

type ChancesOf = (observation: Observation) => number[];

/** Returns a function that gives the chance of an answer under each state; each item is prepared once. */
function chancesUnder(under: Rates): ChancesOf {
  const ready = new Map<Evidence, Evidence>();
  return ({ evidence, names }) => {
    const { likelihoods, topic } = ready.get(evidence) ?? evidenceWith(evidence, under);
    if (!ready.has(evidence)) ready.set(evidence, { ...evidence, likelihoods });
    const chances = topic.states.map(() => 1);
    for (const [part, name] of names.entries()) {
      const row = name === null ? undefined : likelihoods[part]?.[name];
      if (row !== undefined)
        for (let state = 0; state < chances.length; state++) chances[state] = (chances[state] ?? 0) * (row[state] ?? 0);
    }
    return chances;
  };
}

interface Step {
  readonly observation: Observation;
  readonly chances: readonly number[];
  /** The probability of each state given the answers up to this one. */
  readonly filtered: readonly number[];
  /** The chance of this answer given those before. */
  readonly scale: number;
}

function forward({ topic, observations }: Sequence, under: Rates, chancesOf: ChancesOf): Step[] {
  let before = priorOf(topic, under);
  return observations.map((observation) => {
    const chances = chancesOf(observation);
    const joint = chances.map((chance, state) => chance * (before[state] ?? 0));
    const scale = joint.reduce((sum, one) => sum + one, 0);
    const filtered = joint.map((one) => one / scale);
    before = observation.feedback ? moved(filtered, observation.evidence, under) : filtered;
    return { observation, chances, filtered, scale };
  });
}

function count(counts: Counts, sequence: Sequence, under: Rates, chancesOf: ChancesOf): void {
  const steps = forward(sequence, under, chancesOf);
  // What the answers still to come say of each state; nothing after the last, so what its feedback did cannot be told.
  let ahead: number[] | null = null;
  for (const [place, { observation, chances, filtered, scale }] of [...steps.entries()].toReversed()) {
    const backward: readonly number[] = ahead === null ? filtered.map(() => 1) : countMoves(counts, observation, filtered, ahead, under);
    const probabilities = filtered.map((probability, state) => probability * (backward[state] ?? 0));
    countAnswer(counts, observation, probabilities);
    counts.answers++;
    counts.bits -= Math.log2(scale);
    ahead = chances.map((chance, state) => (chance * (backward[state] ?? 0)) / scale);
    if (place === 0) {
      const began = counts.began.get(sequence.topic) ?? probabilities.map(() => 0);
      counts.began.set(
        sequence.topic,
        began.map((sum, state) => sum + (probabilities[state] ?? 0)),
      );
    }
  }
}

/** Counts what feedback did, and returns what the answers to come say of each state before it. */
function countMoves(
  counts: Counts,
  { evidence, feedback }: Observation,
  filtered: readonly number[],
  ahead: readonly number[],
  under: Rates,
): readonly number[] {
  if (!feedback) return ahead;
  const backward = [...ahead];
  for (const { from, to, by, share } of movesOf(evidence))
    backward[from] = (backward[from] ?? 0) + under[by] * share * ((ahead[to] ?? 0) - (ahead[from] ?? 0));
  for (const { from, to, by, share } of movesOf(evidence)) {
    const begins = (filtered[from] ?? 0) * share;
    counts.rates[by].of += begins * (backward[from] ?? 0);
    counts.rates[by].times += begins * under[by] * (ahead[to] ?? 0);
  }
  return backward;
}

function countAnswer({ rates, guesses }: Counts, { evidence, names }: Observation, probabilities: readonly number[]): void {
  const slips = rates[slipOf(evidence.parts)];
  for (const [place, name] of names.entries()) {
    const part = evidence.parts[place];
    if (part === undefined || name === null || part.chance[name] === undefined) continue;
    const byChance = part.chance[part.key] ?? 0;
    const hits = guesses.get(byChance) ?? tally();
    guesses.set(byChance, hits);
    for (const [state, meaning] of meaningsOf(part, name).entries()) {
      const probability = probabilities[state] ?? 0;
      const into = meaning === 'guessed' ? hits : meaning === 'sure' ? null : slips;
      if (into === null) continue;
      into.of += probability;
      if (meaning === 'slipped' || (meaning === 'guessed' && name === part.key)) into.times += probability;
    }
  }
}

/** `sure`: whoever has this view could answer nothing else. */
type Meaning = 'meant' | 'slipped' | 'guessed' | 'sure';

const known = new WeakMap<Part, Map<string, readonly Meaning[]>>();

/** What an answer to a part means, state by state. */
function meaningsOf(part: Part, name: string): readonly Meaning[] {
  const names = known.get(part) ?? new Map<string, readonly Meaning[]>();
  known.set(part, names);
  const found = names.get(name);
  if (found !== undefined) return found;
  const made = part.held.map((shares): Meaning => {
    if (shares === null) return 'guessed';
    if (othersThan(shares, part.chance) === 0) return 'sure';
    return shares[name] === undefined ? 'slipped' : 'meant';
  });
  names.set(name, made);
  return made;
}
