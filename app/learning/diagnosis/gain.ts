/**
 * How much an item would tell: the mutual information between the learner's state and the answer to come (Lindley 1956, Annals of
 * Mathematical Statistics 27:986–1005; for cognitive diagnosis Wang 2013, Educational and Psychological Measurement 73:1017–1035).
 */
import type { Belief } from './belief.ts';
import type { Evidence, Part } from './evidence.ts';

/** Enough to be exact for every item with up to five rows on which beliefs part; beyond that the figure is a lower bound. */
const mostOutcomes = 2048;

interface Outcomes {
  /** Class of each state: states that answer everything alike are one. */
  readonly classOf: readonly number[];
  readonly classes: number;
  /** Outcome by outcome, its chance under each class. */
  readonly chances: Float64Array;
  /** Entropy of the answer under each class, in bits. */
  readonly entropies: readonly number[];
}

const known = new WeakMap<Evidence, Outcomes>();

const bits = (probability: number) => (probability > 0 ? -probability * Math.log2(probability) : 0);

/** Returns the expected gain in bits from asking an item, from 0 to the uncertainty of the belief. */
export function expectedGain({ probabilities }: Belief, evidence: Evidence): number {
  const { classOf, classes, chances, entropies } = outcomesOf(evidence);
  const weights = new Float64Array(classes);
  for (const [state, group] of classOf.entries()) weights[group] = (weights[group] ?? 0) + (probabilities[state] ?? 0);
  let gain = 0;
  for (let first = 0; first < chances.length; first += classes) {
    let chance = 0;
    for (let group = 0; group < classes; group++) chance += (chances[first + group] ?? 0) * (weights[group] ?? 0);
    gain += bits(chance);
  }
  for (const [group, entropy] of entropies.entries()) gain -= (weights[group] ?? 0) * entropy;
  return Math.max(0, gain);
}

function outcomesOf(evidence: Evidence): Outcomes {
  const found = known.get(evidence);
  if (found !== undefined) return found;
  const { parts, likelihoods, answeredAlike } = evidence;
  const classes = [...new Set(answeredAlike)];
  const members = classes.map((signature) => answeredAlike.indexOf(signature));
  // The parts that tell most apart come first, so that those left out where there are too many tell least.
  const order = parts.map((_, part) => part).toSorted((one, other) => variety(parts[other]) - variety(parts[one]));
  let chances: number[][] = [members.map(() => 1)];
  for (const part of order) {
    const rows = Object.values(likelihoods[part] ?? {}).map((row) => members.map((state) => row[state] ?? 0));
    if (chances.length * rows.length > mostOutcomes) break;
    chances = chances.flatMap((before) => rows.map((row) => before.map((chance, group) => chance * (row[group] ?? 0))));
  }
  const made = {
    classOf: answeredAlike.map((signature) => classes.indexOf(signature)),
    classes: classes.length,
    chances: Float64Array.from(chances.flat()),
    entropies: members.map((_, group) => chances.reduce((sum, chance) => sum + bits(chance[group] ?? 0), 0)),
  };
  known.set(evidence, made);
  return made;
}

const variety = (part: Part | undefined) => new Set(part?.held.map((shares) => JSON.stringify(shares))).size;

/** Returns the share of the item, 0 to 1, that the learner is expected to get right. */
export function expectedScore({ probabilities }: Belief, { parts, likelihoods }: Evidence): number {
  const right = parts.map(({ key }, part) =>
    probabilities.reduce((sum, probability, state) => sum + probability * (likelihoods[part]?.[key]?.[state] ?? 0), 0),
  );
  return right.reduce((sum, share) => sum + share, 0) / parts.length;
}
